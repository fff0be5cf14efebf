/**
 * Judges a batch of commands in memory, one after another, against what was loaded for it: no database, no clock.
 *
 * The rules of the case are `decide`'s, the same as at the workstation. What is added here is what only the server can
 * know: whether the command was carried out before, whether its number is free, whether the station may still touch the
 * case, and whether something before it was set aside.
 */
import { CLOCK_STAFF_ID, findStaff } from '../../src-shared/catalogue/lookup.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { bookFor } from '../../src-shared/catalogue/rule-books.ts';
import { type RuleBook, ruleBookOf } from '../../src-shared/catalogue/time-rules.ts';
import type { Command } from '../../src-shared/commands/index.ts';
import { bucketsOf } from '../../src-shared/domain/buckets.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { decide } from '../../src-shared/domain/decide.ts';
import { evolve } from '../../src-shared/domain/evolve.ts';
import type { Fact } from '../../src-shared/domain/fact.ts';
import { APPENDS } from '../../src-shared/domain/permission.ts';
import type { Refusal } from '../../src-shared/domain/refusal.ts';
import type { Office } from '../../src-shared/office/office.ts';
import { standInContext } from '../../src-shared/office/stand-in-context.ts';
import { type CommandResult, RENUMBERED } from '../../src-shared/protocol/push.ts';
import { formatTrackingNumber, isPracticeNumber, TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { must } from '../../src-shared/util/assert.ts';
import type { ReadableCommand, ReadCommand, UnreadableCommand } from './read-command.ts';

/** What became of an earlier command with the same id, whichever station sent it. */
export interface EarlierResult extends CommandResult {
  readonly caseId: string | null;
  readonly userId: string | null;
  readonly madeAt: number | null;
}

/** Everything loaded for a batch. The maps are changed while judging, so that later commands see earlier ones. */
export interface Known {
  readonly station: string;
  /** This server's clock. */
  readonly now: UtcMs;
  /** Whether the station is the servers' own, which alone may say what no person gives. */
  readonly isOwnStation: boolean;
  readonly catalogue: Catalogue;
  /** All the city has had. */
  readonly ruleBooks: readonly RuleBook[];
  /** Who stands in for whom. */
  readonly office: Pick<Office, 'delegations'>;
  readonly heldBuckets: ReadonlySet<string>;
  readonly cases: Map<string, Case>;
  /** By tracking number; this server never gave out a number that is not in it. */
  readonly numbers: Map<string, 'leased' | 'used' | 'void'>;
  /** Leased for this batch, to replace those that are on another slip. */
  readonly spareNumbers: TrackingNumber[];
  readonly earlier: Map<string, EarlierResult>;
  /** As in `Deferral.cases`. */
  readonly deferredCases: Map<string, string>;
  /** Cases brought in from another system, by `sourceKey`. */
  readonly sources: Map<string, string>;
}

export type Outcome = AcceptedOutcome | OtherOutcome;

export interface AcceptedOutcome {
  readonly kind: 'accepted';
  readonly read: ReadableCommand;
  readonly before: Case | null;
  readonly after: Case;
  readonly facts: readonly Fact[];
}

/** `repeat`: a command of this id was judged before; `result` is what became of it then, or a refusal if this is another one. */
export interface OtherOutcome {
  readonly kind: 'refused' | 'deferred' | 'repeat';
  readonly read: ReadCommand;
  readonly result: CommandResult;
}

/** Sets commands aside that break the server. */
export interface Deferral {
  /** Seq of a command known to break it, or null. */
  readonly seq: number | null;
  /** Makes an incident's code and logs the error behind it. */
  readonly report: (seq: number, error: unknown) => string;
  /** Cases with a command of this push that was set aside, and the code; added to while judging. Later pushes know what became of it. */
  readonly cases: Map<string, string>;
}

/** Judges the batch in order; the outcomes have the order of the commands. */
export function judgeBatch(batch: readonly ReadCommand[], known: Known, deferral: Deferral): readonly Outcome[] {
  return batch.map((read) => {
    const outcome = judge(read, known, deferral);
    remember(outcome, known);
    return outcome;
  });
}

function judge(read: ReadCommand, known: Known, deferral: Deferral): Outcome {
  if (read.seq === deferral.seq) return defer(read, deferral.report(read.seq, new Error('the command could not be written')));
  if (read.kind === 'unreadable') return knownByLabel(read, known) ?? refuse(read, { reason: read.reason, details: read.detail });
  const earlier = known.earlier.get(read.command.uid);
  if (earlier !== undefined) return repeat(read, earlier);
  if (read.isWithdrawn) return refuse(read, { reason: 'withdrawn', details: {} });
  if (isHalfOfRefused(read.command, known)) return refuse(read, { reason: 'mergeRefused', details: {} });
  const setAside = reasonToDefer(read.command, known);
  if (setAside !== null) return defer(read, setAside);
  const refusal = serverRefusal(read.command, known);
  if (refusal !== null) return refuse(read, refusal);
  try {
    return decideOne(read, known);
  } catch (error) {
    return defer(read, deferral.report(read.seq, error));
  }
}

function decideOne(read: ReadableCommand, known: Known): Outcome {
  const { command } = read;
  const before = known.cases.get(command.caseId) ?? null;
  const { catalogue, ruleBooks } = known;
  const ruleBookFor = (version: number): RuleBook => bookFor(ruleBooks, version) ?? ruleBookOf(catalogue);
  const standIns = standInContext(known.office, catalogue, { actorId: command.userId, at: command.madeAt });
  const decision = decide(before, command, { catalogue, actor: findStaff(catalogue, command.userId) ?? null, ruleBookFor, now: known.now, caseOf: (caseId) => known.cases.get(caseId) ?? null, ...standIns });
  if (!decision.ok) return refuse(read, decision);
  return replaceNumber({ kind: 'accepted', read, before, after: decision.next, facts: decision.facts }, known);
}

/** Later commands of the batch must see the case, the number and the answer that earlier ones made. */
function remember(outcome: Outcome, known: Known): void {
  const { read } = outcome;
  if (read.kind === 'unreadable' || outcome.kind === 'repeat') return;
  const { command } = read;
  if (outcome.kind === 'deferred' && buildsOn(outcome, known)) known.deferredCases.set(command.caseId, outcome.result.code ?? '');
  if (outcome.kind === 'accepted') {
    known.cases.set(command.caseId, outcome.after);
    const number = numberGiven(outcome);
    if (number !== null) known.numbers.set(number, 'used');
    const source = sourceOf(command);
    if (source !== null) known.sources.set(source, outcome.after.trackingNumber);
  }
  const { caseId, userId, madeAt } = command;
  known.earlier.set(command.uid, { ...resultOf(outcome), caseId, userId, madeAt });
}

/** Whether what follows on the case may rest on a command set aside. A colleague's work does not wait for that of someone who has left. */
function buildsOn(outcome: OtherOutcome, known: Known): boolean {
  return outcome.result.code !== 'staffInactive' || (outcome.read.kind === 'readable' && !known.cases.has(outcome.read.command.caseId));
}

/** The line that goes back to the station and into `command_result`. */
export function resultOf(outcome: Outcome): CommandResult {
  if (outcome.kind !== 'accepted') return outcome.result;
  const replaced = outcome.facts.find((fact) => fact.kind === 'numberReplaced');
  const detail = replaced ? { from: replaced.formerNumber, to: replaced.trackingNumber } : null;
  return { seq: outcome.read.seq, status: 'accepted', code: replaced ? RENUMBERED : null, detail };
}

/** The number that leads to the case from now on because of this command, if it gave out one. */
export function numberGiven({ facts }: Pick<AcceptedOutcome, 'facts'>): TrackingNumber | null {
  const given = facts.find((fact) => fact.kind === 'numberReplaced') ?? facts.find((fact) => fact.kind === 'caseOpened' || fact.kind === 'coReporterAdded');
  return given === undefined ? null : given.kind === 'caseOpened' ? given.opened.trackingNumber : given.trackingNumber;
}

/** The answer given the first time, under this command's own seq; another command under a used id is refused. */
function repeat(read: ReadableCommand, { caseId, userId, madeAt, ...result }: EarlierResult): Outcome {
  const { command } = read;
  const isSame = caseId === command.caseId && userId === command.userId && madeAt === command.madeAt;
  if (isSame) return { kind: 'repeat', read, result: { ...result, seq: read.seq } };
  const detail = { problem: 'another command has this id' };
  return { kind: 'repeat', read, result: { seq: read.seq, status: 'refused', code: 'invalidCommand', detail } };
}

/** What became of a command whose text is sealed for another database: a copy of its case may have brought it here all the same. */
function knownByLabel(read: UnreadableCommand, known: Known): Outcome | null {
  const earlier = read.label === null ? undefined : known.earlier.get(read.label.uid);
  if (earlier === undefined || earlier.caseId !== read.label?.caseId) return null;
  const { status, code, detail } = earlier;
  return { kind: 'repeat', read, result: { seq: read.seq, status, code, detail } };
}

/** Whether a command is one half of what was given for two cases at once, and the other half had no effect: then this has none. */
function isHalfOfRefused(command: Command, { earlier }: Known): boolean {
  const uid = otherHalfOf(command);
  return uid !== null && earlier.get(uid)?.status !== 'accepted';
}

/** Id of the command that this one was given with, for another case; null: it stands by itself. */
export function otherHalfOf(command: Command): string | null {
  if (command.type === 'case.absorb') return command.args.mergeUid;
  return command.type === 'case.separate' ? command.args.unmergeUid : null;
}

/**
 * Commands that people must look at: those of a member of staff who has been made inactive since (the work is not lost,
 * but not carried out unseen either), and those of the same batch that build on a command set aside.
 */
function reasonToDefer(command: Command, known: Known): string | null {
  const blocked = known.deferredCases.get(command.caseId);
  if (blocked !== undefined) return blocked;
  const author = findStaff(known.catalogue, command.userId);
  return author !== undefined && !author.isActive ? 'staffInactive' : null;
}

function serverRefusal(command: Command, known: Known): Refusal | null {
  if (command.station !== known.station) {
    return { reason: 'invalidCommand', details: { problem: 'the command names another workstation' } };
  }
  if (command.userId === CLOCK_STAFF_ID && !known.isOwnStation) return { reason: 'notPermitted', details: {} };
  return practiceRefusal(command) ?? scopeRefusal(command, known) ?? sourceRefusal(command, known);
}

/** What was made up in practice mode is no case of the city, by whatever way it comes here; nor does such a number lead to one. */
function practiceRefusal(command: Command): Refusal | null {
  const numbers = [numberOf(command), ...(command.type === 'case.open' ? command.args.formerNumbers : [])].flatMap((number) => TrackingNumber.safeParse(number).data ?? []);
  const made = numbers.find(isPracticeNumber);
  if (made === undefined) return null;
  return { reason: 'invalidCommand', details: { problem: `${formatTrackingNumber(made)} is a number of practice mode, and no case of the city has one` } };
}

/** A case that has left the station's buckets can be added to, not changed: what it says now is not shown there any more. */
function scopeRefusal(command: Command, known: Known): Refusal | null {
  const current = known.cases.get(command.caseId);
  if (current === undefined || APPENDS.has(command.type)) return null;
  if (bucketsOf(current).some((bucket) => known.heldBuckets.has(bucket))) return null;
  if (current.isSealed) return { reason: 'notPermitted', details: {} };
  return { reason: 'movedToAnotherDepartment', details: { departmentCode: current.departmentCode } };
}

function sourceRefusal(command: Command, known: Known): Refusal | null {
  const source = sourceOf(command);
  const trackingNumber = source === null ? undefined : known.sources.get(source);
  return trackingNumber === undefined ? null : { reason: 'caseAlreadyExists', details: { trackingNumber } };
}

/**
 * Whether the number a command gives out is on another slip already: a disk was copied and both copies gave it out.
 *
 * One this server never leased was issued by the workstation itself, or leased in an earlier life of this server: it is on a
 * citizen's slip, so it stands.
 */
export function isOnAnotherSlip(number: string, numbers: Known['numbers']): boolean {
  return (numbers.get(number) ?? 'leased') !== 'leased';
}

/**
 * The citizen keeps the case, under a new number; the old one leads to both. Their author is told to call them back. A number that
 * replaced it in an earlier life of this server, and may have been told already, is taken again.
 */
function replaceNumber(outcome: AcceptedOutcome, known: Known): AcceptedOutcome {
  const { command } = outcome.read;
  const formerNumber = numberOf(command);
  if (formerNumber === null) return outcome;
  const told = outcome.read.renumberedTo;
  const isToldFree = told !== null && told !== formerNumber && !isOnAnotherSlip(told, known.numbers);
  if (!isToldFree && !isOnAnotherSlip(formerNumber, known.numbers)) return outcome;
  const trackingNumber = isToldFree ? told : must(known.spareNumbers.pop(), 'a spare number was leased for every number of the batch that is taken');
  const envelope = { id: `${command.uid}.${outcome.facts.length}`, at: command.madeAt, by: command.userId, station: command.station };
  const fact: Fact = { kind: 'numberReplaced', formerNumber: TrackingNumber.parse(formerNumber), trackingNumber, ...envelope };
  return { ...outcome, facts: [...outcome.facts, fact], after: evolve(outcome.after.id, outcome.after, fact) };
}

/** The number a command gives to a citizen, if it does. */
export function numberOf(command: Command): string | null {
  return command.type === 'case.open' || command.type === 'case.addCoReporter' ? command.args.trackingNumber : null;
}

/** Where an imported case comes from, as one key; null for every other command. */
export function sourceOf(command: Command): string | null {
  return command.type === 'case.open' && command.args.source !== null ? sourceKey(command.args.source) : null;
}

export function sourceKey({ system, id }: { readonly system: string; readonly id: string }): string {
  return JSON.stringify([system, id]);
}

function refuse(read: ReadCommand, { reason, details }: Refusal): Outcome {
  return { kind: 'refused', read, result: { seq: read.seq, status: 'refused', code: reason, detail: { ...details } } };
}

function defer(read: ReadCommand, code: string): Outcome {
  return { kind: 'deferred', read, result: { seq: read.seq, status: 'deferred', code, detail: null } };
}
