import type { Case } from '../../src-shared/domain/case-document.ts';
import type { Counting } from '../../src-shared/reports/count-report.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';

/** Small, so that other requests come in between: reading and counting one batch takes some milliseconds. */
const ROWS_PER_FETCH = 100;

const SQL = {
  // By typed columns: a document is read only when it can matter.
  open: `DECLARE report_cases NO SCROLL CURSOR FOR
    SELECT document FROM case_
     WHERE EXISTS (SELECT 1 FROM unnest($1::bigint[], $2::bigint[]) AS period(begins, ends)
                    WHERE case_.received_at < period.ends AND (case_.closed_at IS NULL OR case_.matters_until >= period.begins))`,
  fetch: `FETCH ${ROWS_PER_FETCH} FROM report_cases`,
  firstReceived: 'SELECT min(received_at) AS at FROM case_',
};

/**
 * Adds every case that can matter, in no particular order, as one moment of the record knows them. Only some are in memory at a time;
 * others may be working in between.
 */
export async function countCases(pool: Pool, counting: Counting): Promise<void> {
  if (counting.periods.length === 0) return;
  await inTransaction(pool, { isolation: 'repeatable read', isReadOnly: true }, async (tx) => {
    await tx.query(SQL.open, [counting.periods.map(({ from }) => from), counting.periods.map(({ to }) => to)]);
    await fetchAll(tx, (current) => counting.add(current));
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
