/**
 * Working time of a city: which stretches of a local day count. Days and hours are those of the calendar's own zone;
 * a stretch that a clock change cuts short or lengthens is as long as it really is.
 */
import { Temporal } from 'temporal-polyfill';
import type { BusinessCalendar } from '../catalogue/catalogue.ts';
import { type UtcMs, utcMs } from '../util/time.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export interface DayHours {
  readonly date: Temporal.PlainDate;
  /** Empty when the city is closed that day. */
  readonly hours: readonly { readonly from: string; readonly to: string }[];
  /** Why a working weekday is closed or short; null on an ordinary day. */
  readonly exceptionName: string | null;
}

/** The working stretches of one local day. */
export function hoursOfDay(calendar: BusinessCalendar, date: Temporal.PlainDate): DayHours {
  const exception = calendar.exceptions.find((candidate) => candidate.date === date.toString());
  if (exception) return { date, hours: exception.hours, exceptionName: exception.name };
  const weekday = WEEKDAYS[date.dayOfWeek - 1];
  return { date, hours: (weekday && calendar.week[weekday]) ?? [], exceptionName: null };
}

/** Local date of a moment in the calendar's zone. */
export function localDate(moment: UtcMs, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** A wall-clock time of a day as a moment; `24:00` is the next midnight. In a gap of a clock change, the later side. */
export function momentAt(date: Temporal.PlainDate, wallTime: string, timeZone: string): UtcMs {
  const endOfDay = wallTime === '24:00';
  const day = endOfDay ? date.add({ days: 1 }) : date;
  const time = Temporal.PlainTime.from(endOfDay ? '00:00' : wallTime);
  return utcMs(day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds);
}

export interface BusinessDayWalk {
  readonly due: UtcMs;
  readonly skipped: readonly DayHours[];
  readonly counted: readonly DayHours[];
}

/** A calendar with no working day within this many days is refused as a mistake in its data. */
const MAX_DAYS_AHEAD = 366;

/** The close of the same working day is asked for again and again: what it depends on is the local day of receipt alone. */
const walks = new WeakMap<BusinessCalendar, Map<string, BusinessDayWalk>>();

/**
 * The close of the `days`-th working day after the day of receipt.
 *
 * The day of receipt is day 0, whatever the hour; a receipt on a closed day counts from the next working day in the same
 * way (that next day is day 1). "Two business days" from Friday afternoon is Tuesday at closing time.
 * Throws when the calendar never opens. A calendar must not be changed after it was used here.
 */
export function addBusinessDays(calendar: BusinessCalendar, from: UtcMs, days: number): BusinessDayWalk {
  const received = localDate(from, calendar.timeZone);
  const key = `${received.toString()}+${days}`;
  const known = walks.get(calendar)?.get(key);
  if (known) return known;
  const walk = walkBusinessDays(calendar, received, days);
  const ofCalendar = walks.get(calendar) ?? new Map<string, BusinessDayWalk>();
  walks.set(calendar, ofCalendar.set(key, walk));
  return walk;
}

function walkBusinessDays(calendar: BusinessCalendar, received: Temporal.PlainDate, days: number): BusinessDayWalk {
  const skipped: DayHours[] = [];
  const counted: DayHours[] = [];
  let date = received;
  for (let step = 0; step < MAX_DAYS_AHEAD && counted.length < days; step += 1) {
    date = date.add({ days: 1 });
    const day = hoursOfDay(calendar, date);
    (day.hours.length > 0 ? counted : skipped).push(day);
  }
  const lastDay = counted[days - 1];
  const closing = lastDay?.hours.at(-1)?.to;
  if (!lastDay || !closing) throw new Error(`Calendar ${calendar.code} has no working day in a year`);
  return { due: momentAt(lastDay.date, closing, calendar.timeZone), skipped, counted };
}
