/**
 * What people decided here about entries of Needs attention, until the server knows it. Made offline as well as online; kept
 * after it is known, because a server restored from a backup has to be told again.
 */
import { randomUUID } from 'node:crypto';
import { MAX_SETTLEMENTS, Settlement, type SettlementAction, type SettlementOutcome } from '../../src-shared/protocol/attention.ts';
import { DAY_MS, type UtcMs } from '../../src-shared/util/time.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { readSyncState } from './sync-state.ts';

/** Longer than any server keeps its backups. */
const KEPT_MS = 100 * DAY_MS;

const SQL = {
  add: `INSERT INTO settlement (settlement_id, uid, of_station, of_seq, action, to_staff, by_staff, made_at, old_case_id, new_case_id)
    VALUES (:id, :uid, :ofStation, :seq, :action, :to, :by, :madeAt, :oldCaseId, :newCaseId)`,
  waiting: `SELECT settlement_id AS id, uid, of_station AS ofStation, of_seq AS seq, action, to_staff AS "to", by_staff AS "by", made_at AS madeAt
    FROM settlement WHERE known_epoch IS NULL OR known_epoch <> :epoch ORDER BY made_at, rowid LIMIT :limit`,
  countWaiting: 'SELECT count(*) AS count, min(made_at) AS oldestAt FROM settlement WHERE known_epoch IS NULL OR known_epoch <> :epoch',
  known: 'UPDATE settlement SET outcome = :outcome, known_epoch = :epoch WHERE settlement_id = :id',
  uidOf: 'SELECT uid FROM settlement WHERE settlement_id = :id',
  prune: 'DELETE FROM settlement WHERE known_epoch = :epoch AND made_at < :before',
  caseAfter: 'SELECT new_case_id AS caseId FROM settlement WHERE old_case_id = :caseId AND new_case_id IS NOT NULL ORDER BY rowid DESC LIMIT 1',
} as const;

export interface NewSettlement {
  readonly uid: string;
  readonly ofStation: string;
  readonly seq: number;
  readonly action: SettlementAction;
  readonly to: string | null;
  readonly by: string;
  readonly madeAt: UtcMs;
  readonly oldCaseId: string;
  /** The case that was opened instead of a refused one. */
  readonly newCaseId: string | null;
}

/** Keeps a decision for the server. Needs the transaction that carries it out here. */
export function addSettlement(db: WriteDb, settlement: NewSettlement): void {
  db.write(SQL.add).run({ ...settlement, id: randomUUID() });
}

/** What the server has not said yet that it knows, in its present life; oldest first. */
export function waitingSettlements(db: ReadDb): readonly Settlement[] {
  const params = { epoch: readSyncState(db).epoch, limit: MAX_SETTLEMENTS };
  return db.query<typeof params, unknown>(SQL.waiting).all(params).map((row) => Settlement.parse(row));
}

export function countWaitingSettlements(db: ReadDb): { readonly count: number; readonly oldestAt: UtcMs | null } {
  return db.query<{ epoch: number }, { count: number; oldestAt: UtcMs | null }>(SQL.countWaiting).get({ epoch: readSyncState(db).epoch }) ?? { count: 0, oldestAt: null };
}

/** Notes the server's answer to one; `unknown` leaves it waiting. Returns the entry it was about. */
export function noteOutcome(db: WriteDb, { id, outcome }: { readonly id: string; readonly outcome: SettlementOutcome }, epoch: number): string | null {
  if (outcome !== 'unknown') db.write(SQL.known).run({ id, outcome, epoch });
  return db.query<{ id: string }, { uid: string }>(SQL.uidOf).get({ id })?.uid ?? null;
}

/** Forgets what is known for longer than any backup reaches back. */
export function pruneSettlements(db: WriteDb, now: UtcMs): void {
  db.write(SQL.prune).run({ epoch: readSyncState(db).epoch, before: now - KEPT_MS });
}

/** Where wishes about a case go: a refused case that was opened again goes on under another id. */
export function caseAfterReopening(db: ReadDb, caseId: string): string {
  return db.query<{ caseId: string }, { caseId: string }>(SQL.caseAfter).get({ caseId })?.caseId ?? caseId;
}
