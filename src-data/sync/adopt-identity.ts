/**
 * A new beginning for this disk: after a first enrolment, or after a fork (this disk was copied or put back from an image and
 * the server holds other commands under the same numbers).
 */
import type { Command } from '../../src-shared/commands/index.ts';
import type { HistoryReply } from '../../src-shared/protocol/push.ts';
import { GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import type { WriteDb } from '../db/database.ts';
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
  unsent: `SELECT uid, command FROM outbox WHERE station = :station
    AND NOT (state IN ('refused', 'deferred') AND settled_at IS NOT NULL) ORDER BY seq`,
  conclude: `UPDATE outbox SET state = :state, code = :code, detail = :detail WHERE uid = :uid AND state IN ('queued', 'sent')`,
  rekey: `UPDATE outbox SET station = :newStation, seq = :seq, hash = :hash, state = 'queued', code = NULL, detail = NULL, command = :command WHERE uid = :uid`,
} as const;

/** What the server holds under the old station id, by command id. */
export type ServerHistory = ReadonlyMap<string, HistoryReply['rows'][number]>;

/**
 * Takes on a new station id. Commands the server lacks move to the new outbox in their old order with their old ids, so
 * each still has one effect; those it has get their outcome. Free numbers are thrown away, because the other copy may give
 * them out too; everything will be pulled anew.
 */
export function adoptIdentity(db: WriteDb, identity: NewIdentity, serverHas: ServerHistory): void {
  db.transaction(() => {
    const { station: oldStation } = readSyncState(db);
    voidFreeNumbers(db);
    restartCursors(db);
    let seq = 0;
    let hash = GENESIS_HASH;
    if (oldStation !== null) {
      for (const row of db.query<{ station: string }, { uid: string; command: string }>(SQL.unsent).all({ station: oldStation })) {
        const known = serverHas.get(row.uid);
        if (known) {
          const state = known.status === 'accepted' ? 'confirmed' : known.status;
          db.write(SQL.conclude).run({ uid: row.uid, state, code: known.code, detail: JSON.stringify(known.detail ?? {}) });
          continue;
        }
        const command = { ...(JSON.parse(row.command) as Command), station: identity.station }; // safe: written by appendToOutbox
        seq += 1;
        hash = chainHash(hash, seq, command);
        db.write(SQL.rekey).run({ uid: row.uid, newStation: identity.station, seq, hash, command: JSON.stringify(command) });
      }
    }
    updateSyncState(db, { ...identity, lastSeq: seq, lastHash: hash, cutRev: 0, cutMark: null, isCopied: 0, resultsAfter: 0, selfIssued: 0 });
  });
}
