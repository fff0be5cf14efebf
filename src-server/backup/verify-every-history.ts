import { GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import { type AuditRow, checkEntry } from '../commands/verify-history.ts';
import type { Connection, Pool } from '../db/pool.ts';

export type EveryHistory =
  | { readonly ok: true; readonly cases: number; readonly entries: number }
  | { readonly ok: false; readonly caseId: string; readonly reason: 'chainBroken' | 'entryChanged' | 'endMissing' };

type Row = { readonly caseId: string; readonly end: string | null } & (AuditRow | { readonly hash: null });

const SQL = {
  // Cases without any entry come too: an entry of theirs is missing. Entries of no case are as bad.
  open: `DECLARE history NO SCROLL CURSOR FOR
          SELECT coalesce(a.case_id, c.id) AS "caseId", a.station, a.seq, a.at, a.command, a.facts,
                 encode(a.prev, 'hex') AS prev, encode(a.hash, 'hex') AS hash, encode(c.history_hash, 'hex') AS "end"
            FROM audit a FULL JOIN case_ c ON c.id = a.case_id
           ORDER BY coalesce(a.case_id, c.id), a.rev, a.n`,
  fetch: 'FETCH 500 FROM history',
};

/** Checks the history of every case link by link in one pass, and that each ends where its case says it ends. */
export async function verifyEveryHistory(pool: Pool, signal: AbortSignal): Promise<EveryHistory> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN READ ONLY');
    return await inOnePass(client, signal);
  } finally {
    // Ends the cursor and its transaction, however far they came.
    await client.query('ROLLBACK').catch(() => {});
    client.release();
  }
}

async function inOnePass(tx: Connection, signal: AbortSignal): Promise<EveryHistory> {
  await tx.query('SET LOCAL statement_timeout = 0');
  await tx.query(SQL.open);
  const chain = new Chain();
  for (;;) {
    signal.throwIfAborted();
    const { rows } = await tx.query<Row>(SQL.fetch);
    for (const row of rows) {
      const problem = chain.follow(row);
      if (problem !== null) return problem;
    }
    if (rows.length === 0) return chain.endOfLast() ?? { ok: true, ...chain.counts };
  }
}

/** Goes along the entries of one case after another. */
class Chain {
  readonly counts = { cases: 0, entries: 0 };
  #caseId: string | null = null;
  #end: string | null = null;
  #previous = GENESIS_HASH;

  follow(row: Row): EveryHistory | null {
    if (row.caseId !== this.#caseId) {
      const problem = this.endOfLast();
      if (problem !== null) return problem;
      this.counts.cases += 1;
      [this.#caseId, this.#end, this.#previous] = [row.caseId, row.end, GENESIS_HASH];
    }
    if (row.hash === null) return null;
    const reason = checkEntry(this.#previous, row);
    if (reason !== null) return { ok: false, caseId: row.caseId, reason };
    this.counts.entries += 1;
    this.#previous = row.hash;
    return null;
  }

  endOfLast(): EveryHistory | null {
    if (this.#caseId === null || this.#end === this.#previous) return null;
    return { ok: false, caseId: this.#caseId, reason: 'endMissing' };
  }
}
