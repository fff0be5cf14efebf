import { MINUTE_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import type { Slot } from './slot.ts';

/** The minute it is. */
export function minuteSlot(now: UtcMs): Slot {
  const dueAt = utcMs(now - (now % MINUTE_MS));
  return { key: `${new Date(dueAt).toISOString().slice(0, 16)}Z`, dueAt };
}
