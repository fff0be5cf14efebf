/** The words of the overdue board and its list: how late, what was promised, why. The same on screen, on paper and in a mail. */
import { t } from '../language/language.ts';
import type { BusinessCalendar } from '../catalogue/time-rules.ts';
import { openCalendar } from '../clock/business-calendar.ts';
import { workBetween } from '../clock/count-time.ts';
import type { ClockKind } from '../domain/case-parts.ts';
import { CLOCK_LABELS } from '../domain/labels.ts';
import { HOUR_MS, type UtcMs } from '../util/time.ts';

/** Working time between two moments, and what one working day of the calendar is. */
export interface WorkTime {
  readonly workMs: number;
  readonly dayMs: number;
}

/** A working day is as long as the calendar's open weekdays are on average. */
export function workTime(calendar: BusinessCalendar, from: UtcMs, to: UtcMs): WorkTime {
  const lengths = Object.values(calendar.week)
    .map((hours) => hours.reduce((sum, stretch) => sum + hoursOf(stretch.to) - hoursOf(stretch.from), 0))
    .filter((length) => length > 0);
  const dayMs = (lengths.reduce((sum, length) => sum + length, 0) / lengths.length) * HOUR_MS;
  return { workMs: from < to ? workBetween(openCalendar(calendar), from, to) : 0, dayMs };
}

function hoursOf(wallTime: string): number {
  return Number(wallTime.slice(0, 2)) + Number(wallTime.slice(3)) / 60;
}

const LONG_DAYS = 10;

/** `2 d 3 h`, `5 h`, `12 d`, cut off; `under 1 h` of working time. */
export function workWords({ workMs, dayMs }: WorkTime): string {
  const days = Math.floor(workMs / dayMs);
  const hours = Math.floor((workMs - days * dayMs) / HOUR_MS);
  if (days === 0) return hours === 0 ? t`under 1 h` : `${hours} h`;
  return days >= LONG_DAYS || hours === 0 ? `${days} d` : `${days} d ${hours} h`;
}

/** What somebody has to do for the promise, as the city calls it; of a task, its title. */
export function promiseLabel(clock: ClockKind, taskTitle: string | null): string {
  return taskTitle === null ? CLOCK_LABELS[clock] : `${CLOCK_LABELS[clock]} “${taskTitle}”`;
}
