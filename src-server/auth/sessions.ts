import { createHash, randomBytes } from 'node:crypto';
import type { StaffId } from '../../src-shared/util/ids.ts';
import { HOUR_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import type { Pool } from '../db/pool.ts';

/** A working day and the overtime after it. */
const SESSION_MS = 12 * HOUR_MS;

export interface Session {
  readonly staffId: StaffId;
  /** The workstation it was opened at, null when none signed the request. */
  readonly station: string | null;
  readonly expiresAt: UtcMs;
}

const SQL = {
  insert: `INSERT INTO session (token_hash, staff_id, station, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
  find: `SELECT staff_id AS "staffId", station, expires_at AS "expiresAt" FROM session WHERE token_hash = $1 AND expires_at > $2`,
  remove: 'DELETE FROM session WHERE token_hash = $1',
  removeExpired: 'DELETE FROM session WHERE expires_at <= $1',
};

/** Opens a session. The token is told once and kept nowhere: the database has only its hash. */
export async function openSession(
  pool: Pool,
  session: { readonly staffId: StaffId; readonly station: string | null; readonly now: UtcMs },
): Promise<{ readonly token: string; readonly expiresAt: UtcMs }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = utcMs(session.now + SESSION_MS);
  await pool.query(SQL.removeExpired, [session.now]);
  await pool.query(SQL.insert, [tokenHash(token), session.staffId, session.station, session.now, expiresAt]);
  return { token, expiresAt };
}

/** The session behind a token, or null when there is none or it has expired. */
export async function findSession(pool: Pool, token: string, now: UtcMs): Promise<Session | null> {
  const { rows } = await pool.query<Session>(SQL.find, [tokenHash(token), now]);
  return rows[0] ?? null;
}

/** Ends a session; ending one that is not there is no error. */
export async function closeSession(pool: Pool, token: string): Promise<void> {
  await pool.query(SQL.remove, [tokenHash(token)]);
}

function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
