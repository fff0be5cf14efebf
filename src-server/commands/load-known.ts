import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { CLOCK_STAFF_ID } from '../../src-shared/catalogue/lookup.ts';
import type { RuleBook } from '../../src-shared/catalogue/time-rules.ts';
import type { Command } from '../../src-shared/commands/index.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { isOwnStation } from '../fleet/own-station-ids.ts';
import type { Connection } from '../db/pool.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { currentGrants } from '../feed/grants.ts';
import type { NumberLeases } from '../numbers/leases.ts';
import { readDelegations } from '../office/office-store.ts';
import { type EarlierResult, isOnAnotherSlip, type Known, numberOf, otherHalfOf, sourceKey } from './judge-batch.ts';
import type { ReadCommand } from './read-command.ts';

/** What was loaded for a batch, and the last link of each loaded case's history chain (lower-case hex). */
export interface LoadedBatch {
  readonly known: Omit<Known, 'deferredCases'>;
  readonly historyHashes: ReadonlyMap<string, string>;
}

const SQL = {
  // Locked in the order of their ids, so that two pushes touching the same cases wait for each other and never deadlock.
  cases: `SELECT id, document, encode(history_hash, 'hex') AS hash FROM case_
           WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
  // Locked after the cases, likewise in order: of two stations that use one number the second sees it used.
  numbers: `SELECT number, state FROM number_lease WHERE number = ANY($1::text[]) ORDER BY number FOR UPDATE`,
  earlier: `SELECT uid, seq, status, code, detail, case_id AS "caseId", user_id AS "userId", made_at AS "madeAt"
              FROM command_result WHERE uid = ANY($1::uuid[]) AND NOT is_repeat
             UNION ALL -- results that compaction has dropped; the audit still knows what was accepted
            SELECT past.uid, a.seq, 'accepted', NULL, NULL, a.case_id, a.staff_id, (a.command->>'madeAt')::bigint
              FROM command_past past JOIN audit a ON a.rev = past.rev AND a.uid = past.uid WHERE past.uid = ANY($1::uuid[])`,
  sources: `SELECT source_system AS system, source_id AS id, number FROM case_
             WHERE (source_system, source_id) IN (SELECT system, id FROM unnest($1::text[], $2::text[]) AS s(system, id))`,
};

export interface BatchSetting {
  readonly station: string;
  readonly catalogue: Catalogue;
  readonly ruleBooks: readonly RuleBook[];
  readonly leases: NumberLeases;
  readonly at: UtcMs;
}

/** Reads and locks everything the batch may need, in a fixed number of queries. */
export async function loadBatch(tx: Connection, { station, catalogue, ruleBooks, leases, at }: BatchSetting, batch: readonly ReadCommand[]): Promise<LoadedBatch> {
  const commands = batch.flatMap((read) => (read.kind === 'readable' ? [read.command] : []));
  const caseIds = unique(commands.flatMap(casesOf));
  const cases = await tx.query<{ id: string; document: Case; hash: string }>(SQL.cases, [caseIds]);
  const labels = batch.flatMap((read) => (read.kind === 'unreadable' && read.label !== null ? [read.label.uid] : []));
  const earlier = await loadEarlier(tx, [...commands.flatMap((command) => [command.uid, otherHalfOf(command) ?? []].flat()), ...labels]);
  const given = commands.filter((command) => !earlier.has(command.uid)).flatMap((command) => numberOf(command) ?? []);
  const replacements = batch.flatMap((read) => (read.kind === 'readable' && read.renumberedTo !== null ? [read.renumberedTo] : []));
  const numbers = await loadNumbers(tx, unique([...given, ...replacements]));
  const spareWanted = given.filter((number, place) => isOnAnotherSlip(number, numbers) || given.indexOf(number) < place).length;
  const known = {
    station,
    now: at,
    isOwnStation: commands.some(({ userId }) => userId === CLOCK_STAFF_ID) && (await isOwnStation(tx, station)),
    catalogue,
    ruleBooks,
    office: await readDelegations(tx),
    heldBuckets: new Set((await currentGrants(tx, station)).map((grant) => grant.bucket)),
    cases: new Map(cases.rows.map((row) => [row.id, row.document])),
    numbers,
    spareNumbers: spareWanted === 0 ? [] : [...(await leases.lease(tx, station, spareWanted, at))],
    earlier,
    sources: await loadSources(tx, batch),
  };
  return { known, historyHashes: new Map(cases.rows.map((row) => [row.id, row.hash])) };
}

/** The case it is for, and the one that is looked at besides. */
function casesOf(command: Command): readonly string[] {
  return command.type === 'case.merge' ? [command.caseId, command.args.intoCaseId] : [command.caseId];
}

async function loadNumbers(tx: Connection, numbers: readonly string[]): Promise<Known['numbers']> {
  if (numbers.length === 0) return new Map();
  const { rows } = await tx.query<{ number: string; state: 'leased' | 'used' | 'void' }>(SQL.numbers, [numbers]);
  return new Map(rows.map((row) => [row.number, row.state]));
}

async function loadEarlier(tx: Connection, uids: readonly string[]): Promise<Known['earlier']> {
  const { rows } = await tx.query<EarlierResult & { uid: string }>(SQL.earlier, [uids]);
  return new Map(rows.map(({ uid, ...result }) => [uid, result]));
}

async function loadSources(tx: Connection, batch: readonly ReadCommand[]): Promise<Known['sources']> {
  const sources = batch.flatMap((read) =>
    read.kind === 'readable' && read.command.type === 'case.open' && read.command.args.source !== null ? [read.command.args.source] : [],
  );
  if (sources.length === 0) return new Map();
  const { rows } = await tx.query<{ system: string; id: string; number: string }>(SQL.sources, [
    sources.map((source) => source.system),
    sources.map((source) => source.id),
  ]);
  return new Map(rows.map((row) => [sourceKey(row), row.number]));
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
