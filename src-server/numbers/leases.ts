import { randomBytes } from 'node:crypto';
import { type TrackingNumber, trackingNumberFromPayload } from '../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';
import { readOrMakeSetting } from '../db/server-setting.ts';
import { passOverLostTime } from './allocator.ts';
import { LEASED_PAYLOADS, payloadPermutation } from './permutation.ts';

/** Gives out tracking numbers; one per server process. */
export interface NumberLeases {
  /**
   * Leases `count` numbers to a station, fewer when the space is at its end: none of them was ever given out before or will be again.
   *
   * Runs in the caller's transaction; a rolled-back lease is undone as a whole. Order within the list means nothing.
   */
  lease(tx: Connection, station: string, count: number, nowMs: number): Promise<readonly TrackingNumber[]>;
}

const SQL = {
  advance: 'UPDATE number_allocator SET next_index = next_index + $1 RETURNING next_index - $1 AS first_index',
  insert: `INSERT INTO number_lease (number, station, state, leased_at)
           SELECT number, $2, 'leased', $3 FROM unnest($1::text[]) AS number
           ON CONFLICT (number) DO NOTHING RETURNING number`, // in use since an earlier life of this server: passed over
};

/** Passes over what may be lost and reads the key of the permutation, making it at the database's first use. Changing it later would repeat numbers. */
export async function openNumberLeases(pool: Pool, now: UtcMs): Promise<NumberLeases> {
  await passOverLostTime(pool, now);
  const stored = await readOrMakeSetting(pool, 'numberKey', () => randomBytes(32).toString('hex'));
  const permute = payloadPermutation(Buffer.from(String(stored), 'hex'));
  return {
    async lease(tx, station, count, nowMs) {
      const leased: TrackingNumber[] = [];
      while (leased.length < count) {
        const wanted = count - leased.length;
        const { rows } = await tx.query<{ first_index: number }>(SQL.advance, [wanted]);
        const firstIndex = rows[0]?.first_index;
        if (firstIndex === undefined) throw new Error('number_allocator has lost its row');
        const left = Math.min(wanted, LEASED_PAYLOADS - firstIndex);
        if (left <= 0) return leased; // workstations go on with their own ranges
        const numbers = Array.from({ length: left }, (_, offset) => trackingNumberFromPayload(permute(firstIndex + offset)));
        const fresh = await tx.query<{ number: TrackingNumber }>(SQL.insert, [numbers, station, nowMs]);
        leased.push(...fresh.rows.map((row) => row.number));
      }
      return leased;
    },
  };
}
