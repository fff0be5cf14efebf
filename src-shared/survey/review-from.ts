import type { Temporal } from 'temporal-polyfill';
import type { BusinessCalendar } from '../catalogue/time-rules.ts';
import { hoursOfDay, localDate, momentAt } from '../clock/business-calendar.ts';
import type { UtcMs } from '../util/time.ts';

/** Longer than any office is closed. */
const MOST_DAYS_BACK = 60;

/**
 * From when answers stand in today's list (SU-3): from midnight of the last working day before today, so that Monday's has those of
 * the weekend and of Friday, and nothing falls between two lists.
 */
export function reviewFrom(calendar: BusinessCalendar, now: UtcMs): UtcMs {
  const today = localDate(now, calendar.timeZone);
  const lastOpen = lastOpenDayBefore(today, calendar);
  return momentAt(lastOpen, '00:00', calendar.timeZone);
}

/** Yesterday, where a calendar was not open for two months. */
function lastOpenDayBefore(today: Temporal.PlainDate, calendar: BusinessCalendar): Temporal.PlainDate {
  for (let back = 1; back <= MOST_DAYS_BACK; back += 1) {
    const date = today.subtract({ days: back });
    if (hoursOfDay(calendar, date).hours.length > 0) return date;
  }
  return today.subtract({ days: 1 });
}
