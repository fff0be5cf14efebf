/**
 * What lists need of the promises of a case: those that run, those that were missed and kept since, and who was told. Made from the
 * document alone by the rules of `domain/lateness.ts`, so that every list says what the case itself says.
 */
import type { ClockKind, Lateness } from '../domain/case-parts.ts';
import type { Case } from '../domain/case-document.ts';
import { runningClocks, unstatedClocks } from '../domain/lateness.ts';
import type { StaffId } from '../util/ids.ts';
import { type UtcMs, utcMs } from '../util/time.ts';

/** A promise that runs, or a task that is open. */
export interface ListedPromise {
  readonly clock: ClockKind;
  /** Empty for promises of the case itself. */
  readonly taskId: string;
  /** These three are null for a task that nobody gave a date. Late once `lateFrom` has passed, due soon from `soonFrom` on. */
  readonly due: UtcMs | null;
  readonly lateFrom: UtcMs | null;
  readonly soonFrom: UtcMs | null;
  readonly departmentCode: string;
  readonly assigneeId: StaffId | null;
  /** The case says already that it was missed. */
  readonly isStated: boolean;
  /** The one of the case that is missed first, and of those its department has in the case. */
  readonly isFirst: boolean;
  readonly isFirstThere: boolean;
}

/** Earliest first; tasks without a date at the end. `dueSoonMs`: of the case's time rule. */
export function listedPromises(current: Case, dueSoonMs: number): readonly ListedPromise[] {
  const unstated = new Set(unstatedClocks(current).map(keyOf));
  const seen = new Set<string>();
  const dated = runningClocks(current).map((running, index): ListedPromise => {
    const { clock, due, lateFrom, departmentCode, assigneeId } = running;
    const isFirstThere = !seen.has(departmentCode);
    seen.add(departmentCode);
    const soonFrom = utcMs(lateFrom - dueSoonMs);
    return { clock, taskId: running.taskId ?? '', due, lateFrom, soonFrom, departmentCode, assigneeId, isStated: !unstated.has(keyOf(running)), isFirst: index === 0, isFirstThere };
  });
  return [...dated, ...undatedTasks(current)];
}

function keyOf({ clock, taskId }: { readonly clock: ClockKind; readonly taskId: string | null }): string {
  return `${clock} ${taskId ?? ''}`;
}

function undatedTasks(current: Case): readonly ListedPromise[] {
  if (current.state === 'closed') return [];
  const none = { due: null, lateFrom: null, soonFrom: null, isStated: false, isFirst: false, isFirstThere: false };
  return current.tasks
    .filter(({ state, dueBy }) => state === 'open' && dueBy === null)
    .map(({ id, departmentCode, assigneeId }) => ({ ...none, clock: 'task', taskId: id, departmentCode, assigneeId }));
}

/** A promise that was missed, and when it was kept after all: the answer given, the work finished, or the case closed without. */
export interface EndedLateness extends Lateness {
  readonly endedAt: UtcMs;
}

/** Last ended first. What is late still is not among them, nor what turned out to have been kept in time. */
export function endedLateness(current: Case): readonly EndedLateness[] {
  const running = runningClocks(current);
  return current.lateness
    .filter((late) => late.withdrawnAt === null && !running.some(({ clock, taskId }) => clock === late.clock && taskId === late.taskId))
    .flatMap((late) => {
      const endedAt = endOf(current, late);
      return endedAt === null ? [] : [{ ...late, endedAt }];
    })
    .sort((a, b) => b.endedAt - a.endedAt);
}

/** Null: neither kept nor given up, such as one that stands still. */
function endOf(current: Case, { clock, taskId }: Lateness): UtcMs | null {
  const { acknowledgedAt, respondedAt, closedAt, followUp, tasks } = current;
  switch (clock) {
    case 'acknowledge':
      return acknowledgedAt ?? closedAt;
    case 'respond':
      return respondedAt ?? closedAt;
    case 'resolve':
      return closedAt;
    case 'task':
      return tasks.find(({ id }) => id === taskId)?.finishedAt ?? closedAt;
    case 'followUp':
      return followUp?.closedAt ?? null;
  }
}

/** How often a promise of the case was missed: what turned out to have been kept does not count. */
export function lateCount(current: Case): number {
  return current.lateness.filter(({ withdrawnAt }) => withdrawnAt === null).length;
}

/** Who was told of promises that run still, each once, in the order they were told. */
export function toldStaff(current: Case): readonly StaffId[] {
  if (current.escalations.length === 0) return [];
  const running = runningClocks(current);
  const still = current.escalations.filter((told) => running.some(({ clock, due }) => clock === told.clock && due === told.due));
  return [...new Set(still.map(({ toStaffId }) => toStaffId))];
}
