import { generateKeyPairSync } from 'node:crypto';
import type { Command } from '../../src-shared/commands/index.ts';
import { bucketsOf } from '../../src-shared/domain/buckets.ts';
import type { Source } from '../../src-shared/domain/case.ts';
import { Case } from '../../src-shared/domain/case-document.ts';
import { evolve, evolveAll } from '../../src-shared/domain/evolve.ts';
import type { Fact } from '../../src-shared/domain/fact.ts';
import type { RecoverAsk, RecoverReply, RecoverRequest, RecoverWanted } from '../../src-shared/protocol/recover.ts';
import { must } from '../../src-shared/util/assert.ts';
import { type CaseId, type StationId } from '../../src-shared/util/ids.ts';
import { DAY_MS, type UtcMs } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import { type AcceptedOutcome, isOnAnotherSlip, type Known, sourceKey } from '../commands/judge-batch.ts';
import { writeOutcomes } from '../commands/write-outcomes.ts';
import type { Connection } from '../db/pool.ts';
import { inTransaction, isRetryable, isUnavailable } from '../db/transaction.ts';
import { currentGrants } from '../feed/grants.ts';
import { enrolStation } from '../fleet/enrol-station.ts';
import { serverBusy } from '../http/problem.ts';
import { safeError } from '../log.ts';
import { sha256Hex } from '../util/sha256.ts';
import { isWhole, type LostCommand, lostCommands, uidOf } from './recover-case.ts';

export type RecoverDeps = Pick<AppDeps, 'pool' | 'now' | 'log' | 'numbers' | 'catalogues'>;

const SQL = {
  // The first epoch began with the first revision.
  life: `SELECT c.epoch, coalesce(e.began_at, (SELECT at FROM revision ORDER BY rev LIMIT 1)) AS "beganAt", e.epoch IS NOT NULL AS "isRestored"
           FROM sync_clock c LEFT JOIN epoch e ON e.epoch = c.epoch`,
  known: `SELECT uid FROM command_result WHERE uid = ANY($1::uuid[]) AND NOT is_repeat
           UNION ALL SELECT uid FROM command_past WHERE uid = ANY($1::uuid[])`, // results that compaction has dropped
  cases: `SELECT id, document, encode(history_hash, 'hex') AS hash FROM case_ WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
  numbers: 'SELECT number, state FROM number_lease WHERE number = ANY($1::text[]) ORDER BY number FOR UPDATE',
  sources: `SELECT source_system AS system, source_id AS id FROM case_
             WHERE (source_system, source_id) IN (SELECT system, id FROM unnest($1::text[], $2::text[]) AS s(system, id))`,
  station: 'SELECT id FROM station WHERE name = $1 ORDER BY enrolled_at LIMIT 1',
  position: 'SELECT last_seq AS seq FROM station WHERE id = $1 FOR UPDATE',
  advance: `UPDATE station SET last_seq = $2, last_hash = decode($3, 'hex') WHERE id = $1`,
};

/** Copies are believed for so long after the database began its present life, and not at any odd time. */
const RECOVERY_DAYS = 90;

/** Cases with at least one command this server has no answer for; none when its present life is too old to have lost anything. */
export async function wantedCases({ pool, now }: Pick<RecoverDeps, 'pool' | 'now'>, { epoch, lost }: RecoverAsk): Promise<RecoverWanted> {
  if (!(await isRecovering(pool, epoch, now()))) return { wanted: [] };
  const known = await knownUids(pool, lost.flatMap((each) => each.commands));
  return { wanted: lost.filter((each) => each.commands.some((uid) => !known.has(uid))).map((each) => each.caseId) };
}

/**
 * Makes lost commands part of their cases again, from a workstation's copies: exactly once, whoever else still sends them. A
 * command that comes later from its author's own outbox is answered as carried out.
 */
export async function recoverCases(deps: RecoverDeps, request: RecoverRequest): Promise<RecoverReply> {
  if (!(await isRecovering(deps.pool, request.epoch, deps.now()))) return { outcomes: request.cases.map(({ id }) => ({ caseId: id, outcome: 'unusable' })) };
  const recoverer = await recoveryStation(deps);
  const reply = { outcomes: await recoverPart(deps, request, recoverer) };
  const recovered = reply.outcomes.filter(({ outcome }) => outcome === 'recovered').length;
  if (recovered > 0) deps.log.warn({ station: request.station, recovered }, 'lost cases recovered from a workstation’s copy');
  return reply;
}

type Outcomes = RecoverReply['outcomes'];

/** The cases in one transaction; when that fails for a reason nobody foresaw, each in its own, so that one does not hold up the others. */
async function recoverPart(deps: RecoverDeps, request: RecoverRequest, recoverer: StationId): Promise<Outcomes> {
  try {
    return (await inTransaction(deps.pool, { retriesLostRace: true }, (tx) => recoverInTransaction(tx, deps, request, recoverer))).outcomes;
  } catch (error) {
    if (isRetryable(error)) throw serverBusy();
    if (isUnavailable(error)) throw error;
    const [only] = request.cases;
    if (request.cases.length > 1) return recoverHalves(deps, request, recoverer);
    deps.log.error({ station: request.station, caseId: only?.id, error: safeError(error) }, 'a lost case could not be recovered');
    return only === undefined ? [] : [{ caseId: only.id, outcome: 'unusable' }];
  }
}

async function recoverHalves(deps: RecoverDeps, request: RecoverRequest, recoverer: StationId): Promise<Outcomes> {
  const middle = Math.ceil(request.cases.length / 2);
  const first = await recoverPart(deps, { ...request, cases: request.cases.slice(0, middle) }, recoverer);
  return [...first, ...(await recoverPart(deps, { ...request, cases: request.cases.slice(middle) }, recoverer))];
}

/** Throws a 503 to a station of another epoch: it has to greet first. */
async function isRecovering(pool: AppDeps['pool'], epoch: number, now: UtcMs): Promise<boolean> {
  const life = await lifeOf(pool);
  if (life.epoch !== epoch) throw serverBusy();
  return life.beganAt !== null && now - life.beganAt < RECOVERY_DAYS * DAY_MS;
}

interface Life {
  readonly epoch: number;
  readonly beganAt: number | null;
  /** False: the first life of this database; it has lost nothing, unless it was set up anew for a city that has. */
  readonly isRestored: boolean;
}

async function lifeOf(connection: Connection | AppDeps['pool']): Promise<Life> {
  const { rows } = await connection.query<Life>(SQL.life);
  if (rows[0] === undefined) throw new Error('sync_clock has lost its row');
  return rows[0];
}

async function recoverInTransaction(tx: Connection, deps: RecoverDeps, request: RecoverRequest, recoverer: StationId): Promise<RecoverReply> {
  const { rows } = await tx.query<{ seq: number }>(SQL.position, [recoverer]);
  const held = new Set((await currentGrants(tx, request.station)).map((grant) => grant.bucket));
  const { isRestored } = await lifeOf(tx);
  const copies = request.cases.map((raw) => ({ caseId: raw.id, copy: usable(raw, held) }));
  const present = await tx.query<{ id: string; document: Case; hash: string }>(SQL.cases, [copies.map(({ caseId }) => caseId)]);
  const current = new Map(present.rows.map((row) => [row.id, row.document]));
  const known = await knownUids(tx, copies.flatMap(({ copy }) => copy?.history.map(uidOf) ?? []));
  const lost = copies.map(({ caseId, copy }) => ({ caseId, copy, commands: copy && mayAdd(current.get(caseId) ?? null, held) ? lostCommands({ copy, current: current.get(caseId) ?? null, isKnown: (uid) => known.has(uid), isRestored }) : [] }));
  const sources = await knownSources(tx, copies.flatMap(({ copy }) => copy?.source ?? []));
  const numbers = await numbersFor(tx, deps, recoverer, lost.flatMap(({ commands }) => commands));
  const setting = { recoverer, witness: request.station, firstSeq: (rows[0]?.seq ?? 0) + 1 };
  const outcomes = lost.flatMap(({ caseId, commands }) => acceptedAgain(caseId as CaseId, current.get(caseId) ?? null, besideItsSource(commands, sources), numbers)); // safe: parsed by the request's schema
  const chained = outcomes.map((outcome, at) => withRead(outcome, setting, setting.firstSeq + at));
  const last = chained.at(-1);
  if (last) {
    const catalogue = must(await deps.catalogues.newest(tx), 'a case was lost here, so there was a catalogue');
    await writeOutcomes(tx, { station: recoverer, catalogue, outcomes: chained, historyHashes: new Map(present.rows.map((row) => [row.id, row.hash])), at: deps.now() });
    await tx.query(SQL.advance, [recoverer, last.read.seq, last.read.hash]);
  }
  return { outcomes: lost.map(({ caseId, copy, commands }) => ({ caseId, outcome: copy === null ? 'unusable' : commands.length === 0 ? 'known' : 'recovered' })) };
}

/** A case that is there is added to only from a workstation that may hold it as it is now. */
function mayAdd(current: Case | null, held: ReadonlySet<string>): boolean {
  return current === null || bucketsOf(current).some((bucket) => held.has(bucket));
}

function usable(raw: unknown, held: ReadonlySet<string>): Case | null {
  const parsed = Case.safeParse(raw);
  if (!parsed.success || !isWhole(parsed.data)) return null;
  return bucketsOf(parsed.data).some((bucket) => held.has(bucket)) ? parsed.data : null;
}

async function knownUids(connection: Connection | AppDeps['pool'], uids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await connection.query<{ uid: string }>(SQL.known, [uids]);
  return new Set(rows.map((row) => row.uid));
}

/** Sources that stand for another case by now: the import was run again after the restore. */
async function knownSources(tx: Connection, sources: readonly Source[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ system: string; id: string }>(SQL.sources, [sources.map(({ system }) => system), sources.map(({ id }) => id)]);
  return new Set(rows.map(sourceKey));
}

/** The case lives beside the one that was brought in anew, with all that had been done on it; its source says so. */
function besideItsSource(commands: readonly LostCommand[], taken: ReadonlySet<string>): readonly LostCommand[] {
  return commands.map((command) => ({
    ...command,
    facts: command.facts.map((fact) => {
      if (fact.kind !== 'caseOpened' || fact.opened.source === null || !taken.has(sourceKey(fact.opened.source))) return fact;
      const { source } = fact.opened;
      return { ...fact, opened: { ...fact.opened, source: { ...source, id: `${source.id} (before the restore)` } } };
    }),
  }));
}

type NumbersAtHand = Pick<Known, 'numbers' | 'spareNumbers'>;

/** State of every number in the lost commands, and as many fresh ones as may have to replace some. */
async function numbersFor(tx: Connection, deps: RecoverDeps, recoverer: StationId, commands: readonly LostCommand[]): Promise<NumbersAtHand> {
  const given = commands.flatMap(({ facts }) => facts.flatMap((fact) => numberIn(fact) ?? []));
  const { rows } = await tx.query<{ number: string; state: 'leased' | 'used' | 'void' }>(SQL.numbers, [given]);
  const numbers = new Map(rows.map((row) => [row.number, row.state]));
  const taken = given.filter((number) => isOnAnotherSlip(number, numbers)).length;
  return { numbers, spareNumbers: taken === 0 ? [] : [...(await deps.numbers.lease(tx, recoverer, taken, deps.now()))] };
}

function numberIn(fact: Fact): string | null {
  if (fact.kind === 'caseOpened') return fact.opened.trackingNumber;
  return fact.kind === 'coReporterAdded' || fact.kind === 'numberReplaced' ? fact.trackingNumber : null;
}

type Recovered = Omit<AcceptedOutcome, 'read'> & { readonly uid: string };

/** One outcome per lost command, each on top of the one before. */
function acceptedAgain(caseId: CaseId, current: Case | null, commands: readonly LostCommand[], atHand: NumbersAtHand): readonly Recovered[] {
  let before = current;
  return commands.map(({ uid, facts }) => {
    const after = evolveAll(caseId, before, facts);
    if (after === null) throw new Error('a lost command has at least one fact');
    const outcome = replaceTakenNumber({ kind: 'accepted', uid, before, after, facts }, atHand);
    before = outcome.after;
    return outcome;
  });
}

/** A number that went to another case meanwhile leads to both, as when two disks gave it out. */
function replaceTakenNumber(outcome: Recovered, { numbers, spareNumbers }: NumbersAtHand): Recovered {
  if (outcome.facts.some((fact) => fact.kind === 'numberReplaced')) return outcome;
  const given = outcome.facts.find((fact) => fact.kind === 'caseOpened' || fact.kind === 'coReporterAdded');
  const formerNumber = given === undefined ? null : given.kind === 'caseOpened' ? given.opened.trackingNumber : given.trackingNumber;
  const trackingNumber = formerNumber !== null && isOnAnotherSlip(formerNumber, numbers) ? spareNumbers.pop() : undefined;
  if (given === undefined || formerNumber === null || trackingNumber === undefined) return outcome;
  const { at, by, station } = given;
  const fact: Fact = { kind: 'numberReplaced', formerNumber, trackingNumber, id: `${outcome.uid}.${outcome.facts.length}`, at, by, station };
  return { ...outcome, facts: [...outcome.facts, fact], after: evolve(outcome.after.id, outcome.after, fact) };
}

interface RecoverySetting {
  readonly recoverer: StationId;
  readonly witness: StationId;
}

/** What the audit keeps in the place of the command, which no disk holds any more: whose it was, and whose copy told of it. */
function withRead(outcome: Recovered, { recoverer, witness }: RecoverySetting, seq: number): AcceptedOutcome {
  const { uid, ...accepted } = outcome;
  const [first] = outcome.facts;
  const told = { uid, caseId: outcome.after.id, userId: first?.by, station: first?.station, madeAt: first?.at, type: 'case.recovered', v: 1, args: { witness } };
  const text = JSON.stringify(told);
  // Safe: nothing that handles an accepted outcome looks into the command but for what every command has.
  return { ...accepted, read: { kind: 'readable', seq, hash: sha256Hex(`${recoverer} ${seq} ${text}`), text, isWithdrawn: false, renumberedTo: null, command: told as unknown as Command } };
}

const RECOVERY_NAME = 'Recovered from copies';

/** The station inside the server under which recovered commands are booked; made at first use. */
async function recoveryStation({ pool, now }: RecoverDeps): Promise<StationId> {
  const { rows } = await pool.query<{ id: StationId }>(SQL.station, [RECOVERY_NAME]);
  if (rows[0]) return rows[0].id;
  const publicKey = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' });
  return (await enrolStation(pool, { name: RECOVERY_NAME, publicKey, app: 'server', buckets: [], now: now() })).station;
}
