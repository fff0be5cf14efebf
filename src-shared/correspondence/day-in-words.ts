/**
 * Days as a citizen reads them in a letter: `Tuesday, November 24, 2026`, `martes 24 de noviembre de 2026`.
 *
 * As in `receipt/citizen-date.ts`, only the parts come from Intl; the joining words are ours, so that every runtime writes alike.
 * The space between day and month does not break.
 */
import type { Language } from '../domain/case.ts';
import type { IsoDate, UtcMs } from '../util/time.ts';

/** The day a moment falls on by the city's clock. `timeZone` is an IANA name; throws RangeError on any other. */
export function dayOfMomentInWords(at: UtcMs, timeZone: string, language: Language): string {
  return inWords(at, timeZone, language);
}

/** A calendar day, the same in every zone. */
export function dayInWords(day: IsoDate, language: Language): string {
  return inWords(Date.parse(`${day}T12:00:00Z`), 'UTC', language);
}

function inWords(ms: number, timeZone: string, language: Language): string {
  const parts = formatOf(timeZone, language).formatToParts(ms);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
  const [weekday, day, month, year] = [part('weekday'), part('day'), part('month'), part('year')];
  return language === 'en' ? `${weekday}, ${month}\u00a0${day}, ${year}` : `${weekday} ${day}\u00a0de\u00a0${month} de ${year}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making one takes longer than all else in a letter. */
function formatOf(timeZone: string, language: Language): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const locale = language === 'en' ? 'en-US' : 'es-US';
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  formats.set(key, format);
  return format;
}
