/**
 * Puts a finished records file in the place of the one in use: the same as one very large pull, in the time of a small one.
 *
 * The new file holds the server's cases at one revision. The workstation's own tables are copied over in one transaction together
 * with what a pull would do (confirm, put pending commands back on top), the file is completed on disk, and one rename makes it
 * the records. Nothing can be given in between: all of it runs without letting go of the process. Killed before the rename the
 * old file is whole, and what was prepared is prepared again; after it the new one is.
 */
import type { PullHeader } from '../../src-shared/protocol/pull.ts';
import { type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { countCases } from '../cases/case-queries.ts';
import { finishDatabaseFile, openDatabase, replaceDatabaseFile, type WriteDb } from '../db/database.ts';
import { hashAt, markConfirmed } from '../outbox/outbox-queries.ts';
import { showAfterSettling } from '../sync/apply-pull.ts';
import { setCursor } from '../sync/buckets.ts';
import { readSyncState, updateSyncState } from '../sync/sync-state.ts';
import { noteFill } from '../horizon/horizon.ts';
import { copyOwnTables } from './own-tables.ts';

/** What the new file is: the server's record of these buckets at this revision. */
export type FileCut = Pick<PullHeader['h'], 'epoch' | 'rev' | 'mark' | 'seq' | 'hash' | 'buckets' | 'closedSince'>;

export interface TakeOver {
  readonly db: WriteDb;
  /** The file `db` has open. */
  readonly recordsPath: string;
  /** The finished one; gone from there afterwards. */
  readonly nextPath: string;
  readonly cut: FileCut;
  readonly now: UtcMs;
  /** Called between the steps; for tests that kill the process there. */
  readonly atBoundary?: (step: string) => void;
}

export type TakeOverOutcome =
  | { readonly kind: 'taken'; readonly caseCount: number }
  /** The file is of no use any more: of another life of the server, older than what is shown, or from before a fork. */
  | { readonly kind: 'unfit'; readonly why: 'epoch' | 'stale' | 'fork' };

const SQL = {
  unsettled: `SELECT DISTINCT case_id AS caseId FROM outbox
    WHERE state IN ('queued', 'sent') OR (settled_at IS NULL AND (state IN ('refused', 'deferred') OR code = 'renumbered'))
    UNION SELECT case_id FROM attention_copy WHERE case_id IS NOT NULL`,
} as const;

export function takeOver({ db, recordsPath, nextPath, cut, now, atBoundary = () => undefined }: TakeOver): TakeOverOutcome {
  const state = readSyncState(db);
  const station = state.station ?? '';
  if (cut.epoch !== state.epoch) return { kind: 'unfit', why: 'epoch' };
  if (cut.rev < state.cutRev) return { kind: 'unfit', why: 'stale' };
  if (hashAt(db, station, cut.seq) !== cut.hash) return { kind: 'unfit', why: 'fork' };
  const next = openDatabase(nextPath);
  copyOwnTables(next, recordsPath, () => {
    const confirmed = markConfirmed(next, station, { seq: cut.seq, at: state.serverNow === 0 ? now : utcMs(state.serverNow) });
    const unsettled = next.query<Record<string, never>, { caseId: string }>(SQL.unsettled).all({}).map((row) => row.caseId);
    for (const caseId of new Set([...confirmed, ...unsettled])) showAfterSettling(next, caseId);
    for (const bucket of cut.buckets) setCursor(next, bucket, cut.rev);
    updateSyncState(next, { cutRev: cut.rev, cutMark: cut.mark, lastPullAt: now });
    noteFill(next, cut.closedSince ?? null);
  });
  atBoundary('own tables copied');
  finishDatabaseFile(next);
  atBoundary('new file complete');
  replaceDatabaseFile(db, recordsPath, nextPath, atBoundary);
  atBoundary('opened');
  return { kind: 'taken', caseCount: countCases(db) };
}
