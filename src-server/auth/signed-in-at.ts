import type { Connection, Pool } from '../db/pool.ts';
import { DAY_MS, type UtcMs } from '../../src-shared/util/time.ts';

/** As long as a workstation lets somebody in offline after the server's last check (src-data/session/sign-in.ts). */
const LIFETIME_MS = 30 * DAY_MS;

const SQL = {
  note: `INSERT INTO staff_sign_in (staff_id, station, at) VALUES ($1, $2, $3)
         ON CONFLICT (staff_id, station) DO UPDATE SET at = excluded.at`,
  ever: 'SELECT 1 FROM staff_sign_in WHERE staff_id = $1 AND station = $2',
  find: 'SELECT 1 FROM staff_sign_in WHERE staff_id = $1 AND station = $2 AND at > $3',
};

export interface SignedInAt {
  readonly staffId: string;
  readonly station: string;
  readonly now: UtcMs;
}

/** Somebody has signed in at a workstation, and the password was right. */
export async function noteSignIn(pool: Pool, { staffId, station, now }: SignedInAt): Promise<void> {
  await pool.query(SQL.note, [staffId, station, now]);
}

/** Whether the server has seen this person at this workstation lately: only then does it believe the workstation that they sit there. */
export async function hasSignedInAt(pool: Pool, { staffId, station, now }: SignedInAt): Promise<boolean> {
  const { rowCount } = await pool.query(SQL.find, [staffId, station, now - LIFETIME_MS]);
  return rowCount === 1;
}

/** Whether the server has ever checked this person's password at this workstation: what was given there in their name weeks ago may be theirs. */
export async function hasEverSignedInAt(connection: Connection | Pool, { staffId, station }: Omit<SignedInAt, 'now'>): Promise<boolean> {
  const { rowCount } = await connection.query(SQL.ever, [staffId, station]);
  return rowCount === 1;
}
