import type { Pool } from '../db/pool.ts';

const SQL = `SELECT (SELECT count(*) FROM (SELECT 1 FROM blob WHERE state = 'stored' AND NOT is_clean LIMIT 1000) AS w) AS unscanned,
                    (SELECT count(*) FROM blob WHERE state = 'infected') AS infected`;

/** Files no scanner has found clean (1,000 stands for that many or more), and those put aside as infected. */
export async function countBlobs(pool: Pool): Promise<{ readonly unscanned: number; readonly infected: number }> {
  return (await pool.query<{ unscanned: number; infected: number }>(SQL)).rows[0] ?? { unscanned: 0, infected: 0 };
}
