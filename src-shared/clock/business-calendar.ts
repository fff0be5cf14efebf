/**
 * Working time of a city: which stretches of a local day count. Days and hours are those of the calendar's own zone;
 * a stretch that a clock change cuts short or lengthens is as long as it really is.
 */
import { Temporal } from 'temporal-polyfill';
import { namesOfDay } from '../catalogue/label-words.ts';
import type { LocalText } from '../catalogue/local-text.ts';
import { type BusinessCalendar, WEEKDAYS, type WorkingHours } from '../catalogue/time-rules.ts';
import { type UtcMs, utcMs } from '../util/time.ts';
import { type DayNumber, dayNumberOf, isoDateOf, weekdayOf, type ZoneDays, zoneDays } from './zone-days.ts';

/** A stretch of real time in milliseconds since 1970; `to` is exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** One local day of a calendar. */
export interface CalendarDay {
  readonly number: DayNumber;
  /** `2026-10-02` */
  readonly date: string;
  /** As they stand in the calendar. */
  readonly hours: readonly WorkingHours[];
  /** What they really are that day, none of them empty. A day without any is no working day. */
  readonly stretches: readonly Stretch[];
  readonly workMs: number;
  /** Why the day differs from its week; null on an ordinary day. */
  readonly exceptionName: LocalText | null;
}

/** A calendar made ready for counting. The calendar must not be changed after it was used here. */
export interface OpenCalendar {
  readonly zone: ZoneDays;
  day(number: DayNumber): CalendarDay;
}

const opened = new WeakMap<BusinessCalendar, OpenCalendar>();

export function openCalendar(calendar: BusinessCalendar): OpenCalendar {
  const known = opened.get(calendar);
  if (known) return known;
  const zone = zoneDays(calendar.timeZone);
  const exceptions = new Map(calendar.exceptions.map((exception) => [dayNumberOf(exception.date), exception]));
  const days = new Map<DayNumber, CalendarDay>();
  const made: OpenCalendar = {
    zone,
    day(number) {
      const day = days.get(number) ?? makeDay(zone, number, exceptions.get(number), calendar);
      days.set(number, day);
      return day;
    },
  };
  opened.set(calendar, made);
  return made;
}

function makeDay(zone: ZoneDays, number: DayNumber, exception: BusinessCalendar['exceptions'][number] | undefined, { week }: BusinessCalendar): CalendarDay {
  const hours = exception?.hours ?? week[WEEKDAYS[weekdayOf(number)] ?? 'sunday'];
  const stretches = hours
    .map(({ from, to }) => ({ from: zone.momentOf(number, minutesOf(from)), to: zone.momentOf(number, minutesOf(to)) }))
    .filter(({ from, to }) => from < to);
  const workMs = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  return { number, date: isoDateOf(number), hours, stretches, workMs, exceptionName: exception ? namesOfDay(exception) : null };
}

/** `08:30` as 510; `24:00` as 1440. */
function minutesOf(wallTime: string): number {
  return Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3));
}

/** The working stretches of one local day. */
export function hoursOfDay(calendar: BusinessCalendar, date: Temporal.PlainDate): CalendarDay {
  return openCalendar(calendar).day(dayNumberOf(date.toString()));
}

/** Local date of a moment in a time zone. */
export function localDate(moment: UtcMs, timeZone: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(isoDateOf(zoneDays(timeZone).dayAt(moment)));
}

/** The first moment of a day at which a clock shows this wall time or a later one; `24:00` is the next midnight. */
export function momentAt(date: Temporal.PlainDate, wallTime: string, timeZone: string): UtcMs {
  return utcMs(zoneDays(timeZone).momentOf(dayNumberOf(date.toString()), minutesOf(wallTime)));
}

export interface BusinessDayWalk {
  readonly due: UtcMs;
  /** Days passed over because the city was closed, in order. */
  readonly skipped: readonly CalendarDay[];
  readonly counted: readonly CalendarDay[];
}

/** The close of the same working day is asked for again and again: what it depends on is the local day of receipt alone. */
const walks = new WeakMap<OpenCalendar, Map<string, BusinessDayWalk>>();

/**
 * The close of the `days`-th working day (one or more) after the day of receipt.
 *
 * The day of receipt is day 0, whatever the hour; a receipt on a closed day counts from the next working day in the same
 * way (that next day is day 1). "Two business days" from Friday afternoon is Tuesday at closing time.
 */
export function addBusinessDays(calendar: BusinessCalendar, from: UtcMs, days: number): BusinessDayWalk {
  const open = openCalendar(calendar);
  const received = open.zone.dayAt(from);
  const ofCalendar = walks.get(open) ?? new Map<string, BusinessDayWalk>();
  walks.set(open, ofCalendar);
  const key = `${received}+${days}`;
  const walk = ofCalendar.get(key) ?? walkBusinessDays(open, received, days);
  ofCalendar.set(key, walk);
  return walk;
}

/** Ends, because every calendar is open on some weekday and has a finite number of exceptions. */
function walkBusinessDays(open: OpenCalendar, received: DayNumber, days: number): BusinessDayWalk {
  const skipped: CalendarDay[] = [];
  const counted: CalendarDay[] = [];
  for (let number = received + 1; counted.length < days; number += 1) {
    const day = open.day(number);
    (day.workMs > 0 ? counted : skipped).push(day);
  }
  const closing = counted.at(-1)?.stretches.at(-1)?.to;
  if (closing === undefined) throw new Error(`A limit of ${days} business days`);
  return { due: utcMs(closing), skipped, counted };
}
