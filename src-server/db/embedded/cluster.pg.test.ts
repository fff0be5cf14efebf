import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/fresh-database.ts';
import { type EmbeddedCluster, startCluster } from './cluster.ts';

const messages: string[] = [];
const log = { info: (message: string) => messages.push(message), warn: (message: string) => messages.push(message) };
const cleanUp: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
  messages.length = 0;
});

function dataFolder(...deeper: string[]): string {
  const folder = temporaryFolder();
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, ...deeper);
}

async function started(dataDir: string): Promise<EmbeddedCluster> {
  const cluster = await startCluster(dataDir, log);
  cleanUp.push(() => cluster.stop());
  return cluster;
}

async function query<T>(cluster: EmbeddedCluster, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  try {
    return (await client.query(text)).rows as T[];
  } finally {
    await client.end();
  }
}

function isRunning(pid: number): boolean {
  try {
    // An ended process whose parent is gone stays listed, without a command line, until its new parent looks.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
}

function pidOf(cluster: EmbeddedCluster): number {
  const pid = cluster.postmasterPid();
  if (pid === null) throw new Error('PostgreSQL is not running');
  return pid;
}

describe('the embedded cluster', () => {
  test('is UTF-8, durable, and answers on no network address', async () => {
    const cluster = await started(dataFolder());
    const settings = await query(
      cluster,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('data_checksums') AS checksums,
              current_setting('listen_addresses') AS addresses, pg_encoding_to_char(encoding) AS encoding, datlocale AS locale
         FROM pg_database WHERE datname = 'template1'`,
    );
    expect(settings).toEqual([{ fsync: 'on', commit: 'on', checksums: 'on', addresses: '', encoding: 'UTF8', locale: 'C.UTF-8' }]);
  });

  test('asks for the password', async () => {
    const cluster = await started(dataFolder());
    const client = new pg.Client({ connectionString: cluster.url('postgres').replace(/:[^:@/]+@/, ':wrong@') });
    await expect(client.connect()).rejects.toThrow(/password authentication failed/);
  });

  test('refuses a second owner with a sentence that names the first', async () => {
    const folder = dataFolder();
    await started(folder);
    await expect(startCluster(folder, log)).rejects.toThrow(
      new RegExp(`Another Portreeve server \\(process ${process.pid}\\) is already using the data folder ${folder}\\. Stop that one first`),
    );
  });

  test('leaves no process behind when stopped, and its data when started again', async () => {
    const folder = dataFolder();
    const first = await started(folder);
    await query(first, `CREATE TABLE kept AS SELECT 'Ñuñez' AS name`);
    const pid = pidOf(first);
    await first.stop();
    expect(isRunning(pid)).toBe(false);
    const second = await started(folder);
    expect(await query(second, 'SELECT name FROM kept')).toEqual([{ name: 'Ñuñez' }]);
  });

  test('comes back by itself after its postmaster was killed, with every committed row', async () => {
    const cluster = await started(dataFolder());
    await query(cluster, 'CREATE TABLE kept AS SELECT 1 AS n');
    const pid = pidOf(cluster);
    process.kill(pid, 'SIGKILL');
    while (cluster.postmasterPid() === pid || cluster.postmasterPid() === null) await sleep(10);
    expect(await query(cluster, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    expect(messages).toContain('PostgreSQL is running again');
  });

  test('can be stopped while it is being restarted', async () => {
    const cluster = await started(dataFolder());
    const pid = pidOf(cluster);
    process.kill(pid, 'SIGKILL');
    while (cluster.postmasterPid() !== null) await sleep(1);
    await cluster.stop();
    expect(cluster.postmasterPid()).toBe(null);
  });

  test('after the server itself was killed, the next one takes over folder and data', async () => {
    const folder = dataFolder();
    const orphan = await startInAnotherProcess(folder);
    expect(isRunning(orphan)).toBe(true);
    const cluster = await started(folder);
    expect(isRunning(orphan)).toBe(false);
    expect(messages).toContain('PostgreSQL: stopped the one that an earlier server left behind');
    expect(await query(cluster, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  test('is not kept from starting by a pid file whose number now belongs to another program', async () => {
    const folder = dataFolder();
    await (await started(folder)).stop();
    const bystander = spawn('sleep', ['60']);
    cleanUp.push(() => void bystander.kill());
    writeFileSync(path.join(folder, 'postgresql', 'data', 'postmaster.pid'), `${bystander.pid}\n${folder}\n`);
    await started(folder);
    expect(bystander.exitCode).toBe(null);
  });

  test('makes its files anew when an earlier first start was interrupted', async () => {
    const folder = dataFolder();
    mkdirSync(path.join(folder, 'postgresql', 'data.unfinished'), { recursive: true });
    writeFileSync(path.join(folder, 'postgresql', 'data.unfinished', 'PG_VERSION'), '18');
    await started(folder);
    expect(existsSync(path.join(folder, 'postgresql', 'data.unfinished'))).toBe(false);
  });

  test('works in a folder whose path is too long for a socket', async () => {
    const cluster = await started(dataFolder('a'.repeat(60), 'b'.repeat(60)));
    expect(await query(cluster, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

/** Starts a cluster in a process of its own, writes a row, kills that process outright; the pid of the postmaster it left. */
async function startInAnotherProcess(folder: string): Promise<number> {
  const modulePath = path.join(import.meta.dirname, 'cluster.ts');
  const script = `
    const { startCluster } = await import(${JSON.stringify(modulePath)});
    const pg = (await import('pg')).default;
    const cluster = await startCluster(${JSON.stringify(folder)}, { info() {}, warn() {} });
    const client = new pg.Client({ connectionString: cluster.url('postgres') });
    await client.connect();
    await client.query('CREATE TABLE kept AS SELECT 7 AS n');
    console.log(cluster.postmasterPid());
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] });
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  child.kill('SIGKILL');
  await once(child, 'exit');
  return Number(chunk.toString());
}
