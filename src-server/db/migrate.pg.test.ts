import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { StartupError } from '../startup-error.ts';
import { useEmptyDatabase } from '../testing/use-database.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';

describe('migrate', () => {
  const database = useEmptyDatabase();

  const tables = async () => {
    const { rows } = await database().pool.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = 'public' AND table_name NOT LIKE 'kysely%' ORDER BY 1`,
    );
    return rows.map((row) => row.name);
  };

  test('0001 makes an empty database into one with the clock at its beginning', async () => {
    expect(await tables()).toEqual([]);
    expect(await migrate(database().url, '0001-first-schema')).toEqual(['0001-first-schema']);
    expect(await tables()).toEqual([
      'attention_settlement',
      'audit',
      'blob',
      'blob_chunk',
      'blob_thumbnail',
      'case_',
      'case_blob',
      'case_bucket',
      'case_number_alias',
      'catalogue',
      'city_file',
      'closed_case_words',
      'command_past',
      'command_result',
      'epoch',
      'job_run',
      'message_outbox',
      'monthly_report',
      'number_allocator',
      'number_lease',
      'office',
      'office_audit',
      'office_result',
      'revision',
      'server_setting',
      'session',
      'staff_credential',
      'staff_sign_in',
      'station',
      'station_bucket',
      'sync_clock',
    ]);
    const { rows } = await database().pool.query('SELECT epoch, rev, min_rev FROM sync_clock');
    expect(rows).toEqual([{ epoch: 1, rev: 0, min_rev: 0 }]);
  });

  test('the newest schema is reached once; a second start has nothing to do', async () => {
    await migrate(database().url);
    expect(await migrate(database().url)).toEqual([]);
  });

  test('a failed step stops with a sentence and leaves everything as it was', async () => {
    await migrate(database().url);
    const before = await tables();
    const failing = {
      ...MIGRATIONS,
      '9998-half': { up: async (db: Parameters<(typeof MIGRATIONS)[string]['up']>[0]) => void (await sql`CREATE TABLE half (x int)`.execute(db)) },
      '9999-broken': { up: async () => Promise.reject(new Error('planted fault')) },
    };
    const attempt = migrate(database().url, undefined, failing);
    await expect(attempt).rejects.toThrow(StartupError);
    await expect(attempt).rejects.toThrow(/9999-broken failed \(planted fault\)\. Nothing was changed/);
    expect(await tables()).toEqual(before);
  });

  test('two servers that start at once migrate once', async () => {
    const steps = { ...MIGRATIONS, '0002-slow': { up: async (db: Parameters<(typeof MIGRATIONS)[string]['up']>[0]) => void (await sql`CREATE TABLE slow (x int)`.execute(db)) } };
    const outcomes = await Promise.all([migrate(database().url, undefined, steps), migrate(database().url, undefined, steps)]);
    expect(outcomes.flat()).toEqual(['0002-slow']);
  });
});
