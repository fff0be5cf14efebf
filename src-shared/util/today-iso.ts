import { Temporal } from 'temporal-polyfill';
import type { UtcMs } from './time.ts';

/** The calendar day in a time zone, as a day field holds it: `2026-10-02`. */
export function todayIso(now: UtcMs, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
