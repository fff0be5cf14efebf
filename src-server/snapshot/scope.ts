import { createHash } from 'node:crypto';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';

/** What a ready-made file is of: exactly these buckets, by name, without the cases closed before a moment. */
export interface Scope {
  readonly buckets: readonly string[];
  readonly closedSince: UtcMs | null;
}

/** The same for two stations that may hold the same. The horizon moves a day at a time and does not make another file of it. */
export function scopeKey({ buckets, closedSince }: Scope): string {
  return createHash('sha256').update(JSON.stringify([buckets.toSorted(), closedSince === null])).digest('hex').slice(0, 12);
}

const SQL = {
  count: `SELECT count(*) AS count FROM (SELECT DISTINCT b.case_id FROM case_bucket b JOIN case_ c ON c.id = b.case_id
           WHERE b.bucket = ANY($1) AND b.present AND ($2::bigint IS NULL OR c.closed_at IS NULL OR c.closed_at >= $2) LIMIT $3) AS held`,
  changed: `SELECT count(*) AS count FROM (SELECT 1 FROM case_bucket WHERE bucket = ANY($1) AND rev > $2 LIMIT $3) AS changed`,
};

/** How many cases the scope holds, counted no further than `most`. */
export async function countScope(connection: Connection | Pool, { buckets, closedSince }: Scope, most: number): Promise<number> {
  const { rows } = await connection.query<{ count: number }>(SQL.count, [buckets, closedSince, most]);
  return rows[0]?.count ?? 0;
}

/** How many of its rows have changed since `rev`, counted no further than `most`. */
export async function countChanges(connection: Connection | Pool, { buckets }: Scope, rev: number, most: number): Promise<number> {
  const { rows } = await connection.query<{ count: number }>(SQL.changed, [buckets, rev, most]);
  return rows[0]?.count ?? 0;
}
