/** Times as a clerk reads them out, in the interface's language: `Friday, October 2, 2026 at 4:10 PM`. The same words on every computer. */
import { t, tFor } from '../language/language.ts';
import { Temporal } from 'temporal-polyfill';
import { DAY_MS, HOUR_MS, MINUTE_MS, type UtcMs } from '../util/time.ts';

const WEEKDAY_NAMES = [t`Monday`, t`Tuesday`, t`Wednesday`, t`Thursday`, t`Friday`, t`Saturday`, t`Sunday`];
const WEEKDAY_PLURALS = [t`Mondays`, t`Tuesdays`, t`Wednesdays`, t`Thursdays`, t`Fridays`, t`Saturdays`, t`Sundays`];
const MONTH_NAMES = [t`January`, t`February`, t`March`, t`April`, t`May`, t`June`, t`July`, t`August`, t`September`, t`October`, t`November`, t`December`];

/** `Friday, October 2, 2026`; of a calendar day such as `2026-10-02`. */
export function spokenDay(date: string): string {
  return dayWords(Temporal.PlainDate.from(date), true);
}

/** `Friday, October 2`: where the year is plain. */
export function spokenDayOfYear(date: string): string {
  return dayWords(Temporal.PlainDate.from(date), false);
}

/** `Saturdays`: every such day, of a calendar day. */
export function spokenWeekdays(date: string): string {
  return WEEKDAY_PLURALS[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? '';
}

export function spokenMoment(at: UtcMs, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return t`${dayWords(local.toPlainDate(), true)} at ${clockWords(local.hour, local.minute)}`;
}

/** As `spokenMoment`, but a limit that ends with the day ends `at midnight` of that day, not at the first moment of the next. */
export function spokenEnd(at: UtcMs, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  if (local.hour !== 0 || local.minute !== 0) return spokenMoment(at, timeZone);
  return t`${dayWords(local.toPlainDate().subtract({ days: 1 }), true)} at midnight, the end of that day`;
}

/** `8:00 AM`, `noon`; of a wall time such as `08:00`. `24:00` and `00:00` are `midnight`. */
export function spokenWallTime(wallTime: string): string {
  const [hour = 0, minute = 0] = wallTime.split(':').map(Number);
  return (hour === 24 || hour === 0) && minute === 0 ? t`midnight` : clockWords(hour, minute);
}

/** `3 days 2 hours`, `1 hour 5 minutes`: the two largest units, cut off; `less than a minute` below one. A day is 24 hours. */
export function spokenLength(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  const hourWords = counted(hours, t`hour`, t`hours`);
  const parts = days > 0 ? [counted(days, t`day`, t`days`), hourWords] : [hourWords, counted(minutes, t`minute`, t`minutes`)];
  return parts.filter((part) => part !== '').join(' ') || t`less than a minute`;
}

/** `3 days`, `1 day`; empty for none. */
function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}

function dayWords(date: Temporal.PlainDate, hasYear: boolean): string {
  const day = tFor('date')`${WEEKDAY_NAMES[date.dayOfWeek - 1] ?? ''}, ${MONTH_NAMES[date.month - 1] ?? ''} ${date.day}`;
  return hasYear ? tFor('date')`${day}, ${date.year}` : day;
}

function clockWords(hour: number, minute: number): string {
  if (hour === 12 && minute === 0) return t`noon`;
  const shown = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}`;
  return hour < 12 ? t`${shown} AM` : t`${shown} PM`;
}
