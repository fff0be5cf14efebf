import { localDate, momentAt } from '../../src-shared/clock/business-calendar.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Slot } from './slot.ts';

/**
 * The last time a nightly job was due, by the city's clock: today from `hour` on, before it yesterday. Its key is that day
 * (`2026-11-22`). A night without that hour, or with two of it, has one slot like every other.
 */
export function nightlySlot(now: UtcMs, timeZone: string, hour: number): Slot {
  const today = localDate(now, timeZone);
  const wallTime = `${String(hour).padStart(2, '0')}:00`;
  const dueToday = momentAt(today, wallTime, timeZone);
  if (now >= dueToday) return { key: today.toString(), dueAt: dueToday };
  const yesterday = today.subtract({ days: 1 });
  return { key: yesterday.toString(), dueAt: momentAt(yesterday, wallTime, timeZone) };
}
