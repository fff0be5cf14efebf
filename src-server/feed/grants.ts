import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';
import { type SyncClock, takeRevision } from './clock.ts';

/** A bucket a station may hold, since which revision. */
export interface Grant {
  readonly bucket: string;
  readonly grantedRev: number;
}

const SQL = {
  current: `SELECT bucket, granted_rev AS "grantedRev" FROM station_bucket
             WHERE station = $1 AND revoked_rev IS NULL ORDER BY bucket`,
  grant: `INSERT INTO station_bucket (station, bucket, granted_rev)
          SELECT $1, bucket, $3 FROM unnest($2::text[]) AS bucket
          ON CONFLICT (station, bucket) DO UPDATE SET granted_rev = excluded.granted_rev, revoked_rev = NULL
          WHERE station_bucket.revoked_rev IS NOT NULL`,
  revoke: `UPDATE station_bucket SET revoked_rev = $3 WHERE station = $1 AND bucket = ANY($2) AND revoked_rev IS NULL`,
};

/** What the station may hold now, by name. */
export async function currentGrants(connection: Connection | Pool, station: string): Promise<readonly Grant[]> {
  return (await connection.query<Grant>(SQL.current, [station])).rows;
}

/**
 * Grants buckets to a station. Takes a revision, so that a cursor from an earlier grant of the same bucket is older than
 * this one and the bucket is filled anew. Buckets it has already are left as they are.
 */
export async function grantBuckets(tx: Connection, station: string, buckets: readonly string[], at: UtcMs): Promise<SyncClock> {
  const clock = await takeRevision(tx, at);
  await tx.query(SQL.grant, [station, buckets, clock.rev]);
  return clock;
}

/** Takes buckets away; the station removes their cases with its next pull. */
export async function revokeBuckets(tx: Connection, station: string, buckets: readonly string[], at: UtcMs): Promise<SyncClock> {
  const clock = await takeRevision(tx, at);
  await tx.query(SQL.revoke, [station, buckets, clock.rev]);
  return clock;
}
