import { Temporal } from 'temporal-polyfill';
import type { UtcMs } from '../../src-shared/util/time.ts';

/**
 * The day (`2026-11-22`) of the last moment at which a nightly job was due, by the city's clock: today from `hour` on, before it
 * yesterday. A night without that hour, or with two of it, has one slot like every other.
 */
export function nightlySlot(now: UtcMs, timeZone: string, hour: number): string {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const today = local.toPlainDate();
  return (local.hour >= hour ? today : today.subtract({ days: 1 })).toString();
}
