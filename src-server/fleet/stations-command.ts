import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { openCatalogues } from '../catalogue/catalogue-store.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { currentGrants, grantBuckets, revokeBuckets } from '../feed/grants.ts';
import type { StationsWish } from './stations-command-line.ts';

/** One workstation as IT knows it. */
export interface StationLine {
  readonly id: string;
  readonly name: string;
  readonly enrolledAt: UtcMs;
  readonly lastSeenAt: UtcMs | null;
  readonly protocol: number | null;
  readonly app: string | null;
  readonly isBlocked: boolean;
  readonly holds: readonly string[];
}

/** A wish that cannot be carried out; the message says why and what to do. */
export class StationsProblem extends Error {
  override readonly name = 'StationsProblem';
}

const SQL = {
  list: `SELECT s.id, s.name, s.enrolled_at AS "enrolledAt", s.last_seen_at AS "lastSeenAt", s.protocol, s.app_version AS app, s.is_blocked AS "isBlocked",
           array(SELECT bucket FROM station_bucket b WHERE b.station = s.id AND b.revoked_rev IS NULL ORDER BY bucket) AS holds
           FROM station s WHERE $1::text IS NULL OR s.id = $1 OR s.name = $1 ORDER BY s.name, s.enrolled_at`,
  block: 'UPDATE station SET is_blocked = $2 WHERE id = $1',
};

/**
 * Lists workstations, or changes what one of them may hold. What it gains it fetches with its next round; what it loses it
 * removes and overwrites. Throws StationsProblem when there is no such workstation, or more than one.
 */
export async function carryOut(pool: Pool, wish: Pick<StationsWish, 'station' | 'hold' | 'isBlocked'>, now: () => UtcMs): Promise<readonly StationLine[]> {
  const found = await list(pool, wish.station);
  if (wish.hold === null && wish.isBlocked === null) return found;
  const [station, second] = found;
  if (station === undefined) throw new StationsProblem(`No workstation is called ${wish.station}. "stations" without --station lists them.`);
  if (second !== undefined) throw new StationsProblem(`${found.length} workstations are called ${wish.station}. Give the id of one: ${found.map(({ id }) => id).join(', ')}.`);
  if (wish.hold !== null) await hold(pool, station.id, wish.hold, now());
  if (wish.isBlocked !== null) await pool.query(SQL.block, [station.id, wish.isBlocked]);
  return list(pool, station.id);
}

async function list(pool: Pool, station: string | null): Promise<readonly StationLine[]> {
  return (await pool.query<StationLine>(SQL.list, [station])).rows;
}

async function hold(pool: Pool, station: string, buckets: readonly string[], at: UtcMs): Promise<void> {
  refuseUnknownDepartments(await openCatalogues().newest(pool), buckets);
  await inTransaction(pool, {}, async (tx) => {
    const held = (await currentGrants(tx, station)).map((grant) => grant.bucket);
    const lost = held.filter((bucket) => !buckets.includes(bucket));
    const gained = buckets.filter((bucket) => !held.includes(bucket));
    if (lost.length > 0) await revokeBuckets(tx, station, lost, at);
    if (gained.length > 0) await grantBuckets(tx, station, gained, at);
  });
}

function refuseUnknownDepartments(catalogue: Catalogue | null, buckets: readonly string[]): void {
  const codes = catalogue?.departments.map((department) => department.code as string) ?? [];
  const odd = buckets.find((bucket) => bucket !== 'city' && !codes.includes(bucket.slice(bucket.indexOf(':') + 1)));
  if (odd !== undefined) throw new StationsProblem(`${odd} names no department of this city. Its departments are ${codes.join(', ')}.`);
}

/** A line for people. */
export function stationWords({ id, name, lastSeenAt, app, protocol, isBlocked, holds }: StationLine): string {
  const seen = lastSeenAt === null ? 'never seen' : `seen ${new Date(lastSeenAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [id, name, seen, `version ${app ?? '?'} (protocol ${protocol ?? '?'})`, `holds ${holds.join(', ') || 'nothing'}`, ...(isBlocked ? ['BLOCKED'] : [])].join('  ');
}
