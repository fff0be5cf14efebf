/**
 * Which promises of a case are running, and which were missed. Lateness is a fact (OV-1): it is stated once, by whoever
 * notices first, under an id that every workstation and the server make alike, and nothing that happens later takes it off the
 * case. Only when it turns out that the promise was kept in time after all, by a workstation that was offline, is it said to
 * be withdrawn; the fact itself stays.
 */
import { CLOCK_STAFF_ID } from '../catalogue/lookup.ts';
import { type UtcMs, utcMs } from '../util/time.ts';
import type { ClockKind, Lateness } from './case-parts.ts';
import type { Case } from './case-document.ts';
import type { Fact, NewFact } from './fact.ts';

/** A promise still to be kept. It is late once `lateFrom` has passed. */
export interface RunningClock {
  readonly clock: ClockKind;
  readonly taskId: string | null;
  readonly due: UtcMs;
  readonly lateFrom: UtcMs;
  readonly departmentCode: string;
  readonly assigneeId: Case['assigneeId'];
}

/** Every promise that is running now: neither kept nor standing still, whether missed already or not; earliest first. */
export function runningClocks(current: Case): readonly RunningClock[] {
  const running = [...caseClocks(current), ...taskClocks(current), ...followUpClock(current)];
  return running.sort((a, b) => a.lateFrom - b.lateFrom);
}

function caseClocks(current: Case): readonly RunningClock[] {
  if (current.state === 'closed') return [];
  const { departmentCode, assigneeId, hold } = current;
  const openSince = lastOpened(current);
  const promised = [
    { clock: 'acknowledge', due: current.acknowledgedAt === null ? (current.acknowledgeBy ?? null) : null },
    { clock: 'respond', due: current.respondedAt === null ? current.respondBy : null },
    { clock: 'resolve', due: current.resolveBy },
  ] as const;
  return promised.flatMap(({ clock, due }) => {
    if (due === null || hold?.pauses?.includes(clock)) return [];
    return [{ clock, taskId: null, due, lateFrom: utcMs(Math.max(due, openSince)), departmentCode, assigneeId }];
  });
}

function taskClocks(current: Case): readonly RunningClock[] {
  if (current.state === 'closed') return [];
  const openSince = lastOpened(current);
  return current.tasks.flatMap(({ id, state, dueBy, departmentCode, assigneeId }) =>
    state === 'open' && dueBy !== null ? [{ clock: 'task' as const, taskId: id, due: dueBy, lateFrom: utcMs(Math.max(dueBy, openSince)), departmentCode, assigneeId }] : [],
  );
}

/** Runs on while the case is closed: it begins with its closing. */
function followUpClock({ followUp, assigneeId }: Case): readonly RunningClock[] {
  if (followUp === null || followUp.closedAt !== null) return [];
  const { dueBy, departmentCode } = followUp;
  return [{ clock: 'followUp', taskId: null, due: dueBy, lateFrom: dueBy, departmentCode, assigneeId }];
}

/**
 * A case that was closed in time and reopened after its date is late from the reopening on, not from the date; one brought over
 * from another system from the day it came on, because no promise of ours was running before.
 */
function lastOpened({ history, receivedAt, source }: Case): number {
  const broughtAt = Number(source?.['importedAt'] ?? 0);
  return history.findLast(({ kind }) => kind === 'reopened' || kind === 'unmerged')?.at ?? Math.max(receivedAt, broughtAt);
}

/** The promises that were missed by `now` and not stated yet, as facts. A promise kept at the very moment it was due is kept. */
export function latenessFacts(current: Case, now: UtcMs): readonly Fact[] {
  return unstatedClocks(current)
    .filter((running) => running.lateFrom < now)
    .map(({ lateFrom, ...late }) => ({ kind: 'wentOverdue', ...late, ...clockEnvelope(`${current.id}.overdue-${late.clock}${late.taskId === null ? '' : `-${late.taskId}`}-${late.due}`, lateFrom) }));
}

/** Those of the running promises that were not stated as missed, whether they are or not. */
export function unstatedClocks(current: Case): readonly RunningClock[] {
  return runningClocks(current).filter((running) => !isStated(current, running));
}

function isStated(current: Case, { clock, taskId, due }: RunningClock): boolean {
  return (current.lateness ?? []).some((late) => late.clock === clock && late.taskId === taskId && late.due === due);
}

/** Envelope of a fact that nobody gave a command for. */
function clockEnvelope(id: string, at: UtcMs) {
  return { id, at, by: CLOCK_STAFF_ID, station: 'clock' };
}

/** The next moment at which a promise of this case will have been missed that was not stated yet; null: none will. */
export function nextLateAt(current: Case): UtcMs | null {
  return unstatedClocks(current)[0]?.lateFrom ?? null;
}

/** The promises that are late now: missed and still to be kept. */
export function lateNow(current: Case, now: UtcMs): readonly RunningClock[] {
  return runningClocks(current).filter(({ lateFrom }) => lateFrom < now);
}

/** Promises stated as missed that were kept in time, as the case now shows. */
export function withdrawnLateness(current: Case): readonly NewFact[] {
  return (current.lateness ?? [])
    .filter((late) => late.withdrawnAt === null && wasKept(current, late))
    .map(({ clock, taskId, due }) => ({ kind: 'overdueWithdrawn', clock, taskId, due }));
}

function wasKept(current: Case, late: Lateness): boolean {
  const inTime = (moment: UtcMs | null | undefined): boolean => moment !== null && moment !== undefined && moment <= late.due;
  switch (late.clock) {
    case 'acknowledge':
      return inTime(current.acknowledgedAt) || isPausedBefore(current, late);
    case 'respond':
      return inTime(current.respondedAt) || isPausedBefore(current, late);
    case 'resolve':
      return (current.mergedInto === null && inTime(current.closedAt)) || isPausedBefore(current, late); // work is not done because it is done elsewhere
    case 'task':
      return inTime(current.tasks.find(({ id }) => id === late.taskId)?.finishedAt);
    case 'followUp':
      return inTime(current.followUp?.closedAt);
  }
}

function isPausedBefore({ hold }: Case, { clock, due }: Lateness): boolean {
  return hold !== null && (hold.pauses ?? []).some((paused) => paused === clock) && hold.since <= due;
}
