import { rmSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { utcMs } from '../../src-shared/util/time.ts';
import { withDatabase } from '../db/database-url.ts';
import { MIGRATIONS } from '../db/migrations/index.ts';
import { openPool, type Pool } from '../db/pool.ts';
import { temporaryFolder } from '../testing/fresh-database.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';
import { restore } from './restore.ts';
import { takeBackup } from './take-backup.ts';
import { useEmptyDatabase } from '../testing/use-database.ts';

const server = useServer();
const empty = useEmptyDatabase();
const folder = temporaryFolder();
const signal = new AbortController().signal;
const AT = utcMs(Date.UTC(2026, 10, 22, 2));
const now = () => AT;
const older = `portreeve_older_${process.pid}`;
let file: string;

beforeAll(async () => {
  const { deps, databaseUrl } = server();
  const station = await TestStation.enrol(server().app);
  station.give('case.open', openArgs(await station.takeNumber()));
  await station.push();
  ({ file } = await takeBackup({ pool: deps.pool, url: databaseUrl, folder: path.join(folder, 'backups'), now, signal, isTried: true }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const restoreInto = (databaseUrl: string) => restore({ dataDir: folder, databaseUrl, file, now, signal });

async function ask<T extends object>(url: string, statement: string): Promise<readonly T[]> {
  const pool: Pool = openPool(url, { max: 1 });
  return (await pool.query<T>(statement).finally(() => pool.end())).rows;
}

describe('restoring into a PostgreSQL of the city’s own', () => {
  test('while anybody is connected it is refused with a sentence', async () => {
    await server().deps.pool.query('SELECT 1');
    await expect(restoreInto(server().databaseUrl)).rejects.toThrow(/is in use\. Stop every Portreeve server .*nothing was changed/);
  });

  test('an empty database is filled, begins its second life, and nobody is signed in', async () => {
    await empty().pool.end();
    expect(await restoreInto(empty().url)).toMatchObject({ epoch: 2, setAside: null });
    expect(await ask(empty().url, 'SELECT (SELECT count(*)::int FROM case_) AS cases, (SELECT epoch FROM sync_clock), (SELECT count(*)::int FROM session) AS sessions')).toEqual([{ cases: 1, epoch: 2, sessions: 0 }]);
  });

  test('a backup of an older schema is brought up to date', async () => {
    await ask(withDatabase(empty().url, 'postgres'), `CREATE DATABASE ${older}`);
    const url = withDatabase(empty().url, older);
    const up: (typeof MIGRATIONS)[string]['up'] = (database) => sql`ALTER TABLE case_ ADD COLUMN later text NOT NULL DEFAULT 'filled in'`.execute(database).then(() => {});
    await restore({ dataDir: folder, databaseUrl: url, file, now, signal, migrations: { ...MIGRATIONS, '9999-later': { up } } });
    expect(await ask(url, 'SELECT later FROM case_')).toEqual([{ later: 'filled in' }]);
    await ask(withDatabase(empty().url, 'postgres'), `DROP DATABASE ${older}`);
  });

  test('one with records in it is kept under another name, and the role that may not do so is told', async () => {
    const name = (await ask<{ name: string }>(empty().url, 'SELECT current_database() AS name'))[0]?.name ?? '';
    await ask(empty().url, 'DELETE FROM case_bucket');
    const aside = `${name}_before_restore_20261122_020000z`;
    expect(await restoreInto(empty().url)).toMatchObject({ epoch: 3, setAside: `the database ${aside}` });
    const count = 'SELECT count(*)::int AS rows FROM case_bucket';
    expect(await ask(empty().url, count)).not.toEqual([{ rows: 0 }]);
    expect(await ask(withDatabase(empty().url, aside), count)).toEqual([{ rows: 0 }]);
    const admin = withDatabase(empty().url, 'postgres');
    await ask(admin, `DROP DATABASE "${aside}"`);

    await ask(admin, `CREATE ROLE "${name}_small" LOGIN PASSWORD 'small'`);
    await ask(empty().url, `GRANT ALL ON SCHEMA public TO "${name}_small"`);
    const asSmall = empty().url.replace(/\/\/[^@]*@/, `//${name}_small:small@`);
    await expect(restoreInto(asSmall)).rejects.toThrow(/is not empty, and its role may not create another one beside it\. Create an empty database/);
    await ask(empty().url, `DROP OWNED BY "${name}_small"`);
    await ask(admin, `DROP ROLE "${name}_small"`);
  });
});
