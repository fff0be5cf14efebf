import { Temporal } from 'temporal-polyfill';
import { type UtcMs, utcMs } from '../../../src-shared/util/time.ts';
import { dayOf } from '../../../src-shared/util/moment.ts';

/** A calendar day (`2026-10-02`) as `Fri 2 Oct`. Anything else is given back as it is. */
export function isoDayWords(date: string, now: UtcMs, timeZone: string): string {
  try {
    const noon = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: '12:00' });
    return dayOf(utcMs(noon.epochMilliseconds), now, timeZone);
  } catch {
    return date;
  }
}
