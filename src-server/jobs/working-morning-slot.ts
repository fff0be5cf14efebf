import type { BusinessCalendar } from '../../src-shared/catalogue/time-rules.ts';
import { hoursOfDay, localDate, momentAt } from '../../src-shared/clock/business-calendar.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Slot } from './slot.ts';

/** The time and the calendar of a job that is due on working days. */
export interface WorkingMorning {
  readonly calendar: BusinessCalendar;
  /** `07:00`, by the calendar's clock. */
  readonly time: string;
}

/** Longer than any office is closed. */
const MAX_DAYS_BACK = 60;

/**
 * The last time a job was due that is due at `time` (`07:00`, by the calendar's clock) of each day on which the calendar is open, half
 * days included. Null when it was not open for two months.
 *
 * A day whose clock has no such time is due at the next moment it has; one that has it twice is due at the first, once.
 */
export function workingMorningSlot(now: UtcMs, calendar: BusinessCalendar, time: string): Slot | null {
  const today = localDate(now, calendar.timeZone);
  for (let daysBack = 0; daysBack <= MAX_DAYS_BACK; daysBack += 1) {
    const date = today.subtract({ days: daysBack });
    const dueAt = momentAt(date, time, calendar.timeZone);
    if (dueAt <= now && hoursOfDay(calendar, date).hours.length > 0) return { key: date.toString(), dueAt };
  }
  return null;
}
