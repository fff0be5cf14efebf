/**
 * Due dates found by walking through time minute by minute, as a person with a wall clock and a calendar would: for tests alone.
 * It shares nothing with the product: local time comes from `Intl.DateTimeFormat`, and there is no arithmetic on days.
 *
 * All moments are whole minutes. The zones used change their clocks on quarters of an hour of UTC.
 */
import type { BusinessCalendar, TimeLimit } from '../../catalogue/time-rules.ts';

const MINUTE = 60_000;
const BLOCK = 15 * MINUTE;

export interface OraclePause {
  readonly from: number;
  readonly to: number;
}

interface Local {
  readonly date: string;
  readonly weekday: string;
  readonly wallMinute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const blocks = new Map<string, Local>();

/** What a clock on the wall shows. */
function localTime(moment: number, timeZone: string): Local {
  const start = Math.floor(moment / BLOCK) * BLOCK;
  const key = `${timeZone}${start}`;
  const known = blocks.get(key) ?? readClock(start, timeZone);
  blocks.set(key, known);
  return { ...known, wallMinute: known.wallMinute + (moment - start) / MINUTE };
}

function readClock(moment: number, timeZone: string): Local {
  const options = { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', weekday: 'long', hour: '2-digit', minute: '2-digit' } as const;
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-US', options);
  formats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const { year = '', month = '', day = '', weekday = '', hour = '', minute = '' } = parts;
  return { date: `${year}-${month}-${day}`, weekday: weekday.toLowerCase(), wallMinute: Number(hour) * 60 + Number(minute) };
}

/** Walks on from a moment; knows for each minute its date and whether it is working time. */
class Walk {
  moment: number;
  readonly #calendar: BusinessCalendar;
  #date = '';
  #latest = 0;
  #stretches: readonly (readonly [number, number])[] = [];

  constructor(calendar: BusinessCalendar, from: number) {
    this.#calendar = calendar;
    this.moment = from;
    // Begins with the day, because a clock that was set back counts from its latest time on.
    const { date } = localTime(from, calendar.timeZone);
    while (localTime(this.moment - MINUTE, calendar.timeZone).date === date) this.moment -= MINUTE;
    while (this.moment < from) this.step();
  }

  /** The minute that begins now, and on to the next. A clock that was set back has shown the repeated hour before. */
  step(): { readonly date: string; readonly isWork: boolean } {
    const { date, weekday, wallMinute } = localTime(this.moment, this.#calendar.timeZone);
    if (date !== this.#date) {
      this.#date = date;
      this.#latest = 0;
      this.#stretches = this.#stretchesOf(date, weekday);
    }
    this.#latest = Math.max(this.#latest, wallMinute);
    this.moment += MINUTE;
    return { date, isWork: this.#stretches.some(([from, to]) => this.#latest >= from && this.#latest < to) };
  }

  #stretchesOf(date: string, weekday: string): readonly (readonly [number, number])[] {
    const exception = this.#calendar.exceptions.find((candidate) => candidate.date === date);
    const hours = exception ? exception.hours : Object.entries(this.#calendar.week).find(([day]) => day === weekday)?.[1] ?? [];
    const minutes = (time: string): number => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1]);
    return hours.map(({ from, to }) => [minutes(from), minutes(to)] as const);
  }
}

/** When the limit ends. Pauses may overlap and begin at any time. */
export function oracleDue(limit: TimeLimit, receivedAt: number, calendar: BusinessCalendar, pauses: readonly OraclePause[]): number {
  const isPaused = (minute: number): boolean => pauses.some(({ from, to }) => from <= minute && minute < to);
  if (limit.unit === 'businessDays') {
    const { workMinutes } = closingOfDay(limit.amount, receivedAt, calendar);
    return countMinutes(workMinutes, receivedAt, calendar, (minute, isWork) => isWork && !isPaused(minute));
  }
  const counts = limit.unit === 'elapsedHours' ? (minute: number) => !isPaused(minute) : (minute: number, isWork: boolean) => isWork && !isPaused(minute);
  return countMinutes(Math.round(limit.amount * 60), receivedAt, calendar, counts);
}

/** The end of the minute with which `wanted` minutes have been counted. */
function countMinutes(wanted: number, from: number, calendar: BusinessCalendar, counts: (minute: number, isWork: boolean) => boolean): number {
  const walk = new Walk(calendar, from);
  let counted = 0;
  while (counted < wanted) {
    const minute = walk.moment;
    if (counts(minute, walk.step().isWork)) counted += 1;
  }
  return walk.moment;
}

/** The last working minute of the n-th date after that of receipt that has any, and the working minutes from receipt until its end. */
export function closingOfDay(days: number, receivedAt: number, calendar: BusinessCalendar): { readonly closing: number; readonly workMinutes: number } {
  const walk = new Walk(calendar, receivedAt);
  const received = localTime(receivedAt, calendar.timeZone).date;
  const workDates = new Set<string>();
  let workMinutes = 0;
  let closing = { closing: receivedAt, workMinutes: 0 };
  for (;;) {
    const { date, isWork } = walk.step();
    if (isWork) workMinutes += 1;
    if (isWork && date !== received) workDates.add(date);
    if (workDates.size > days) return closing;
    if (isWork && date !== received && workDates.size === days) closing = { closing: walk.moment, workMinutes };
  }
}
