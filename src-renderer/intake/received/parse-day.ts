import { Temporal } from 'temporal-polyfill';
import { daysBackOf, monthOf, weekdayOf } from './words.ts';

/**
 * The day a text names, seen from `today`; null when it names none. The text is folded (lower case, no accents).
 *
 * A day without a year is the latest one that has been: `12/24` in January is last year's. The result may lie in the future
 * only when the text says so itself, with a year.
 */
export function parseDay(text: string, today: Temporal.PlainDate, dayFirst: boolean): Temporal.PlainDate | null {
  if (text === '') return today;
  return relativeDay(text, today) ?? weekday(text, today) ?? isoDay(text) ?? numericDay(text, today, dayFirst) ?? namedMonthDay(text, today);
}

function relativeDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const daysBack = daysBackOf(text);
  if (daysBack !== null) return today.subtract({ days: daysBack });
  const ago = /^(?:(\d{1,3}) ?(d|days?|w|weeks?) ago|hace (\d{1,3}) (dias?|semanas?)|-(\d{1,3}))$/.exec(text);
  if (!ago) return null;
  const count = Number(ago[1] ?? ago[3] ?? ago[5]);
  const isWeeks = /^[ws]/.test(ago[2] ?? ago[4] ?? '');
  return today.subtract({ days: isWeeks ? count * 7 : count });
}

/** `fri` is the last Friday up to today; `last fri` is never today. */
function weekday(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const match = /^(last |el |este |on )?([a-z]+)( pasado)?$/.exec(text);
  const wanted = match?.[2] ? weekdayOf(match[2]) : null;
  if (wanted === null) return null;
  const back = (today.dayOfWeek - wanted + 7) % 7;
  const isBeforeToday = match?.[1] === 'last ' || match?.[3] !== undefined;
  return today.subtract({ days: back === 0 && isBeforeToday ? 7 : back });
}

function isoDay(text: string): Temporal.PlainDate | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  return match ? plainDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

function numericDay(text: string, today: Temporal.PlainDate, dayFirst: boolean): Temporal.PlainDate | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?$/.exec(text);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  const isDayFirst = first > 12 || (dayFirst && second <= 12);
  const [month, day] = isDayFirst ? [second, first] : [first, second];
  return withYear(match[3], month, day, today);
}

/** `2 oct`, `oct 2, 2026`, `fri 2 oct`, `2 de octubre de 2026`. */
function namedMonthDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const words = text.split(/[\s,.]+/).filter((word) => word !== '' && word !== 'de' && word !== 'del' && word !== 'el');
  // `mar` is a Tuesday in `mar 24 nov 2026` and a month in `mar 24 2026`.
  const isWeekdayFirst = words.length >= 3 && weekdayOf(words[0] ?? '') !== null && (monthOf(words[0] ?? '') === null || monthOf(words[2] ?? '') !== null);
  const rest = isWeekdayFirst ? words.slice(1) : words;
  const [first = '', second = '', year, tooMuch] = rest;
  if (tooMuch !== undefined || (year !== undefined && !/^(\d{2}|\d{4})$/.test(year))) return null;
  const isDayFirst = /^\d/.test(first);
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(isDayFirst ? first : second);
  const month = monthOf(isDayFirst ? second : first);
  if (!day || month === null) return null;
  return withYear(year, month, Number(day[1]), today);
}

function withYear(yearText: string | undefined, month: number, day: number, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (yearText !== undefined) return plainDate(Number(yearText) + (yearText.length === 2 ? 2_000 : 0), month, day);
  // 29 February has to look further back than the year before.
  for (let year = today.year; year > today.year - 5; year -= 1) {
    const date = plainDate(year, month, day);
    if (date && Temporal.PlainDate.compare(date, today) <= 0) return date;
  }
  return null;
}

function plainDate(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null; // no such day in the calendar
  }
}
