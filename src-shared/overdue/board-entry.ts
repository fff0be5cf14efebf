/**
 * One line of the overdue board: which promise of a case it is about, why, how late in working time, whose it is. Made from the
 * document and the time rules alone, at the workstation for the board and at the server for the daily list.
 */
import { t } from '../language/language.ts';
import type { RuleBook } from '../catalogue/time-rules.ts';
import { policyFor } from '../catalogue/time-rules.ts';
import { dueQuestionAt, ruleVersionAt } from '../clock/due-question.ts';
import { type DueDate, explainDue } from '../clock/explain-due.ts';
import { limitWords } from '../clock/ledger-sentences.ts';
import { whyLate } from '../clock/why-late.ts';
import type { ClockKind } from '../domain/case-parts.ts';
import type { Case } from '../domain/case-document.ts';
import { CONTACT_METHOD_LABELS, CONTACT_OUTCOME_LABELS } from '../domain/labels.ts';
import { lateNow, type RunningClock } from '../domain/lateness.ts';
import type { StaffId } from '../util/ids.ts';
import { exactMoment } from '../util/moment.ts';
import type { UtcMs } from '../util/time.ts';
import { promiseLabel, type WorkTime, workTime, workWords } from './late-words.ts';
import { type EndedLateness, toldStaff } from './promises.ts';

export interface BoardEntry {
  readonly clock: ClockKind;
  readonly taskId: string | null;
  /** Whose promise it is: of a task, the task's; null: nobody's yet. */
  readonly departmentCode: string;
  readonly assigneeId: StaffId | null;
  readonly due: UtcMs;
  /** Late from here on, or so far as it is still to come. */
  readonly lateFrom: UtcMs;
  /** When it was kept after all, or given up by closing; null: it runs still. */
  readonly endedAt: UtcMs | null;
  /** `Answer by Fri 2 Oct 16:10`. */
  readonly promised: string;
  /** One line: `72 hours from receipt (CAS 2.3) ended Fri 2 Oct 16:10`. */
  readonly why: string;
  /** In working time: `2 d 3 h late`, `due in 5 h`. */
  readonly howLate: string;
  /** The same in hours of working time, to be sorted and added up; below zero for what is still to come. */
  readonly workHours: number;
  /** Other promises of the case that are late too. */
  readonly alsoLate: readonly ClockKind[];
  /** Who was told by a rule of the city (OV-2). */
  readonly told: readonly StaffId[];
  /** The last time the citizen and the city were in touch; null: never. */
  readonly lastContact: { readonly at: UtcMs; readonly words: string } | null;
}

export interface BoardSurroundings {
  readonly now: UtcMs;
  /** The city's. */
  readonly timeZone: string;
  readonly ruleBookFor: (version: number) => RuleBook;
}

/** Of a promise that runs, missed or not. */
export function runningEntry(current: Case, running: RunningClock, around: BoardSurroundings): BoardEntry {
  const { now } = around;
  const isLate = running.lateFrom < now;
  const time = isLate ? workOf(current, running.lateFrom, now, around) : workOf(current, now, running.lateFrom, around);
  return {
    ...common(current, running, around),
    lateFrom: running.lateFrom,
    endedAt: null,
    howLate: isLate ? t`${workWords(time)} late` : t`due in ${workWords(time)}`,
    workHours: hoursOf(time) * (isLate ? 1 : -1),
    why: isLate ? why(current, running, around) : dueLine(current, running, around),
  };
}

/** Of a promise that was missed and kept, or given up, since. */
export function endedEntry(current: Case, late: EndedLateness, around: BoardSurroundings): BoardEntry {
  const time = workOf(current, late.since, late.endedAt, around);
  return {
    ...common(current, late, around),
    lateFrom: late.since,
    endedAt: late.endedAt,
    howLate: t`${workWords(time)} late`,
    workHours: hoursOf(time),
    why: why(current, { ...late, lateFrom: late.since }, around),
  };
}

type Named = Pick<RunningClock, 'clock' | 'taskId' | 'due' | 'departmentCode' | 'assigneeId'>;
type Missed = Named & Pick<RunningClock, 'lateFrom'>;

function common(current: Case, promise: Named, { now, timeZone }: BoardSurroundings) {
  const { clock, taskId, due, departmentCode, assigneeId } = promise;
  const others = lateNow(current, now).filter((late) => late.clock !== clock || late.taskId !== taskId);
  return {
    ...{ clock, taskId, departmentCode, assigneeId, due },
    promised: t`${promiseLabel(clock, taskTitle(current, taskId))} by ${exactMoment(due, now, timeZone)}`,
    alsoLate: [...new Set(others.map((late) => late.clock))],
    told: toldStaff(current),
    lastContact: lastContact(current),
  };
}

function taskTitle({ tasks }: Case, taskId: string | null): string | null {
  return tasks.find(({ id }) => id === taskId)?.title ?? null;
}

function workOf(current: Case, from: UtcMs, to: UtcMs, { ruleBookFor }: BoardSurroundings): WorkTime {
  const { calendar } = policyFor(ruleBookFor(current.catalogueVersion), current);
  return workTime(calendar, from, to);
}

function hoursOf({ workMs }: WorkTime): number {
  return Math.round(workMs / 360_000) / 10;
}

/** The date was over when the case was reopened, or brought here: then that is said first, because the lateness begins there. */
function why(current: Case, promise: Missed, around: BoardSurroundings): string {
  const { lateFrom, due } = promise;
  const line = whyLine(current, promise, around);
  if (lateFrom <= due) return line;
  return t`${beginningWords(current, lateFrom)} ${exactMoment(lateFrom, around.now, around.timeZone)}, after its date: ${line}`;
}

/** What let the promise run again, or for the first time here, after its date. */
function beginningWords({ history }: Case, lateFrom: UtcMs): string {
  const kinds = new Set(history.filter(({ at }) => at === lateFrom).map(({ kind }) => kind));
  if (kinds.has('reopened')) return t`Reopened`;
  return kinds.has('unmerged') ? t`Taken out of another case` : t`Brought over from another system`;
}

function whyLine(current: Case, promise: Missed, around: BoardSurroundings): string {
  const explained = explainedDate(current, promise, around);
  return explained ? whyLate(explained, around) : ownDate(current, promise, around, true);
}

function dueLine(current: Case, promise: Missed, around: BoardSurroundings): string {
  const explained = explainedDate(current, promise, around);
  const limit = explained?.steps.find((step) => step.kind === 'binds')?.limit;
  if (!limit) return ownDate(current, promise, around, false);
  const source = limit.source === '' ? '' : ` (${limit.source})`;
  const at = exactMoment(promise.due, around.now, around.timeZone);
  return limit.amount === 1 ? t`${limitWords(limit)} from receipt${source} ends ${at}` : t`${limitWords(limit)} from receipt${source} end ${at}`;
}

/** How the date of a promise of the case itself came about; null for one that is not of the time rule's making, or no longer. */
function explainedDate(current: Case, { clock, due }: Missed, { now, ruleBookFor }: BoardSurroundings): DueDate | null {
  if (clock === 'task' || clock === 'followUp') return null;
  const dates = explainDue(dueQuestionAt(current, now), ruleBookFor(ruleVersionAt(current, now)), now);
  const explained = dates[clock];
  return explained?.due === due ? explained : null;
}

/** A date of its own: a task's, a follow-up's, or one that was brought along from another system. */
function ownDate(current: Case, { clock, taskId, due }: Missed, { now, timeZone }: BoardSurroundings, isPast: boolean): string {
  const at = exactMoment(due, now, timeZone);
  const days = current.tasks.find(({ id }) => id === taskId)?.withinBusinessDays ?? null;
  if (days !== null) return taskLine({ amount: days, at, isPast });
  const rating = clock === 'followUp' ? current.followUp?.rating : undefined;
  if (rating === undefined) return isPast ? t`It was due ${at}` : t`It is due ${at}`;
  return isPast ? t`The follow-up after a rating of ${rating} was due ${at}` : t`The follow-up after a rating of ${rating} is due ${at}`;
}

function taskLine({ amount, at, isPast }: { readonly amount: number; readonly at: string; readonly isPast: boolean }): string {
  const limit = limitWords({ unit: 'businessDays', amount });
  if (amount === 1) return isPast ? t`1 business day for the task ended ${at}` : t`1 business day for the task ends ${at}`;
  return isPast ? t`${limit} for the task ended ${at}` : t`${limit} for the task end ${at}`;
}

function lastContact({ history }: Case): BoardEntry['lastContact'] {
  const last = history.findLast((fact) => fact.kind === 'contactLogged' || fact.kind === 'correspondenceSent');
  if (last?.kind === 'correspondenceSent') return { at: last.at, words: CONTACT_METHOD_LABELS[last.method] };
  if (last?.kind !== 'contactLogged') return null;
  const { method, outcome, at } = last;
  return { at, words: outcome === 'reached' ? CONTACT_METHOD_LABELS[method] : `${CONTACT_METHOD_LABELS[method]}, ${CONTACT_OUTCOME_LABELS[outcome].toLowerCase()}` };
}
