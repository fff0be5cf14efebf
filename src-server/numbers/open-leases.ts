import type { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection } from '../db/pool.ts';
import type { NumberLeases } from './leases.ts';

/** Numbers a station may hold unused at most: twice what one pull may ask for. */
const OPEN_LEASES_MAX = 4_000;

const SQL = {
  // One lease of a station at a time, or two pulls at once would both count the same open ones.
  lock: 'SELECT 1 FROM station WHERE id = $1 FOR UPDATE',
  open: `SELECT number FROM number_lease WHERE station = $1 AND state = 'leased'`,
};

/**
 * Leases what the station asks for, in the caller's transaction, but never more than it may hold unused.
 *
 * An answer can be lost on its way, and with it its numbers. So that a bad line does not eat up the number space, a station
 * that has reached the limit is told all its open numbers again instead: those it has already it passes over.
 */
export async function withinOpenLeases(
  tx: Connection,
  numbers: NumberLeases,
  request: { readonly station: string; readonly wanted: number; readonly now: UtcMs },
): Promise<readonly TrackingNumber[]> {
  await tx.query(SQL.lock, [request.station]);
  const { rows } = await tx.query<{ number: TrackingNumber }>(SQL.open, [request.station]);
  const room = OPEN_LEASES_MAX - rows.length;
  const fresh = await numbers.lease(tx, request.station, Math.min(request.wanted, room), request.now);
  return room < request.wanted ? [...rows.map((row) => row.number), ...fresh] : fresh;
}
