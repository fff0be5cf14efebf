import type { Pool } from './pool.ts';

export type LockOutcome<T> = { readonly isHeldElsewhere: true } | { readonly isHeldElsewhere: false; readonly result: T };

/** First half of the keys; sets ours apart from the locks of revisions and enrolments. */
const LOCK_SPACE = 732_068;

const SQL = {
  take: 'SELECT pg_try_advisory_lock($1, hashtext($2)) AS "isTaken"',
  release: 'SELECT pg_advisory_unlock($1, hashtext($2))',
};

/**
 * Runs `work` while holding a lock of that name in the database, or says at once that somebody else holds it, here or on
 * another server. PostgreSQL lets it go when the connection ends, so a killed server leaves none behind.
 *
 * Takes one connection of the pool for as long as `work` runs.
 */
export async function withLock<T>(pool: Pool, name: string, work: () => Promise<T>): Promise<LockOutcome<T>> {
  const client = await pool.connect();
  let isClean = false;
  try {
    const { rows } = await client.query<{ isTaken: boolean }>(SQL.take, [LOCK_SPACE, name]);
    isClean = true;
    if (rows[0]?.isTaken !== true) return { isHeldElsewhere: true };
    isClean = false;
    const result = await work();
    await client.query(SQL.release, [LOCK_SPACE, name]);
    isClean = true;
    return { isHeldElsewhere: false, result };
  } finally {
    // Ending the connection lets the lock go, whatever went wrong.
    client.release(!isClean);
  }
}
