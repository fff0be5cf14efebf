/** A central server as a process of its own, as the tests hold it: started, stopped, killed, its folder copied and put back. */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { beginWithNewCluster } from '../../src-server/testing/new-cluster.ts';
import { programFile } from '../../src-server/testing/program-file.ts';
import { copyFolder } from './desk-process.ts';
import type { Ground } from './ground.ts';

export interface ServerProcess {
  readonly dataDir: string;
  /** Port it listens on; null while it does not run. Another one at each start. */
  port(): number | null;
  /** Starts it and waits until it answers. `clockOffsetMs` moves its clock. */
  start(clockOffsetMs?: number): Promise<void>;
  /** Ends in good order. */
  stop(): Promise<void>;
  /** Kill -9 of the server alone; an embedded PostgreSQL is left behind without it. */
  kill(): Promise<void>;
  /** Kill -9 of the server and everything of its PostgreSQL, as when the power goes. */
  cutPower(): Promise<void>;
  killPostmaster(): void;
  /** Kill -9 of one process of PostgreSQL that serves a connection; PostgreSQL then restarts all of them. */
  killBackend(): void;
  copyTo(folder: string): void;
  putBack(folder: string): void;
  /** Takes a backup with the product's own command, also while the server runs; its path. */
  backUp(): Promise<string>;
  /** Restores it with the product's own command; the server must not run. */
  restore(backup: string): Promise<void>;
  query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]>;
}

export interface ServerProcessOptions {
  readonly ground: Ground;
  readonly name: string;
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
}

const execFilePromise = promisify(execFile);
const STOP_TIMEOUT_MS = 25_000;
const START_TRIES = 3;
const QUERY_TRIES = 100;
const QUERY_PAUSE_MS = 200;
const ENTRY = programFile('src-server/index.ts');
const SHIFTED_CLOCK = join(import.meta.dirname, 'shifted-clock.ts');

export function createServerProcess({ ground, name, databaseUrl }: ServerProcessOptions): ServerProcess {
  const dataDir = join(ground.folder, name);
  const pgData = join(dataDir, 'postgresql', 'data');
  let child: ChildProcess | null = null;
  let port: number | null = null;
  let ended: Promise<void> = Promise.resolve();

  async function startOnce(clockOffsetMs: number): Promise<void> {
    if (databaseUrl === null) beginWithNewCluster(dataDir);
    const database = databaseUrl === null ? [] : ['--database-url', databaseUrl];
    const args = ['--import', SHIFTED_CLOCK, ENTRY, '--port', '0', '--data', dataDir, '--city', ground.cityDir, ...database];
    const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...ground.env, PORTREEVE_CLOCK_OFFSET_MS: String(clockOffsetMs) } });
    child = started;
    ended = new Promise((resolve) => {
      started.once('exit', () => {
        if (child === started) [child, port] = [null, null];
        resolve();
      });
    });
    port = await readyPort(started);
  }

  async function signal(kind: NodeJS.Signals): Promise<void> {
    const stuck = setTimeout(() => child?.kill('SIGKILL'), STOP_TIMEOUT_MS);
    child?.kill(kind);
    await ended;
    clearTimeout(stuck);
  }

  /** One of the product's commands beside the server's own; what it said. Throws when it failed. */
  async function command(...args: readonly string[]): Promise<string> {
    const [verb = '', ...options] = args;
    const database = databaseUrl === null ? [] : ['--database-url', databaseUrl];
    const { stdout } = await execFilePromise(process.execPath, [ENTRY, verb, '--data', dataDir, ...options, ...database], { env: ground.env });
    return stdout;
  }

  function postmaster(): number | null {
    try {
      const pid = Number.parseInt(readFileSync(join(pgData, 'postmaster.pid'), 'utf8'), 10);
      return Number.isInteger(pid) ? pid : null;
    } catch {
      return null;
    }
  }

  return {
    dataDir,
    port: () => port,
    async start(clockOffsetMs = 0) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await startOnce(clockOffsetMs);
        } catch (error) {
          await ended;
          if (attempt === START_TRIES) throw error;
          await sleep(500);
        }
      }
    },
    stop: () => signal('SIGTERM'),
    kill: () => signal('SIGKILL'),
    async cutPower() {
      const pid = postmaster();
      const family = pid === null ? [] : [pid, ...childrenOf(pid)];
      await signal('SIGKILL');
      for (const one of family) killHard(one);
      while (family.some(isAlive)) await sleep(10);
    },
    killPostmaster: () => killHard(postmaster()),
    killBackend() {
      const pid = postmaster();
      killHard(pid === null ? null : (childrenOf(pid).find((one) => /client backend|portreeve/.test(titleOf(one))) ?? null));
    },
    copyTo: (folder) => copyFolder(dataDir, folder),
    putBack(folder) {
      renameSync(dataDir, `${dataDir}.old`);
      copyFolder(folder, dataDir);
      rmSync(`${dataDir}.old`, { recursive: true, force: true });
    },
    async backUp() {
      const said = await command('backup', '--quick');
      const file = /Backup taken: (\S+) \(/.exec(said)?.[1];
      if (file === undefined) throw new Error(`no backup was taken:\n${said}`);
      return file;
    },
    async restore(backup) {
      await command('restore', '--from', backup);
    },
    query: (sql) => queryWhenBack(databaseUrl ?? embeddedUrl(dataDir), sql),
  };
}

/** Asks again while PostgreSQL is starting or recovering from the last mishap. */
async function queryWhenBack<Row extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<Row[]> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<Row>(sql)).rows;
    } catch (error) {
      if (attempt === QUERY_TRIES) throw error;
      await sleep(QUERY_PAUSE_MS);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function embeddedUrl(dataDir: string): string {
  const password = readFileSync(join(dataDir, 'postgresql', 'password'), 'utf8');
  return `postgresql://portreeve:${encodeURIComponent(password)}@/portreeve?host=${encodeURIComponent(join(dataDir, 'postgresql', 'run'))}&port=5432`;
}

function childrenOf(pid: number): readonly number[] {
  try {
    const listed = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
    return listed.split('\n').map(Number).filter((one) => one > 0);
  } catch {
    return []; // ps says nothing when there is none
  }
}

function titleOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function killHard(pid: number | null): void {
  if (pid === null) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone already
  }
}

/** The port of the ready line; fails with what the server said when it ends before. */
function readyPort(child: ChildProcess): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000);
  });
  child.once('exit', (code, signal) => reject(new Error(`the server ended (${code ?? signal}) before it was ready:\n${said}`)));
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^\{"ready":true,.*"url":"([^"]+)"/.exec(line)?.[1];
      if (url !== undefined) resolve(Number(new URL(url).port));
    });
  }
  return promise;
}
