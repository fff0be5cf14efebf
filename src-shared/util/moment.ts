/**
 * Moments as words, always in the city's zone: two workstations show the same time, wherever they stand.
 */
import { interfaceLocale, t } from '../language/language.ts';
import { Temporal } from 'temporal-polyfill';
import { DAY_MS, HOUR_MS, MINUTE_MS, type UtcMs, utcMs } from './time.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = interfaceLocale();
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, hourCycle: 'h23', ...options });
  formatters.set(key, known);
  return known;
}

const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

/** `16:10` */
export function timeOfDay(at: UtcMs, timeZone: string): string {
  return formatter(timeZone, TIME).format(at);
}

/** `Fri 2 Oct`; `2 Oct 2025` when it is not this year's. */
export function dayOf(at: UtcMs, now: UtcMs, timeZone: string): string {
  const part = (options: Intl.DateTimeFormatOptions, moment = at): string => formatter(timeZone, options).format(moment);
  const year = part({ year: 'numeric' });
  const day = `${part({ day: 'numeric' })} ${part({ month: 'short' })}`;
  return year === part({ year: 'numeric' }, now) ? `${part({ weekday: 'short' })} ${day}` : `${day} ${year}`;
}

/** `Fri 2 Oct 16:10`, `2 Oct 2025 16:10`: exact, for reading out. */
export function exactMoment(at: UtcMs, now: UtcMs, timeZone: string): string {
  return `${dayOf(at, now, timeZone)} ${timeOfDay(at, timeZone)}`;
}

/** Whole calendar days from `now` to `at` in the city's zone: 0 today, 1 tomorrow, -1 yesterday. */
export function calendarDaysUntil(at: UtcMs, now: UtcMs, timeZone: string): number {
  const day = (moment: UtcMs): Temporal.PlainDate => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate();
  return day(now).until(day(at)).days;
}

/** `just now`, `12 min ago`, `3 h ago`, `yesterday`, `5 days ago`; `in 2 h` for what is to come. */
export function relativeMoment(at: UtcMs, now: UtcMs, timeZone: string): string {
  const days = calendarDaysUntil(at, now, timeZone);
  const size = durationWords(Math.abs(at - now));
  if (Math.abs(at - now) < MINUTE_MS) return t`just now`;
  if (days === 0 || Math.abs(at - now) < 6 * HOUR_MS) return at < now ? t`${size} ago` : t`in ${size}`;
  if (days === -1) return t`yesterday`;
  if (days === 1) return t`tomorrow`;
  return days < 0 ? t`${dayCountWords(-days)} ago` : t`in ${dayCountWords(days)}`;
}

/** `4 min`, `3 h`, `2 days`, `5 months`, `3 years`: the largest whole unit worth counting in. */
export function durationWords(ms: number): string {
  if (ms < HOUR_MS) return t`${Math.max(1, Math.floor(ms / MINUTE_MS))} min`;
  if (ms < DAY_MS) return t`${Math.floor(ms / HOUR_MS)} h`;
  return dayCountWords(Math.floor(ms / DAY_MS));
}

const MONTH_DAYS = 30.44;
const YEAR_DAYS = 365.25;

function dayCountWords(days: number): string {
  if (days >= 2 * YEAR_DAYS) return t`${Math.floor(days / YEAR_DAYS)} years`;
  if (days >= 3 * MONTH_DAYS) return t`${Math.floor(days / MONTH_DAYS)} months`;
  return days === 1 ? t`1 day` : t`${days} days`;
}

/** `2026-10-02T16:10`: as a date and time field holds it. */
export function toWallTime(at: UtcMs, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** Back from a field. Null when it holds no date. A time that a clock change leaves out is taken an hour later, as clocks do. */
export function fromWallTime(text: string, timeZone: string): UtcMs | null {
  try {
    return utcMs(Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds);
  } catch {
    return null;
  }
}
