import { randomBytes } from 'node:crypto';
import { type CommandResult, type PushConflict, PushReply, type PushRequest } from '../../src-shared/protocol/push.ts';
import type { AppDeps } from '../app-deps.ts';
import { applyBatch } from '../commands/apply-batch.ts';
import type { Connection } from '../db/pool.ts';
import { inTransaction, isRetryable, isUnavailable } from '../db/transaction.ts';
import { readClock } from '../feed/clock.ts';
import { HttpProblem, malformedRequest, noCatalogue, serverBusy } from '../http/problem.ts';
import { safeError } from '../log.ts';
import { compareOutbox, type StationPosition } from './outbox-sequence.ts';
import { openTexts } from './text-key.ts';

/** What a push needs; the demo seed and the import push without HTTP. */
export type PushDeps = Pick<AppDeps, 'pool' | 'log' | 'now' | 'catalogues' | 'numbers'>;

export type PushOutcome =
  | { readonly ok: true; readonly reply: PushReply }
  | { readonly ok: false; readonly conflict: PushConflict };

/** Holding the clock longer than this stops everyone else; said in the log. */
const LONG_HOLD_MS = 200;

/**
 * Takes the next commands of a station: one transaction, exactly once, whatever is sent again.
 *
 * Refusals are results and consume their seq. A batch that fails for a reason nobody foresaw is halved until the one
 * command that breaks the server is found; that one is set aside as deferred with an incident's code, and everything else
 * goes through. Throws HttpProblem when nothing is known of the outcome and the station has to come again.
 */
export function push(deps: PushDeps, request: PushRequest): Promise<PushOutcome> {
  return pushPart({ ...deps, setAside: new Map() }, request);
}

/** The whole request, or a part of it while the command that breaks the server is looked for. */
async function pushPart(deps: PartDeps, request: PushRequest): Promise<PushOutcome> {
  try {
    return await pushOnce(deps, request, null);
  } catch (error) {
    if (isWorthComingAgain(error)) throw error;
    const [first] = request.commands;
    if (first === undefined) throw error;
    if (request.commands.length > 1) return pushHalves(deps, request);
    return pushOnce(deps, request, { seq: first.seq, error });
  }
}

function isWorthComingAgain(error: unknown): boolean {
  return error instanceof HttpProblem || isUnavailable(error);
}

interface PartDeps extends PushDeps {
  /** Cases that wait for a command of this request which was set aside. */
  readonly setAside: Map<string, string>;
}

async function pushHalves(deps: PartDeps, request: PushRequest): Promise<PushOutcome> {
  const middle = Math.ceil(request.commands.length / 2);
  const [left, right] = [request.commands.slice(0, middle), request.commands.slice(middle)];
  const first = await pushPart(deps, { ...request, commands: left });
  if (!first.ok) return first;
  const second = await pushPart(deps, { ...request, prevHash: left.at(-1)?.hash ?? request.prevHash, commands: right });
  if (!second.ok) return second;
  return { ok: true, reply: { ...second.reply, results: [...first.reply.results, ...second.reply.results] } };
}

interface Culprit {
  readonly seq: number;
  readonly error: unknown;
}

async function pushOnce(deps: PartDeps, request: PushRequest, culprit: Culprit | null): Promise<PushOutcome> {
  try {
    return await inTransaction(deps.pool, { retriesLostRace: true }, (tx) => pushInTransaction(tx, deps, request, culprit));
  } catch (error) {
    throw isRetryable(error) ? serverBusy() : error;
  }
}

const SQL = {
  // The station's row is the lock: one push of a station at a time.
  station: `SELECT last_seq AS "lastSeq", encode(last_hash, 'hex') AS "lastHash" FROM station WHERE id = $1 FOR UPDATE`,
  hashes: `SELECT seq, encode(hash, 'hex') AS hash FROM command_result WHERE station = $1 AND seq >= $2`,
  results: `SELECT seq, status, code, detail FROM command_result WHERE station = $1 AND seq = ANY($2::bigint[]) ORDER BY seq`,
  advance: `UPDATE station SET last_seq = $2, last_hash = decode($3, 'hex'), last_seen_at = $4 WHERE id = $1`,
};

async function pushInTransaction(tx: Connection, deps: PartDeps, request: PushRequest, culprit: Culprit | null): Promise<PushOutcome> {
  const { station, commands } = request;
  const position = await lockStation(tx, station);
  const stored = await storedHashes(tx, station, (commands[0]?.seq ?? position.lastSeq + 1) - 1);
  const comparison = compareOutbox({ ...request, commands: await openTexts(deps.pool, commands) }, position, stored);
  if (comparison.kind === 'malformed') throw malformedRequest(comparison.where);
  if (comparison.kind === 'conflict') return { ok: false, conflict: comparison.conflict };
  const { repeated, fresh } = comparison;
  const earlier = await storedResults(tx, station, repeated);
  const last = fresh.at(-1);
  if (last === undefined) {
    const { rev } = await readClock(tx);
    return { ok: true, reply: PushReply.parse({ seq: position.lastSeq, rev, results: earlier }) };
  }
  const catalogue = await deps.catalogues.newest(tx);
  if (catalogue === null) throw noCatalogue();
  const ruleBooks = await deps.catalogues.ruleBooks(tx, catalogue.version);
  await tx.query(SQL.advance, [station, last.seq, last.hash, deps.now()]);
  const applied = await applyBatch(tx, {
    station,
    catalogue,
    ruleBooks,
    leases: deps.numbers,
    commands: fresh,
    at: deps.now(),
    deferral: { cases: deps.setAside, seq: culprit?.seq ?? null, report: (seq, error) => reportIncident(deps, station, seq, culprit?.error ?? error) },
  });
  if (applied.heldMs > LONG_HOLD_MS) deps.log.warn({ station, commands: fresh.length, heldMs: Math.round(applied.heldMs) }, 'clock held long');
  return { ok: true, reply: PushReply.parse({ seq: last.seq, rev: applied.rev, results: [...earlier, ...applied.results] }) };
}

async function lockStation(tx: Connection, station: string): Promise<StationPosition> {
  const { rows } = await tx.query<{ lastSeq: number; lastHash: string }>(SQL.station, [station]);
  if (rows[0] === undefined) throw new Error('the station signed this request and has no row');
  const { epoch } = await readClock(tx);
  return { epoch, ...rows[0] };
}

async function storedHashes(tx: Connection, station: string, fromSeq: number): Promise<ReadonlyMap<number, string>> {
  const { rows } = await tx.query<{ seq: number; hash: string }>(SQL.hashes, [station, fromSeq]);
  return new Map(rows.map((row) => [row.seq, row.hash]));
}

async function storedResults(tx: Connection, station: string, seqs: readonly number[]): Promise<readonly CommandResult[]> {
  if (seqs.length === 0) return [];
  return (await tx.query<CommandResult>(SQL.results, [station, seqs])).rows;
}

/** Writes the error behind a deferred command into the log and makes the code under which it is found there. */
function reportIncident(deps: PushDeps, station: string, seq: number, error: unknown): string {
  const incident = `incident-${randomBytes(4).toString('hex')}`;
  deps.log.error({ incident, station, seq, error: safeError(error) }, 'command deferred');
  return incident;
}
