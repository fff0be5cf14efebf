/**
 * Where a case stood at each moment: open, closed, or part of another one, and with which department. Everything a report counts
 * at a moment ("open at the end of October", "closed by Water") is read off this line, so that a case is never in two places.
 *
 * The line begins when the case reached the city, not when it was typed in, and never goes back: a step that a workstation told of
 * late, with a moment before the step that came before it, counts from that step on.
 */
import type { Case } from '../domain/case-document.ts';
import type { Fact } from '../domain/fact.ts';
import { type UtcMs, utcMs } from '../util/time.ts';

export interface Standing {
  readonly from: UtcMs;
  /** `merged`: its citizen waits for another case's work. */
  readonly state: 'open' | 'closed' | 'merged';
  readonly departmentCode: string;
}

/** A step of a case into or out of the open ones. */
export interface Turn {
  readonly kind: 'closed' | 'reopened' | 'merged' | 'unmerged';
  readonly at: UtcMs;
  /** The department that had the case. */
  readonly departmentCode: string;
  /** As the fact says; differs from `at` only where the line would have gone back. */
  readonly statedAt: UtcMs;
  readonly isFirstContact: boolean;
}

export interface CaseLine {
  /** In order of time, at least one. */
  readonly standings: readonly Standing[];
  readonly turns: readonly Turn[];
}

export function lineOfCase({ history, receivedAt, departmentCode }: Pick<Case, 'history' | 'receivedAt' | 'departmentCode'>): CaseLine {
  const opening = history.find((fact) => fact.kind === 'caseOpened');
  const standings: Standing[] = [{ from: receivedAt, state: 'open', departmentCode: opening?.opened.departmentCode ?? departmentCode }];
  const turns: Turn[] = [];
  let wasOpenBeforeMerge = false;

  function step(at: UtcMs, change: Partial<Standing>): Standing {
    const before = lastOf(standings);
    const after = { ...before, ...change, from: utcMs(Math.max(at, before.from)) };
    standings.push(after);
    return after;
  }
  function turn(kind: Turn['kind'], state: Standing['state'], fact: Fact): void {
    const { from, departmentCode: by } = step(fact.at, { state });
    turns.push({ kind, at: from, departmentCode: by, statedAt: fact.at, isFirstContact: fact.kind === 'closed' && fact.isFirstContactResolution });
  }
  for (const fact of history) {
    const { state } = lastOf(standings);
    if (fact.kind === 'transferred') step(fact.at, { departmentCode: fact.toDepartmentCode });
    else if (fact.kind === 'closed' && state === 'open') turn('closed', 'closed', fact);
    else if (fact.kind === 'reopened' && state === 'closed') turn('reopened', 'open', fact);
    else if (fact.kind === 'merged') {
      wasOpenBeforeMerge = state === 'open';
      if (wasOpenBeforeMerge) turn('merged', 'merged', fact);
    } else if (fact.kind === 'unmerged' && wasOpenBeforeMerge && state === 'merged') turn('unmerged', 'open', fact);
  }
  return { standings, turns };
}

/** What held just before `moment`; null before the case reached the city. */
export function standingBefore(standings: readonly Standing[], moment: number): Standing | null {
  return standings.findLast(({ from }) => from < moment) ?? null;
}

/** The department that had the case at `moment`; the first one for what is told of an earlier time. */
export function departmentAt(standings: readonly Standing[], moment: number): string {
  return (standings.findLast(({ from }) => from <= moment) ?? standings[0])?.departmentCode ?? '';
}

function lastOf(standings: readonly Standing[]): Standing {
  const last = standings.at(-1);
  if (!last) throw new Error('The line of a case has a beginning');
  return last;
}
