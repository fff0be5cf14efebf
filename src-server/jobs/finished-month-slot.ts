import { hoursOfDay, localDate, momentAt } from '../../src-shared/clock/business-calendar.ts';
import { monthAt, monthsLater, periodOf } from '../../src-shared/reports/report-month.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Slot } from './slot.ts';
import type { WorkingMorning } from './working-morning-slot.ts';

/** A whole month without an open day, and a day for zones far apart. */
const MOST_DAYS = 33;

/**
 * The month that is over, by the city's clock, once the first morning of the next one has come on which the calendar is open, half days
 * included. Null before that morning.
 *
 * The calendar may go by another clock than the city: a morning that comes there while the city's month still runs is none.
 */
export function finishedMonthSlot(now: UtcMs, timeZone: string, { calendar, time }: WorkingMorning): Slot | null {
  const running = monthAt(now, timeZone);
  const begins = periodOf(running, timeZone).from;
  const first = localDate(begins, calendar.timeZone);
  for (let days = 0; days <= MOST_DAYS; days += 1) {
    const date = first.add({ days });
    const dueAt = momentAt(date, time, calendar.timeZone);
    if (dueAt > now) return null;
    if (dueAt >= begins && hoursOfDay(calendar, date).hours.length > 0) return { key: monthsLater(running, -1), dueAt };
  }
  return null;
}
