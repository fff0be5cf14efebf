import { t } from '../../src-shared/language/language.ts';
import type { CaseRow } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { calendarDaysUntil, dayOf, durationWords, timeOfDay } from '../../src-shared/util/moment.ts';
import type { Tone } from './status-pill.tsx';

export interface DueState {
  readonly respondBy: UtcMs | null;
  readonly respondedAt: UtcMs | null;
  readonly closedAt: UtcMs | null;
}

export interface DueWords {
  readonly text: string;
  readonly tone: Tone;
}

/**
 * What the promise to answer has come to: `due today 16:10`, `2 days late`, `answered`, `answered 3 h late`.
 *
 * A late answer stays late after it was given, and closing without an answer does not erase the lateness.
 */
export function dueWords(due: DueState, now: UtcMs, timeZone: string): DueWords {
  const { respondBy, respondedAt, closedAt } = due;
  if (respondedAt !== null) return answered(respondBy, respondedAt);
  if (respondBy === null) return { text: t`no promise`, tone: 'neutral' };
  if (closedAt !== null) return closedAt > respondBy ? { text: t`closed ${durationWords(closedAt - respondBy)} late`, tone: 'danger' } : { text: t`closed in time`, tone: 'neutral' };
  if (now > respondBy) return { text: t`${durationWords(now - respondBy)} late`, tone: 'danger' };
  return stillDue(respondBy, now, timeZone);
}

/** What a line of a list knows of its promises. */
export type RowPromises = Pick<CaseRow, 'dueAt' | 'lateCount' | 'state' | 'respondBy' | 'respondedAt' | 'closedAt'>;

/** What the promise of a case that comes first has come to, or, where none runs, what they all have: `3 days late`, `was late`. */
export function rowDueWords(row: RowPromises, now: UtcMs, timeZone: string): DueWords {
  const { dueAt, lateCount, state } = row;
  if (dueAt !== null) return dueAt < now ? { text: t`${durationWords(now - dueAt)} late`, tone: 'danger' } : stillDue(dueAt, now, timeZone);
  if (state === 'onHold') return { text: t`stands still`, tone: 'neutral' };
  if (lateCount > 0) return { text: t`was late`, tone: 'warning' };
  return dueWords(row, now, timeZone);
}

function answered(respondBy: UtcMs | null, respondedAt: UtcMs): DueWords {
  if (respondBy === null || respondedAt <= respondBy) return { text: t`answered`, tone: 'success' };
  return { text: t`answered ${durationWords(respondedAt - respondBy)} late`, tone: 'warning' };
}

function stillDue(respondBy: UtcMs, now: UtcMs, timeZone: string): DueWords {
  const days = calendarDaysUntil(respondBy, now, timeZone);
  const time = timeOfDay(respondBy, timeZone);
  if (days === 0) return { text: t`due today ${time}`, tone: 'warning' };
  if (days === 1) return { text: t`due tomorrow ${time}`, tone: 'info' };
  return { text: t`due ${dayOf(respondBy, now, timeZone)}`, tone: 'neutral' };
}
