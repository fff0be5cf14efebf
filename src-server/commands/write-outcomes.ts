import { bucketsOf } from '../../src-shared/domain/buckets.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { numbersOf } from '../../src-shared/domain/case-numbers.ts';
import { nextWatchAt } from '../../src-shared/domain/escalate.ts';
import { GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import { mattersUntil } from '../../src-shared/reports/matters-until.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection } from '../db/pool.ts';
import { LostRace } from '../db/transaction.ts';
import { takeRevision } from '../feed/clock.ts';
import { historyHash } from './history-hash.ts';
import { type AcceptedOutcome, numberGiven, type Outcome, resultOf } from './judge-batch.ts';
import { SQL } from './write-outcomes.sql.ts';

/** A judged batch, ready to be written. */
export interface JudgedBatch {
  readonly station: string;
  /** Under which it was judged. */
  readonly catalogue: Catalogue;
  readonly outcomes: readonly Outcome[];
  /** Last link of each case's chain before this batch; a case not in it is new. */
  readonly historyHashes: ReadonlyMap<string, string>;
  readonly at: UtcMs;
}

/**
 * Writes what a batch did, set by set, and returns the revision it was written under.
 *
 * All rows are prepared first and the numbers are booked; then the clock is taken, and after that there is nothing but
 * eight set-wise statements until the caller commits. `heldMs` says how long the clock was held when they were done.
 */
export async function writeOutcomes(tx: Connection, batch: JudgedBatch): Promise<{ readonly rev: number; readonly heldMs: number }> {
  const rows = prepareRows(batch);
  await bookNumbers(tx, batch, rows.accepted);
  const { rev } = await takeRevision(tx, batch.at);
  const takenAt = performance.now();
  if (rows.newCases.length > 0) await tx.query(SQL.insertCases, [rev, JSON.stringify(rows.newCases)]);
  if (rows.oldCases.length > 0) await tx.query(SQL.updateCases, [rev, JSON.stringify(rows.oldCases)]);
  if (rows.buckets.length > 0) await tx.query(SQL.buckets, [rev, JSON.stringify(rows.buckets)]);
  if (rows.aliases.length > 0) await tx.query(SQL.aliases, [JSON.stringify(rows.aliases)]);
  if (rows.blobs.length > 0) await tx.query(SQL.blobs, [JSON.stringify(rows.blobs)]);
  if (rows.blobs.length > 0) await tx.query(SQL.caseBlobs, [rev, JSON.stringify(rows.blobs), batch.station]);
  if (rows.audit.length > 0) await tx.query(SQL.audit, [rev, batch.station, batch.at, JSON.stringify(rows.audit)]);
  await tx.query(SQL.results, [rev, batch.station, batch.at, ...resultColumns(batch.outcomes)]);
  return { rev, heldMs: performance.now() - takenAt };
}

/** Marks the numbers given to citizens as used. Leased ones are locked since they were loaded; of self-issued ones this is the first trace. */
async function bookNumbers(tx: Connection, batch: JudgedBatch, accepted: readonly AcceptedOutcome[]): Promise<void> {
  const used = accepted.flatMap((outcome) => {
    const number = numberGiven(outcome);
    return number === null ? [] : [{ number, case_id: outcome.after.id }];
  });
  if (used.length === 0) return;
  const { rowCount } = await tx.query(SQL.numbers, [batch.station, batch.at, JSON.stringify(used)]);
  if (rowCount !== used.length) throw new LostRace('a tracking number was used by another station meanwhile');
}

function prepareRows(batch: JudgedBatch) {
  const accepted = batch.outcomes.filter((outcome) => outcome.kind === 'accepted');
  const { audit, lastHashes } = auditRows(batch, accepted);
  const touched = new Map<string, { readonly before: Case | null; readonly after: Case }>();
  for (const { before, after } of accepted) {
    const known = touched.get(after.id);
    touched.set(after.id, { before: known === undefined ? before : known.before, after });
  }
  const caseRows = [...touched.values()].map(({ after }) => ({
    ...{ id: after.id, document: after, history_hash: lastHashes.get(after.id) },
    watch_at: nextWatchAt(after, batch.catalogue),
    matters_until: mattersUntil(after),
  }));
  return {
    accepted,
    audit,
    newCases: caseRows.filter((row) => !batch.historyHashes.has(row.id)),
    oldCases: caseRows.filter((row) => batch.historyHashes.has(row.id)),
    buckets: [...touched.values()].flatMap(({ before, after }) => bucketRows(before, after)),
    aliases: accepted.flatMap(aliasRows),
    blobs: accepted.flatMap(blobRows),
  };
}

/** Chains the entries of each case; entry n of a revision is the n-th accepted command of the batch. */
function auditRows(batch: JudgedBatch, accepted: readonly AcceptedOutcome[]) {
  const lastHashes = new Map(batch.historyHashes);
  const audit = accepted.map(({ read, facts, after }, n) => {
    const { seq, command } = read;
    const prev = lastHashes.get(after.id) ?? GENESIS_HASH;
    const hash = historyHash(prev, { station: batch.station, seq, at: batch.at, command, facts });
    lastHashes.set(after.id, hash);
    return { n, seq, uid: command.uid, staff_id: command.userId, case_id: after.id, command, facts, prev, hash };
  });
  return { audit, lastHashes };
}

/** The case is in the buckets it belongs to now; those it was in before and no longer is get a row that says so. */
function bucketRows(before: Case | null, after: Case) {
  const now = bucketsOf(after);
  const left = before === null ? [] : bucketsOf(before).filter((bucket) => !now.includes(bucket));
  const why = before?.isSealed === after.isSealed ? 'transferred' : 'sealed';
  return [
    ...now.map((bucket) => ({ bucket, case_id: after.id, present: true, why: before === null ? 'opened' : 'changed' })),
    ...left.map((bucket) => ({ bucket, case_id: after.id, present: false, why })),
  ];
}

/** Every number that leads to a case besides its own, once a command has changed what they are. */
function aliasRows(outcome: AcceptedOutcome) {
  const { after } = outcome;
  if (numberGiven(outcome) === null) return [];
  return numbersOf(after).slice(1).map((number) => ({ number, case_id: after.id }));
}

function blobRows({ facts, after }: AcceptedOutcome) {
  return facts.flatMap((fact) =>
    fact.kind === 'fileAttached' ? [{ sha256: fact.sha256, size_bytes: fact.sizeBytes, case_id: after.id }] : [],
  );
}

/**
 * One array per column. The command is kept only where the audit has not got it: as text, because what could not be read
 * may hold characters that `jsonb` refuses.
 */
function resultColumns(outcomes: readonly Outcome[]): readonly unknown[][] {
  const rows = outcomes.map((outcome) => {
    const { read } = outcome;
    const { seq, status, code, detail } = resultOf(outcome);
    const command = read.kind === 'readable' ? read.command : null;
    return {
      ...{ seq, status, code, hash: read.hash, detail: detail === null ? null : JSON.stringify(detail) },
      ...{ uid: command?.uid ?? null, caseId: command?.caseId ?? null, userId: command?.userId ?? null, madeAt: command?.madeAt ?? null },
      text: status === 'accepted' ? null : read.text,
      isRepeat: outcome.kind === 'repeat',
    };
  });
  type Column = keyof (typeof rows)[number];
  const columns: readonly Column[] = ['seq', 'uid', 'hash', 'status', 'code', 'detail', 'text', 'caseId', 'userId', 'madeAt', 'isRepeat'];
  return columns.map((column) => rows.map((row) => row[column]));
}
