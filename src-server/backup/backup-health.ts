import { DAY_MS, UtcMs } from '../../src-shared/util/time.ts';
import type { Pool } from '../db/pool.ts';
import { readSetting } from '../db/server-setting.ts';

/** What anyone may know about the backups: no names, no places. */
export interface BackupHealth {
  /** When the last proved backup was taken; null: there is none. */
  readonly lastAt: UtcMs | null;
  /** A sentence for whoever looks after the server; null while all is well. */
  readonly problem: string | null;
}

const SQL = {
  lastNight: `SELECT state, detail->>'code' AS code FROM job_run WHERE job = 'backup' AND state <> 'running' ORDER BY slot DESC LIMIT 1`,
};
/** One night may fall out, for a server that was off. */
const TOO_OLD_MS = 2 * DAY_MS;

/** Says how the backups are doing. A failed one is for people to mend; the server is no less healthy for it. */
export async function backupHealth(pool: Pool, now: UtcMs): Promise<BackupHealth> {
  const last = UtcMs.safeParse(await readSetting(pool, 'lastBackupAt'));
  const lastAt = last.success ? last.data : null;
  const { rows } = await pool.query<{ state: string; code: string | null }>(SQL.lastNight);
  return { lastAt, problem: problemOf(lastAt, rows[0] ?? null, now) };
}

function problemOf(lastAt: UtcMs | null, lastNight: { readonly state: string; readonly code: string | null } | null, now: UtcMs): string | null {
  if (lastNight?.state === 'failed') return `The last nightly backup failed (${lastNight.code ?? 'unexpected'}). The server’s log says when and why; it is tried again every hour.`;
  if (lastAt !== null && now - lastAt > TOO_OLD_MS) return 'The last backup is more than two days old. Take one by hand, and look in the server’s log for the nightly ones.';
  return null;
}
