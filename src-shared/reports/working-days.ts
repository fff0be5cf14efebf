import type { BusinessCalendar } from '../catalogue/time-rules.ts';
import { openCalendar } from '../clock/business-calendar.ts';
import type { UtcMs } from '../util/time.ts';

/** Counts working days between two moments; see `openWorkingDays`. */
export type CountWorkingDays = (from: UtcMs, to: UtcMs) => number;

/**
 * Working days as a promise counts them (`addBusinessDays`): those after the local day of `from`, up to and including that of
 * `to`. Zero on the same day, whatever the hour; half days count as days.
 */
export function openWorkingDays(calendar: BusinessCalendar): CountWorkingDays {
  const open = openCalendar(calendar);
  const before = new Map<number, number>();
  let first: number | null = null;
  let last = 0;

  /** Working days of all days from the first one asked for to `day`, both included. */
  function upTo(day: number): number {
    if (first === null) {
      first = day;
      last = day - 1;
    }
    while (last < day) {
      last += 1;
      before.set(last, (before.get(last - 1) ?? 0) + (open.day(last).workMs > 0 ? 1 : 0));
    }
    while (first > day) {
      // Counted backwards: what lies before the first day asked for counts down from it.
      before.set(first - 1, (before.get(first) ?? 0) - (open.day(first).workMs > 0 ? 1 : 0));
      first -= 1;
    }
    return before.get(day) ?? 0;
  }
  return (from, to) => upTo(open.zone.dayAt(to)) - upTo(open.zone.dayAt(from));
}
