import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { localDate } from '../../src-shared/clock/business-calendar.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type UtcMs } from '../../src-shared/util/time.ts';
import { finishedMonthSlot } from './finished-month-slot.ts';
import { minuteSlot } from './minute-slot.ts';
import { nightlySlot } from './nightly-slot.ts';
import type { Slot } from './slot.ts';
import { type WorkingMorning, workingMorningSlot } from './working-morning-slot.ts';

/** When a job is due. */
export interface Schedule {
  /** In the log: `nightly`. */
  readonly name: string;
  /** The slot that is to be done now, if nobody has done it; null: none. `catalogue` is null while nobody has set the city up. */
  slotAt(now: UtcMs, catalogue: Catalogue | null): Slot | null;
  /** A job that failed is tried again after this long, while its slot lasts. */
  readonly retryAfterMs: number;
  /** How long it is remembered that a slot was done. */
  readonly rememberMs: number;
}

const REMEMBER_MS = 400 * DAY_MS;

/** Once a night, from `hour` of the city's day on; a server that was off then does it later. */
export function everyNight(hour: number): Schedule {
  return {
    name: 'nightly',
    // The night of a server that nobody has set up yet is its computer's.
    slotAt: (now, catalogue) => nightlySlot(now, catalogue?.city.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone, hour),
    retryAfterMs: HOUR_MS,
    rememberMs: REMEMBER_MS,
  };
}

/**
 * Once on each working day, at the time the catalogue says: `when` picks it, null for a city that wants none. A server that was off then
 * does it later the same day, not on another: what is made in the morning is about that morning.
 */
export function everyWorkingMorning(when: (catalogue: Catalogue) => WorkingMorning | null): Schedule {
  return {
    name: 'working mornings',
    slotAt(now, catalogue) {
      const morning = catalogue && when(catalogue);
      if (!morning) return null;
      const slot = workingMorningSlot(now, morning.calendar, morning.time);
      return slot?.key === localDate(now, morning.calendar.timeZone).toString() ? slot : null;
    },
    retryAfterMs: 5 * MINUTE_MS,
    rememberMs: REMEMBER_MS,
  };
}

/**
 * Once a month, at the time of its first working day that `when` says; the slot is the month before, which is over then (`2026-10`). A
 * server that was off does it later, as long as the month lasts: what is made is about the finished month, whatever day it is.
 */
export function firstWorkingMorningOfMonth(when: (catalogue: Catalogue) => WorkingMorning | null): Schedule {
  return {
    name: 'first working mornings',
    slotAt(now, catalogue) {
      const morning = catalogue && when(catalogue);
      return morning ? finishedMonthSlot(now, catalogue.city.timeZone, morning) : null;
    },
    retryAfterMs: 5 * MINUTE_MS,
    rememberMs: REMEMBER_MS,
  };
}

/** Once a minute; minutes on which no server ran are not made up for. */
export const EVERY_MINUTE: Schedule = {
  name: 'every minute',
  slotAt: minuteSlot,
  retryAfterMs: MINUTE_MS,
  rememberMs: DAY_MS,
};
