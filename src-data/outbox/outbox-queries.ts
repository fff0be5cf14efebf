import { createHash } from 'node:crypto';
import type { Command } from '../../src-shared/commands/index.ts';
import { upcast } from '../../src-shared/commands/upcast.ts';
import { isSealedCommand } from '../../src-shared/protocol/sealed-text.ts';
import { chainText, GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import type { CaseSyncState } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { readSyncState, updateSyncState } from '../sync/sync-state.ts';

/**
 * `queued`: on this disk only. `sent`: the server has it; its effect is not back. `confirmed`: its effect is in what is shown.
 * `refused`, `deferred`: it had no effect; see `code` and `detail`.
 */
export type OutboxState = 'queued' | 'sent' | 'confirmed' | 'refused' | 'deferred';

export interface OutboxRow {
  readonly seq: number;
  readonly hash: string;
  readonly state: OutboxState;
  readonly command: Command;
  /** The catalogue it was given under: what was allowed then is shown until the server has judged. Negative: of a life of the server that is gone. */
  readonly catalogueVersion: number;
  /** Somebody has decided what becomes of it: should it have to be sent again, it is not to take effect after all. */
  readonly isWithdrawn: boolean;
  /** The number the server has put in the place of the command's, which was on another slip; else null. */
  readonly renumberedTo: TrackingNumber | null;
}

interface StoredOutboxRow {
  readonly seq: number;
  readonly hash: string;
  readonly state: OutboxState;
  readonly command: string;
  readonly catalogueVersion: number;
  readonly isWithdrawn: number;
  readonly renumberedTo: TrackingNumber | null;
}

const COLUMNS = `seq, hash, state, command, catalogue_version AS catalogueVersion, state IN ('refused', 'deferred') AND settled_at IS NOT NULL AND code IS NOT 'mergeRefused' AS isWithdrawn, CASE WHEN code = 'renumbered' THEN detail ->> '$.to' END AS renumberedTo`;
const SQL = {
  append: `INSERT INTO outbox (station, seq, uid, case_id, type, command, user_id, made_at, hash, state, catalogue_version)
    VALUES (:station, :seq, :uid, :caseId, :type, :command, :userId, :madeAt, :hash, 'queued', (SELECT ifnull(max(version), 0) FROM catalogue))`,
  byUid: `SELECT ${COLUMNS} FROM outbox WHERE uid = :uid`,
  pendingOfCase: `SELECT ${COLUMNS} FROM outbox WHERE case_id = :caseId
    AND (state IN ('queued', 'sent') OR (state IN ('refused', 'deferred') AND settled_at IS NULL AND type = 'case.open'))
    ORDER BY station = :station, seq`,
  nextToSend: `SELECT ${COLUMNS} FROM outbox WHERE station = :station AND seq > :after ORDER BY seq LIMIT :limit`,
  hashAt: 'SELECT hash FROM outbox WHERE station = :station AND seq = :seq',
  statesOfCase: `SELECT DISTINCT state FROM outbox WHERE case_id = :caseId
      AND (state IN ('queued', 'sent') OR (state IN ('refused', 'deferred') AND settled_at IS NULL))
    UNION SELECT 'refused' FROM outbox WHERE case_id = :caseId AND code = 'renumbered' AND settled_at IS NULL
    UNION SELECT 'refused' FROM attention_copy WHERE case_id = :caseId`,
  unsettledCases: `SELECT case_id AS caseId FROM outbox WHERE state IN ('queued', 'sent')
    UNION SELECT case_id FROM outbox WHERE settled_at IS NULL AND (state IN ('refused', 'deferred') OR code = 'renumbered')
    UNION SELECT case_id FROM shadow UNION SELECT case_id FROM attention_copy`,
  markSent: `UPDATE outbox SET state = 'sent' WHERE station = :station AND seq <= :seq AND state IN ('queued', 'sent') AND state = 'queued'`,
  casesSent: `UPDATE case_ SET sync_state = CASE
      WHEN EXISTS (SELECT 1 FROM outbox WHERE outbox.case_id = case_.case_id AND settled_at IS NULL AND (state IN ('refused', 'deferred') OR code = 'renumbered'))
        OR EXISTS (SELECT 1 FROM attention_copy WHERE attention_copy.case_id = case_.case_id) THEN 'needsAttention'
      WHEN EXISTS (SELECT 1 FROM outbox WHERE outbox.case_id = case_.case_id AND state = 'queued') THEN 'savedHere'
      ELSE 'sent' END
    WHERE case_id IN (SELECT value FROM json_each(:caseIds))`,
  markConfirmed: `UPDATE outbox SET state = 'confirmed', confirmed_at = :at WHERE station = :station AND seq <= :seq AND state IN ('queued', 'sent')`,
  // What was settled of it before was something else: that its number had changed. Half of a refused merge is decided with the other half.
  markOutcome: `UPDATE outbox SET state = :state, code = :code, detail = :detail, settled_at = CASE WHEN :code = 'mergeRefused' THEN made_at END
    WHERE station = :station AND seq = :seq AND state IN ('queued', 'sent', 'confirmed')`,
  markAcceptedAfterAll: `UPDATE outbox SET state = 'confirmed', confirmed_at = :at, code = NULL, detail = NULL
    WHERE station = :station AND seq = :seq AND state IN ('refused', 'deferred') AND (settled_at IS NULL OR code = 'mergeRefused')`,
  /** Told once; another number than the one told before has to be told again. */
  noteCode: 'UPDATE outbox SET code = :code, detail = :detail, settled_at = NULL WHERE station = :station AND seq = :seq AND (code IS NULL OR detail IS NOT :detail)',
  requeueAfter: `UPDATE outbox SET state = 'queued', code = CASE WHEN code = 'renumbered' THEN code END, detail = CASE WHEN code = 'renumbered' THEN detail END WHERE station = :station AND seq > :seq
    AND (state IN ('sent', 'confirmed') OR (state IN ('refused', 'deferred') AND (settled_at IS NULL OR code = 'mergeRefused')))`,
  // Both conditions on the state: the first is the one the index is for.
  queuedCasesUpTo: `SELECT DISTINCT case_id AS caseId FROM outbox WHERE station = :station AND seq <= :seq AND state IN ('queued', 'sent') AND state = 'queued'`,
  casesUpTo: `SELECT DISTINCT case_id AS caseId FROM outbox WHERE station = :station AND seq <= :seq AND state IN ('queued', 'sent')`,
  counts: `SELECT sum(state = 'queued') AS queued, sum(state = 'sent') AS sent, min(CASE WHEN state = 'queued' THEN made_at END) AS oldestAt
    FROM outbox WHERE state IN ('queued', 'sent')`,
} as const;

/**
 * Appends a command to the end of the outbox and links it into the hash chain. Needs the transaction that writes its effect.
 *
 * Returns its seq. Throws when the workstation is not enrolled.
 */
export function appendToOutbox(db: WriteDb, command: Command): number {
  const { station, lastSeq, lastHash } = readSyncState(db);
  if (station === null) throw new Error('appendToOutbox: this workstation is not enrolled');
  const seq = lastSeq + 1;
  const hash = chainHash(lastHash, seq, command);
  db.write(SQL.append).run({
    station,
    seq,
    uid: command.uid,
    caseId: command.caseId,
    type: command.type,
    command: JSON.stringify(command),
    userId: command.userId,
    madeAt: command.madeAt,
    hash,
  });
  updateSyncState(db, { lastSeq: seq, lastHash: hash });
  return seq;
}

export function chainHash(previousHash: string, seq: number, command: Command): string {
  return createHash('sha256').update(chainText(previousHash, seq, command)).digest('hex');
}

export function findByUid(db: ReadDb, uid: string): OutboxRow | null {
  const row = db.query<{ uid: string }, StoredOutboxRow>(SQL.byUid).get({ uid });
  return row ? parse(row) : null;
}

/**
 * Commands of a case that stand on top of the server's version, oldest first.
 *
 * An opened case that the server refused stays in it until somebody has settled it: a number was given to a citizen, so the
 * case never vanishes from the screen by itself.
 */
export function pendingOfCase(db: ReadDb, caseId: string): readonly OutboxRow[] {
  const { station } = readSyncState(db);
  const rows = db.query<Record<string, unknown>, StoredOutboxRow>(SQL.pendingOfCase).all({ caseId, station }).map(parse);
  return rows.filter(({ command }) => !isSealedCommand(command)).map(brought); // a text sealed for the server is shown to nobody here
}

/** The next commands after `after`, oldest first, whatever became of them: the server knows which it has. */
export function commandsAfter(db: ReadDb, station: string, after: number, limit: number): readonly OutboxRow[] {
  return db.query<Record<string, unknown>, StoredOutboxRow>(SQL.nextToSend).all({ station, after, limit }).map(parse);
}

/** Chain hash of one command, null when it is not here; seq 0 is the beginning of every chain. */
export function hashAt(db: ReadDb, station: string, seq: number): string | null {
  if (seq === 0) return GENESIS_HASH;
  const { station: self, lastSeq, lastHash } = readSyncState(db);
  if (station === self && seq === lastSeq) return lastHash; // also when the command itself is not kept any more
  return db.query<Record<string, unknown>, { hash: string }>(SQL.hashAt).get({ station, seq })?.hash ?? null;
}

/** Cases with anything that stands between here and the server: pending, to be decided, or shown over a shadow. */
export function unsettledCases(db: ReadDb): ReadonlySet<string> {
  return new Set(db.query<Record<string, never>, { caseId: string }>(SQL.unsettledCases).all({}).map((row) => row.caseId));
}

export function syncStateOfCase(db: ReadDb, caseId: string): CaseSyncState {
  const states = new Set(db.query<{ caseId: string }, { state: OutboxState }>(SQL.statesOfCase).all({ caseId }).map((row) => row.state));
  if (states.has('refused') || states.has('deferred')) return 'needsAttention';
  if (states.has('queued')) return 'savedHere';
  return states.has('sent') ? 'sent' : 'confirmed';
}

/** The server has everything up to `seq`, and its cases say so, as `syncStateOfCase` has it. Returns the cases of what it did not have before. */
export function markSent(db: WriteDb, station: string, seq: number): readonly string[] {
  const caseIds = db.query<Record<string, unknown>, { caseId: string }>(SQL.queuedCasesUpTo).all({ station, seq }).map((row) => row.caseId);
  db.write(SQL.markSent).run({ station, seq });
  db.write(SQL.casesSent).run({ caseIds: JSON.stringify(caseIds) });
  return caseIds;
}

/** Everything up to `seq` has its effect in the pull at hand; `at` is the server's clock. Returns the cases that lose pending commands by it. */
export function markConfirmed(db: WriteDb, station: string, { seq, at }: { readonly seq: number; readonly at: UtcMs }): readonly string[] {
  const touched = db.query<Record<string, unknown>, { caseId: string }>(SQL.casesUpTo).all({ station, seq });
  db.write(SQL.markConfirmed).run({ station, seq, at });
  return touched.map((row) => row.caseId);
}

export function markOutcome(
  db: WriteDb,
  station: string,
  outcome: { readonly seq: number; readonly state: 'refused' | 'deferred'; readonly code: string | null; readonly detail: unknown },
): void {
  db.write(SQL.markOutcome).run({ ...outcome, station, detail: JSON.stringify(outcome.detail ?? {}) });
}

/** Refused in a life of the server that is over, and accepted in this one, as another copy of this disk had sent it. */
export function markAcceptedAfterAll(db: WriteDb, station: string, { seq, at }: { readonly seq: number; readonly at: UtcMs }): void {
  db.write(SQL.markAcceptedAfterAll).run({ station, seq, at });
}

/** Something its author has to know of a command that took effect all the same: its number was replaced. */
export function noteCode(db: WriteDb, station: string, { seq, code, detail }: { readonly seq: number; readonly code: string; readonly detail: unknown }): void {
  db.write(SQL.noteCode).run({ station, seq, code, detail: JSON.stringify(detail ?? {}) });
}

/** The server has nothing after `seq`: those commands wait again, also those it had refused, unless somebody has settled them. */
export function requeueAfter(db: WriteDb, station: string, seq: number): void {
  db.write(SQL.requeueAfter).run({ station, seq });
}

export interface OutboxCounts {
  readonly queued: number;
  readonly sent: number;
  readonly oldestAt: number | null;
}

export function countOutbox(db: ReadDb): OutboxCounts {
  const counts = db.query<Record<string, never>, { queued: number | null; sent: number | null; oldestAt: number | null }>(SQL.counts).get({});
  return { queued: counts?.queued ?? 0, sent: counts?.sent ?? 0, oldestAt: counts?.oldestAt ?? null };
}

/** What is sent and chained stays as it was written; what is judged here is read as today's version says it. */
function brought(row: OutboxRow): OutboxRow {
  return { ...row, command: upcast(row.command) as Command }; // safe: a command stays one
}

function parse(row: StoredOutboxRow): OutboxRow {
  // Safe: commands are parsed by their schema before they are written here.
  return { ...row, command: JSON.parse(row.command) as Command, isWithdrawn: row.isWithdrawn === 1 };
}
