import type { Case } from '../../src-shared/domain/case-document.ts';
import { DAY_MS, type UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';

/** Small, so that other requests come in between: reading and counting one batch takes some milliseconds. */
const ROWS_PER_FETCH = 100;

const SQL = {
  // What can matter to months that begin at $1 or later and end by $2, judged by typed columns first. A case closed before $1 still can:
  // it has changed since ($3, a revision), was to be answered or finished by a later day, or has a follow-up that is not done.
  open: `DECLARE report_cases NO SCROLL CURSOR FOR
    SELECT document FROM case_
     WHERE received_at < $2
       AND (closed_at IS NULL OR closed_at >= $1 OR received_at >= $1 OR rev >= $3 OR respond_by >= $1
            OR (document->>'resolveBy')::bigint >= $1 OR (document->>'acknowledgeBy')::bigint >= $1
            OR (document->'followUp'->>'dueBy' IS NOT NULL AND document->'followUp'->>'closedAt' IS NULL))`,
  fetch: `FETCH ${ROWS_PER_FETCH} FROM report_cases`,
  // A day earlier: what a workstation dates a little ahead of the server's clock must not be missed.
  changedSince: 'SELECT min(rev) AS rev FROM revision WHERE at >= $1',
  firstReceived: 'SELECT min(received_at) AS at FROM case_',
};

/** Beyond every revision there will ever be. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** A stretch of time whose reports are asked for; `to` is exclusive. */
export interface AskedTime {
  readonly from: UtcMs;
  readonly to: UtcMs;
}

/**
 * Gives `take` every case that can matter to the months within `asked`, in no particular order, as one moment of the record knows them.
 * Only some are in memory at a time; others may be working in between.
 */
export async function eachCaseWithin(pool: Pool, { from, to }: AskedTime, take: (current: Case) => void): Promise<void> {
  await inTransaction(pool, { isolation: 'repeatable read', isReadOnly: true }, async (tx) => {
    const { rows } = await tx.query<{ rev: number | null }>(SQL.changedSince, [from - DAY_MS]);
    await tx.query(SQL.open, [from, to, rows[0]?.rev ?? NEVER]);
    await fetchAll(tx, take);
  });
}

async function fetchAll(tx: Connection, take: (current: Case) => void): Promise<void> {
  for (;;) {
    const { rows } = await tx.query<{ document: Case }>(SQL.fetch);
    for (const { document } of rows) take(document);
    if (rows.length < ROWS_PER_FETCH) return;
  }
}

/** When the first case of the record reached the city; null: there is none. */
export async function firstReceivedAt(pool: Pool): Promise<UtcMs | null> {
  const { rows } = await pool.query<{ at: UtcMs | null }>(SQL.firstReceived);
  return rows[0]?.at ?? null;
}
