import type { Command } from '../../src-shared/commands/index.ts';
import type { Fact } from '../../src-shared/domain/fact.ts';
import { GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Pool } from '../db/pool.ts';
import { historyHash } from './history-hash.ts';

/**
 * `chainBroken`: an entry before this one is missing or was put in; `entryChanged`: this entry does not say what it said;
 * `endMissing`: the case knows of a later entry than the last one here. `seq` and `station` name the entry, null at the end.
 */
export type VerifiedHistory =
  | { readonly ok: true; readonly entries: number }
  | { readonly ok: false; readonly reason: 'chainBroken' | 'entryChanged'; readonly station: string; readonly seq: number }
  | { readonly ok: false; readonly reason: 'endMissing' };

/** One entry as it is stored. */
export interface AuditRow {
  readonly station: string;
  readonly seq: number;
  readonly at: UtcMs;
  readonly command: Command;
  readonly facts: readonly Fact[];
  readonly prev: string;
  readonly hash: string;
}

const SQL = {
  entries: `SELECT station, seq, at, command, facts, encode(prev, 'hex') AS prev, encode(hash, 'hex') AS hash
              FROM audit WHERE case_id = $1 ORDER BY rev, n`,
  end: `SELECT encode(history_hash, 'hex') AS hash FROM case_ WHERE id = $1`,
};

/** Checks the history of one case link by link, and that it ends where the case says it ends. */
export async function verifyCaseHistory(pool: Pool, caseId: string): Promise<VerifiedHistory> {
  const { rows } = await pool.query<AuditRow>(SQL.entries, [caseId]);
  let previous = GENESIS_HASH;
  for (const row of rows) {
    const reason = checkEntry(previous, row);
    if (reason !== null) return { ok: false, reason, station: row.station, seq: row.seq };
    previous = row.hash;
  }
  const end = await pool.query<{ hash: string }>(SQL.end, [caseId]);
  return end.rows[0]?.hash === previous ? { ok: true, entries: rows.length } : { ok: false, reason: 'endMissing' };
}

/** What is wrong with an entry that should follow `previous` (a hash); null when it proves itself. */
export function checkEntry(previous: string, { station, seq, at, command, facts, prev, hash }: AuditRow): 'chainBroken' | 'entryChanged' | null {
  if (prev !== previous) return 'chainBroken';
  return historyHash(prev, { station, seq, at, command, facts }) === hash ? null : 'entryChanged';
}
