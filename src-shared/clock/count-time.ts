/** Counting time that is not paused: elapsed hours, working hours, and working days turned into working hours by a pause. */
import type { BusinessCalendar, TimeLimit } from '../catalogue/time-rules.ts';
import { HOUR_MS, type UtcMs, utcMs } from '../util/time.ts';
import { unreachable } from '../util/unreachable.ts';
import { addBusinessDays, type OpenCalendar, openCalendar, type Stretch } from './business-calendar.ts';

/**
 * When a limit that runs from `receivedAt` ends, `paused` (in order, not overlapping) not counting.
 *
 * Business days without a pause end at closing time. With pauses they are as much working time as lies between receipt and that
 * closing time, and end when so much of it has gone by: at the closing moment of a day, never at the next opening.
 */
export function dueOfLimit(limit: TimeLimit, receivedAt: UtcMs, calendar: BusinessCalendar, paused: readonly Stretch[]): UtcMs {
  switch (limit.unit) {
    case 'elapsedHours':
      return utcMs(afterElapsed(receivedAt, Math.round(limit.amount * HOUR_MS), paused));
    case 'businessHours':
      return utcMs(afterWork(openCalendar(calendar), receivedAt, Math.round(limit.amount * HOUR_MS), paused));
    case 'businessDays': {
      const { due } = addBusinessDays(calendar, receivedAt, limit.amount);
      if (paused.every(({ from, to }) => from >= due || to <= receivedAt)) return due;
      const open = openCalendar(calendar);
      return utcMs(afterWork(open, receivedAt, workBetween(open, receivedAt, due), paused));
    }
    default:
      return unreachable(limit.unit);
  }
}

/** The first moment at which `lengthMs` have gone by that were not paused. */
function afterElapsed(start: number, lengthMs: number, paused: readonly Stretch[]): number {
  let due = start + lengthMs;
  for (const { from, to } of paused) {
    if (from >= due) break;
    due += Math.max(0, to - Math.max(from, start));
  }
  return due;
}

/** The first moment at which `workMs` of working time have gone by that were not paused. */
function afterWork(open: OpenCalendar, start: number, workMs: number, paused: readonly Stretch[]): number {
  let left = workMs;
  let at = 0; // the first pause that may still matter
  for (let number = open.zone.dayAt(start); ; number += 1) {
    for (const stretch of open.day(number).stretches) {
      let from = Math.max(stretch.from, start);
      while (from < stretch.to) {
        while ((paused[at]?.to ?? Infinity) <= from) at += 1;
        const pause = paused[at];
        const to = Math.min(stretch.to, Math.max(from, pause?.from ?? Infinity));
        if (to - from >= left) return from + left;
        left -= to - from;
        from = pause && pause.from < stretch.to ? Math.max(to, pause.to) : to;
      }
    }
    number = Math.max(number, lastPausedDay(open, number, paused[at]));
  }
}

/** Days that lie wholly within a pause need not be looked at one by one: the last of them, or the day itself. */
function lastPausedDay(open: OpenCalendar, number: number, pause: Stretch | undefined): number {
  const next = open.zone.startOf(number + 1);
  return pause && pause.from <= next && pause.to > next ? open.zone.dayAt(pause.to) - 1 : number;
}

/** Working time between two moments, in milliseconds. */
export function workBetween(open: OpenCalendar, from: number, to: number): number {
  let sum = 0;
  const last = open.zone.dayAt(to);
  for (let number = open.zone.dayAt(from); number <= last; number += 1) {
    const day = open.day(number);
    for (const stretch of day.stretches) sum += Math.max(0, Math.min(stretch.to, to) - Math.max(stretch.from, from));
  }
  return sum;
}
