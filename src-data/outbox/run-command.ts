/**
 * A command given at this workstation: judged, shown, and safely on disk, in one durable transaction.
 *
 * In it: the tracking number leaves the pool, the case is written, the command joins the outbox and its hash chain, the
 * server's version is kept as the shadow, the draft goes. When this returns, a power cut loses nothing of it.
 */
import { randomInt } from 'node:crypto';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { Command, COMMAND_VERSIONS } from '../../src-shared/commands/index.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { decide } from '../../src-shared/domain/decide.ts';
import type { Refusal } from '../../src-shared/domain/refusal.ts';
import { standInContext } from '../../src-shared/office/stand-in-context.ts';
import type { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { issueWords } from '../../src-shared/util/issue-words.ts';
import { type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import { ruleBookFor } from '../cases/rule-books.ts';
import { writeCase } from '../cases/write-case.ts';
import { removeDraft } from '../drafts/drafts.ts';
import type { WriteDb } from '../db/database.ts';
import { takeFormNumber } from '../outage-forms/key-in-form.ts';
import { shownOffice } from '../office/office-store.ts';
import { readSyncState } from '../sync/sync-state.ts';
import { commandProblem } from '../util/command-problem.ts';
import { takeNumber } from './number-pool.ts';
import { appendToOutbox, findByUid, syncStateOfCase } from './outbox-queries.ts';
import { keepShadow } from './shadow.ts';

export interface CommandRequest {
  readonly commandId: CommandId;
  readonly caseId: CaseId;
  readonly type: Command['type'];
  /** As the screen gave them; for commands that take a number, without it. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly takesNumber: boolean;
  /** Read off a paper form: the case gets this number instead of one from the pool. */
  readonly formNumber?: TrackingNumber | null;
  readonly draftId?: string | null;
  /** The window's clock, when `args.receivedAt` was taken from it; null or missing when a person typed that moment. */
  readonly windowNow?: number | null;
}

export interface CommandSurroundings {
  readonly actor: Staff;
  readonly catalogue: Catalogue;
  /** This computer's clock; corrected here by the offset measured at the server. */
  readonly now: () => number;
}

export type RunOutcome =
  | { readonly ok: true; readonly case: Case; readonly trackingNumber: TrackingNumber | null }
  | ({ readonly ok: false } & Refusal)
  | { readonly ok: false; readonly reason: 'noNumberLeft' | 'formNumberUsed' | 'workstationTooOld'; readonly details: Readonly<Record<string, never>> };

/** Thrown inside the transaction to take back the number of a refused command; never leaves this file. */
class Refused extends Error {
  readonly outcome: Extract<RunOutcome, { ok: false }>;
  constructor(outcome: Extract<RunOutcome, { ok: false }>) {
    super(outcome.reason);
    this.outcome = outcome;
  }
}

/**
 * Runs a command. Giving the same `commandId` again has no second effect and answers as the first time.
 *
 * A refusal changes nothing on disk. Throws only when the disk does; then nothing has happened either.
 */
export function runCommand(db: WriteDb, request: CommandRequest, around: CommandSurroundings): RunOutcome {
  return runTogether(db, [request], around);
}

/** Several commands at once, each on a case of its own: all of them, or none when one is refused. Answers for the first. */
export function runTogether(db: WriteDb, [first, ...others]: readonly [CommandRequest, ...CommandRequest[]], around: CommandSurroundings): RunOutcome {
  const runOne = (request: CommandRequest): Extract<RunOutcome, { ok: true }> => alreadyRun(db, request) ?? runNew(db, request, around);
  try {
    return db.transaction(() => {
      const outcome = runOne(first);
      for (const other of others) runOne(other);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}

function alreadyRun(db: WriteDb, request: CommandRequest): Extract<RunOutcome, { ok: true }> | null {
  const known = findByUid(db, request.commandId);
  const stored = known ? findCase(db, known.command.caseId) : null;
  if (!known || !stored) return null;
  return { ok: true, case: stored.case, trackingNumber: numberOf(known.command) };
}

function runNew(db: WriteDb, request: CommandRequest, around: CommandSurroundings): Extract<RunOutcome, { ok: true }> {
  const command = makeCommand(db, request, around);
  const before = findCase(db, request.caseId)?.case ?? null;
  const { now: _deskClock, ...context } = around;
  const standIns = standInContext(shownOffice(db), around.catalogue, { actorId: around.actor.id, at: command.madeAt });
  const decision = decide(before, command, { ...context, ruleBookFor: (version) => ruleBookFor(db, version), caseOf: (caseId) => findCase(db, caseId)?.case ?? null, ...standIns });
  if (!decision.ok) throw new Refused(decision);
  keepShadow(db, command.caseId, before);
  appendToOutbox(db, command);
  writeCase(db, decision.next, syncStateOfCase(db, command.caseId));
  if (request.draftId) removeDraft(db, request.draftId);
  return { ok: true, case: decision.next, trackingNumber: numberOf(command) };
}

function makeCommand(db: WriteDb, request: CommandRequest, around: CommandSurroundings): Command {
  const { station, clockOffsetMs, isTooOld, serverNow } = readSyncState(db);
  if (isTooOld) throw new Refused({ ok: false, reason: 'workstationTooOld', details: {} });
  // Never before what the server last said: a clock that was set back while nobody was connected gives no dates of last year.
  const madeAt = utcMs(Math.max(around.now() + clockOffsetMs, serverNow));
  const args = request.windowNow == null ? notAfter(madeAt, around.now(), request.args) : receivedAgo(madeAt, request.windowNow, request.args);
  const parsed = Command.safeParse({
    uid: request.commandId,
    caseId: request.caseId,
    type: request.type,
    v: COMMAND_VERSIONS.get(request.type) ?? 1,
    args: request.takesNumber ? { ...args, ...numbered(db, request, madeAt), ...toldUnder(request, around) } : args,
    userId: around.actor.id,
    station,
    madeAt,
  }, { error: issueWords });
  if (parsed.success) return parsed.data;
  throw new Refused({ ok: false, reason: 'invalidCommand', details: { problem: commandProblem(parsed.error) } });
}

/**
 * A received moment that is past on this computer's clock is past: when that clock is fast, the moment is moved back to now as
 * the server has it. A wrong clock is never a reason to refuse a call; a date that was typed ahead still is.
 */
function notAfter(madeAt: UtcMs, deskNow: number, args: CommandRequest['args']): CommandRequest['args'] {
  const changes = args['changes'];
  if (changes !== null && typeof changes === 'object' && 'receivedAt' in changes) {
    return { ...args, changes: notAfter(madeAt, deskNow, changes as CommandRequest['args']) }; // safe: an object with string keys
  }
  const receivedAt = args['receivedAt'];
  const isPastHere = typeof receivedAt === 'number' && receivedAt <= deskNow;
  return isPastHere && receivedAt > madeAt ? { ...args, receivedAt: madeAt } : args;
}

/** A call came in so long ago as the window's clock makes it, whatever day that clock thinks it is. */
function receivedAgo(madeAt: UtcMs, windowNow: number, args: CommandRequest['args']): CommandRequest['args'] {
  const receivedAt = args['receivedAt'];
  return typeof receivedAt === 'number' ? { ...args, receivedAt: madeAt - Math.max(0, windowNow - receivedAt) } : args;
}

function numbered(db: WriteDb, { caseId, formNumber }: CommandRequest, madeAt: UtcMs): { readonly trackingNumber: TrackingNumber; readonly pin: string } {
  if (formNumber) {
    const ofForm = takeFormNumber(db, formNumber, { caseId, usedAt: madeAt });
    if (ofForm === null) throw new Refused({ ok: false, reason: 'formNumberUsed', details: {} });
    return ofForm;
  }
  const trackingNumber = takeNumber(db, caseId, madeAt);
  if (trackingNumber === null) throw new Refused({ ok: false, reason: 'noNumberLeft', details: {} });
  return { trackingNumber, pin: String(randomInt(10_000)).padStart(4, '0') };
}

/** The dates a citizen is told now hold, whatever rules the server has by the time it hears of the case. */
function toldUnder({ type }: CommandRequest, { catalogue }: CommandSurroundings): { readonly catalogueVersion?: number } {
  return type === 'case.open' ? { catalogueVersion: catalogue.version } : {};
}

function numberOf(command: Command): TrackingNumber | null {
  return command.type === 'case.open' || command.type === 'case.addCoReporter' ? command.args.trackingNumber : null;
}
