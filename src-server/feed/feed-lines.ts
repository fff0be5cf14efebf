/**
 * The feed: what changed in a station's buckets since its cursors, as JSON lines of one snapshot.
 *
 * State, not events: a case that changed ten times comes once, as it is now. Everything is read in the caller's REPEATABLE
 * READ transaction, so all lines are one cut of the city's record.
 */
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection } from '../db/pool.ts';

/** A bucket the station may hold and the revision up to which it knows it; 0: nothing yet, fill it. */
export interface BucketCursor {
  readonly bucket: string;
  readonly cursor: number;
}

const ROWS_PER_FETCH = 500;

const SQL = {
  /**
   * One bucket's rows in order of revision. A document that an earlier bucket of the same answer has carried ($3, with the
   * cursors $4) is not sent twice; an exit says whether the case was sealed. A bucket being filled needs no exits, and no case that was closed before $5 (null: all).
   */
  open: `DECLARE feed NO SCROLL CURSOR FOR
    SELECT json_build_array('r', b.bucket, b.case_id, b.present, CASE WHEN b.present AND sent.case_id IS NULL THEN c.document
        WHEN NOT b.present AND b.why = 'sealed' THEN jsonb_build_object('id', b.case_id, 'sealed', true) END)::text AS line
      FROM case_bucket b
      LEFT JOIN case_ c ON c.id = b.case_id
      LEFT JOIN LATERAL (
        SELECT e.case_id FROM case_bucket e JOIN unnest($3::text[], $4::bigint[]) AS w(bucket, cursor) ON e.bucket = w.bucket
         WHERE e.case_id = b.case_id AND e.present AND e.rev > w.cursor AND (w.cursor > 0 OR $5::bigint IS NULL OR c.closed_at IS NULL OR c.closed_at >= $5) LIMIT 1
      ) AS sent ON true
     WHERE b.bucket = $1 AND b.rev > $2 AND (b.present OR $2 > 0)
       AND ($2 > 0 OR $5::bigint IS NULL OR c.closed_at IS NULL OR c.closed_at >= $5)
     ORDER BY b.rev, b.case_id`,
  changed: `SELECT w.bucket FROM unnest($1::text[], $2::bigint[]) AS w(bucket, cursor)
             WHERE EXISTS (SELECT 1 FROM case_bucket b WHERE b.bucket = w.bucket AND b.rev > w.cursor)`,
  fetch: `FETCH ${ROWS_PER_FETCH} FROM feed`,
  close: 'CLOSE feed',
  results: `SELECT json_build_array('x', seq, status, code, detail)::text AS line FROM command_result
             WHERE station = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
};

/**
 * Rows of all buckets, without newlines at their ends. Must be read to the end or abandoned with its transaction.
 *
 * Buckets at cursor 0 are sent without the cases closed before `closedSince`; null: with all of them.
 */
export async function* feedLines(tx: Connection, buckets: readonly BucketCursor[], closedSince: UtcMs | null = null): AsyncGenerator<readonly string[]> {
  const { rows } = await tx.query<{ bucket: string }>(SQL.changed, [buckets.map(({ bucket }) => bucket), buckets.map(({ cursor }) => cursor)]);
  const changed = new Set(rows.map(({ bucket }) => bucket));
  for (const [at, { bucket, cursor }] of buckets.entries()) {
    if (!changed.has(bucket)) continue; // most answers tell of one case, in two or three buckets of many
    const sent = buckets.slice(0, at);
    await tx.query(SQL.open, [bucket, cursor, sent.map((earlier) => earlier.bucket), sent.map((earlier) => earlier.cursor), closedSince]);
    yield* fetchAll(tx);
    await tx.query(SQL.close);
  }
}

async function* fetchAll(tx: Connection): AsyncGenerator<readonly string[]> {
  for (;;) {
    const { rows } = await tx.query<{ line: string }>(SQL.fetch);
    if (rows.length > 0) yield rows.map((row) => row.line);
    if (rows.length < ROWS_PER_FETCH) return;
  }
}

const RESULTS_PER_QUERY = 1_000;

/** What became of the station's commands after `afterSeq`, in order of seq. */
export async function* resultLines(tx: Connection, station: string, afterSeq: number): AsyncGenerator<readonly string[]> {
  for (let after = afterSeq; ; ) {
    const { rows } = await tx.query<{ line: string }>(SQL.results, [station, after, RESULTS_PER_QUERY]);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => row.line);
    if (rows.length < RESULTS_PER_QUERY) return;
    after = Number((JSON.parse(last.line) as unknown[])[1]);
  }
}
