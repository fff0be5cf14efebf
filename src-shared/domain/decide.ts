/**
 * The heart: a command against a case gives facts or a refusal.
 *
 * Pure and total: no clock, no random, no I/O. A workstation runs it at once and shows the result; the server runs the
 * same code later and is final; the simulation runs both.
 */
import { addCoReporter } from '../commands/add-co-reporter.ts';
import { addNote } from '../commands/add-note.ts';
import { addProgressNote } from '../commands/add-progress-note.ts';
import { assignCase } from '../commands/assign-case.ts';
import { attachFile } from '../commands/attach-file.ts';
import { closeCase } from '../commands/close-case.ts';
import { editCase } from '../commands/edit-case.ts';
import { holdCase } from '../commands/hold-case.ts';
import type { Command } from '../commands/index.ts';
import { linkCase } from '../commands/link-case.ts';
import { logContact } from '../commands/log-contact.ts';
import { openCase } from '../commands/open-case.ts';
import { referCase } from '../commands/refer-case.ts';
import { reopenCase } from '../commands/reopen-case.ts';
import { resumeCase } from '../commands/resume-case.ts';
import { takeCase } from '../commands/take-case.ts';
import { transferCase } from '../commands/transfer-case.ts';
import { acknowledgeCase } from '../commands/acknowledge-case.ts';
import { addTask } from '../commands/add-task.ts';
import { assignTask } from '../commands/assign-task.ts';
import { finishTask } from '../commands/finish-task.ts';
import { mergeCase } from '../commands/merge-case.ts';
import { unmergeCase } from '../commands/unmerge-case.ts';
import { absorbCase } from '../commands/absorb-case.ts';
import { separateCase } from '../commands/separate-case.ts';
import { unlinkCase } from '../commands/unlink-case.ts';
import { correspond } from '../commands/correspond.ts';
import { recordSurvey } from '../commands/record-survey.ts';
import { closeFollowUp } from '../commands/close-follow-up.ts';
import { sealCase } from '../commands/seal-case.ts';
import { logOpening } from '../commands/log-opening.ts';
import { reviewCase } from '../commands/review-case.ts';
import { tellSupervisor } from '../commands/tell-supervisor.ts';
import { watchClock } from '../commands/watch-clock.ts';
import { promisesAgain } from '../commands/promises.ts';
import type { Staff } from '../catalogue/catalogue.ts';
import { CLOCK_STAFF_ID } from '../catalogue/lookup.ts';
import { dueQuestionAt } from '../clock/due-question.ts';
import { must } from '../util/assert.ts';
import type { UtcMs } from '../util/time.ts';
import { unreachable } from '../util/unreachable.ts';
import type { Case } from './case-document.ts';
import { type DecideContext, refuse, type Ruling } from './decision.ts';
import { evolveAll } from './evolve.ts';
import { latenessFacts, withdrawnLateness } from './lateness.ts';
import type { Fact, NewFact } from './fact.ts';
import { mayGive, mayWorkOnTask } from './permission.ts';
import type { Refusal } from './refusal.ts';
import { TRANSITIONS } from './transitions.ts';
import { maySee } from './visibility.ts';

export type Decision =
  | { readonly ok: true; readonly facts: readonly Fact[]; readonly next: Case }
  | ({ readonly ok: false } & Refusal);

/**
 * Judges one command. `current` is the case as the judge knows it, null when there is none.
 *
 * On success `facts` (at least one, in order) are what happened and `next` is the case after them. What the clock has brought by
 * the time of the command comes first: whatever is done with a case that is late, that it was late stays in its history (OV-1).
 */
export function decide(current: Case | null, command: Command, context: DecideContext): Decision {
  const late = current === null ? [] : latenessFacts(current, noLaterThan(command.madeAt, context.now));
  const before = evolveAll(command.caseId, current, late);
  const ruling = rule(before, command, context);
  if (!ruling.ok) return { ok: false, reason: ruling.reason, details: ruling.details };
  const given = ruling.facts.map((fact, index) => sealFact(fact, command, index));
  const ruled = current === null ? withLateEntry(given, command, context) : given;
  const after = evolveAll(command.caseId, before, ruled);
  const follows = after === null ? [] : consequences(before, after, command, context);
  const facts = [...late, ...ruled, ...follows.map((fact, index) => sealFact(fact, command, given.length + index))];
  if (facts.length === 0) return { ok: false, reason: 'nothingToChange', details: {} };
  return { ok: true, facts, next: must(evolveAll(command.caseId, current, facts), 'a ruling has at least one fact') };
}

/** A letter may be entered, and even answered, when its date has passed already: that it was late comes before the answer. */
function withLateEntry([opened, ...rest]: readonly Fact[], command: Command, { now }: DecideContext): readonly Fact[] {
  const entered = opened && evolveAll(command.caseId, null, [opened]);
  if (!opened || !entered) return [];
  return [opened, ...latenessFacts(entered, noLaterThan(command.madeAt, now)), ...rest];
}

/** A workstation's clock may be ahead of the judge's: nothing is late there that is not late here. */
function noLaterThan(madeAt: UtcMs, now: UtcMs | undefined): UtcMs {
  return now !== undefined && now < madeAt ? now : madeAt;
}

/** What follows from any command: dates that were standing still move on; a promise that turns out to have been kept is no lateness. */
function consequences(before: Case | null, after: Case, command: Command, context: DecideContext): readonly NewFact[] {
  const withdrawn = withdrawnLateness(after);
  if (command.type === 'case.merge') return withdrawn; // undone, the hold goes on as if it had never ended
  const hasPause = (before?.hold?.pauses ?? []).length > 0 && after.hold === null;
  if (!hasPause) return withdrawn;
  const promises = promisesAgain(dueQuestionAt(after, command.madeAt), after, context, command.madeAt);
  const isAsBefore = Object.entries(promises).every(([name, value]) => value === after[name]);
  return isAsBefore ? withdrawn : [...withdrawn, { kind: 'dueDatesSet', ...promises }];
}

function rule(current: Case | null, command: Command, context: DecideContext): Ruling {
  const gate = TRANSITIONS[command.type][current?.state ?? 'none'];
  if (gate !== 'allowed') return refuse(gate, closedDetails(current));
  if (!isPermitted(current, command, context)) return refuse('notPermitted');
  if (command.type === 'case.open') return openCase.decide(null, command, context);
  return ruleOnExisting(must(current, 'the table refuses a missing case'), command, context);
}

/** What no person gives: the server states it, of the clock, of notices that went out, of answers on its survey page. */
const OF_THE_SERVER: ReadonlySet<Command['type']> = new Set(['case.watchClock', 'case.correspond', 'case.recordSurvey']);

/** By the author's own rights, or by those of a colleague for whom they stand in; the clock's own command is nobody's else. */
function isPermitted(current: Case | null, command: Command, { actor, actsFor }: DecideContext): boolean {
  const { type, userId } = command;
  if (userId === CLOCK_STAFF_ID) return OF_THE_SERVER.has(type);
  if (type === 'case.watchClock') return false;
  if (!actor?.isActive || (current !== null && !maySee(actor, current))) return false; // a colleague's right to sealed cases is not passed on
  return [actor, ...(actsFor ?? [])].some((member) => mayGive(member, type, current) && mayTouchTask(member, current, command));
}

/** A task that is not there is refused for that reason, not for want of a right. */
function mayTouchTask(member: Staff, current: Case | null, command: Command): boolean {
  if (current === null || (command.type !== 'case.finishTask' && command.type !== 'case.assignTask')) return true;
  const task = current.tasks.find(({ id }) => id === command.args.taskId);
  return task === undefined || mayWorkOnTask(member, current, task);
}

function ruleOnExisting(
  current: Case,
  command: Exclude<Command, { type: 'case.open' }>,
  context: DecideContext,
): Ruling {
  switch (command.type) {
    case 'case.edit':
      return editCase.decide(current, command, context);
    case 'case.assign':
      return assignCase.decide(current, command, context);
    case 'case.take':
      return takeCase.decide(current, command, context);
    case 'case.transfer':
      return transferCase.decide(current, command, context);
    case 'case.refer':
      return referCase.decide(current, command, context);
    case 'case.logContact':
      return logContact.decide(current, command, context);
    case 'case.addNote':
      return addNote.decide(current, command, context);
    case 'case.addProgressNote':
      return addProgressNote.decide(current, command, context);
    case 'case.hold':
      return holdCase.decide(current, command, context);
    case 'case.resume':
      return resumeCase.decide(current, command, context);
    case 'case.close':
      return closeCase.decide(current, command, context);
    case 'case.reopen':
      return reopenCase.decide(current, command, context);
    case 'case.addCoReporter':
      return addCoReporter.decide(current, command, context);
    case 'case.attachFile':
      return attachFile.decide(current, command, context);
    case 'case.link':
      return linkCase.decide(current, command, context);
    case 'case.acknowledge':
      return acknowledgeCase.decide(current, command, context);
    case 'case.addTask':
      return addTask.decide(current, command, context);
    case 'case.assignTask':
      return assignTask.decide(current, command, context);
    case 'case.finishTask':
      return finishTask.decide(current, command, context);
    case 'case.merge':
      return mergeCase.decide(current, command, context);
    case 'case.unmerge':
      return unmergeCase.decide(current, command, context);
    case 'case.absorb':
      return absorbCase.decide(current, command, context);
    case 'case.separate':
      return separateCase.decide(current, command, context);
    case 'case.unlink':
      return unlinkCase.decide(current, command, context);
    case 'case.correspond':
      return correspond.decide(current, command, context);
    case 'case.recordSurvey':
      return recordSurvey.decide(current, command, context);
    case 'case.closeFollowUp':
      return closeFollowUp.decide(current, command, context);
    case 'case.seal':
      return sealCase.decide(current, command, context);
    case 'case.logOpening':
      return logOpening.decide(current, command, context);
    case 'case.review':
      return reviewCase.decide(current, command, context);
    case 'case.tellSupervisor':
      return tellSupervisor.decide(current, command, context);
    case 'case.watchClock':
      return watchClock.decide(current, command, context);
    default:
      return unreachable(command);
  }
}

/** Who closed it and when, for the sentence and for Needs attention. */
function closedDetails(current: Case | null): Record<string, unknown> {
  if (current?.state !== 'closed') return {};
  const closing = current.history.findLast((fact) => fact.kind === 'closed');
  return { closedBy: closing?.by ?? null, closedAt: current.closedAt };
}

function sealFact(fact: NewFact, command: Command, index: number): Fact {
  const envelope = { id: `${command.uid}.${index}`, at: command.madeAt, by: command.userId, station: command.station };
  return { ...fact, ...envelope } as Fact; // safe: NewFact is Fact without exactly these four
}
