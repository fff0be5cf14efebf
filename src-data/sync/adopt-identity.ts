/**
 * A new beginning for this disk: after a first enrolment, or after a fork (this disk was copied or put back from an image and
 * the server holds other commands under the same numbers).
 */
import type { Command } from '../../src-shared/commands/index.ts';
import type { HistoryReply } from '../../src-shared/protocol/push.ts';
import { GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { offerOfficeAgain } from '../office/office-rows.ts';
import { voidFreeNumbers } from '../outbox/number-pool.ts';
import { chainHash } from '../outbox/outbox-queries.ts';
import { restartCursors } from './buckets.ts';
import { readSyncState, updateSyncState } from './sync-state.ts';

export interface NewIdentity {
  readonly station: string;
  readonly enrolment: number;
  readonly epoch: number;
  readonly certificate: string | null;
}

const SQL = {
  /** In the order they were given: rows are never put in again, only re-keyed. */
  unsent: `SELECT uid, command FROM outbox WHERE (station = :station OR :all = 1)
    AND NOT (state IN ('refused', 'deferred') AND settled_at IS NOT NULL AND code IS NOT 'mergeRefused') ORDER BY rowid`,
  earlier: 'SELECT 1 AS one FROM outbox WHERE station <> (SELECT station FROM sync_state) LIMIT 1',
  conclude: `UPDATE outbox SET state = :state, code = :code, detail = :detail, confirmed_at = CASE WHEN :state = 'confirmed' THEN :at END,
      settled_at = CASE WHEN :state = 'confirmed' THEN settled_at WHEN :code = 'mergeRefused' THEN made_at END
    WHERE uid = :uid AND state <> :state AND NOT (state IN ('refused', 'deferred') AND settled_at IS NOT NULL)`,
  /** A number that was replaced stays so: the citizen has been told, or will be. */
  rekey: `UPDATE outbox SET station = :newStation, seq = :seq, hash = :hash, state = 'queued', command = :command,
    code = CASE WHEN code = 'renumbered' THEN code END, detail = CASE WHEN code = 'renumbered' THEN detail END WHERE uid = :uid`,
} as const;

/** What the server holds under the old station id, by command id. */
export type ServerHistory = ReadonlyMap<string, HistoryReply['rows'][number]>;

/**
 * Takes on a new station id. Commands the server lacks move to the new outbox in the order they were given, with their old ids,
 * so each still has one effect; those it has get their outcome. Free numbers are thrown away, because the other copy may give
 * them out too; everything will be pulled anew.
 *
 * After the server went back in time, or was set up anew, what this disk sent under still earlier ids goes along too: the server
 * passes over what it has, by the commands' ids.
 */
export function adoptIdentity(db: WriteDb, identity: NewIdentity, serverHas: ServerHistory): void {
  db.transaction(() => {
    const before = readSyncState(db);
    voidFreeNumbers(db);
    restartCursors(db);
    const isRecovering = Number(before.isRecovering === 1 || (before.cutRev > 0 && identity.epoch !== before.epoch));
    updateSyncState(db, { ...identity, isRecovering, lastSeq: 0, lastHash: GENESIS_HASH, cutRev: 0, cutMark: null, isCopied: 0, resultsAfter: 0, selfIssued: 0 });
    if (isRecovering) offerOfficeAgain(db);
    if (before.station === null) return;
    for (const row of db.query<{ station: string; all: number }, Unsent>(SQL.unsent).all({ station: before.station, all: isRecovering })) {
      const known = serverHas.get(row.uid);
      if (known) conclude(db, row.uid, known, before.serverNow);
      else moveToOwnOutbox(db, row);
    }
  });
}

/** Whether this disk still holds commands it sent under an id it had before a fork. */
export function hasEarlierIds(db: ReadDb): boolean {
  return db.query<Record<string, never>, { one: number }>(SQL.earlier).get({}) !== undefined;
}

interface Unsent {
  readonly uid: string;
  readonly command: string;
}

function conclude(db: WriteDb, uid: string, known: HistoryReply['rows'][number], at: number): void {
  const state = known.status === 'accepted' ? 'confirmed' : known.status;
  db.write(SQL.conclude).run({ uid, state, at, code: known.code, detail: JSON.stringify(known.detail ?? {}) });
}

/** The command as the next one of the present station. */
function moveToOwnOutbox(db: WriteDb, row: Unsent): void {
  const { station, lastSeq, lastHash } = readSyncState(db);
  if (station === null) throw new Error('moveToOwnOutbox: this workstation is not enrolled');
  const command = { ...(JSON.parse(row.command) as Command), station }; // safe: written by appendToOutbox
  const seq = lastSeq + 1;
  const hash = chainHash(lastHash, seq, command);
  db.write(SQL.rekey).run({ uid: row.uid, newStation: station, seq, hash, command: JSON.stringify(command) });
  updateSyncState(db, { lastSeq: seq, lastHash: hash });
}
