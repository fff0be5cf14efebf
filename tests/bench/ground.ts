/** What the rows with a server stand on: a real PostgreSQL, a database of its own, a folder, and servers as processes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { must } from '../../src-shared/util/assert.ts';
import { openPool, type Pool } from '../../src-server/db/pool.ts';
import { freshDatabase, startTestCluster } from '../../src-server/testing/fresh-database.ts';
import type { ProcessReading } from './process-reading.ts';

export interface BenchServer {
  readonly url: string;
  /** How the process is; the delays are those since the last `resetDelays`. */
  read(): Promise<ProcessReading>;
  resetDelays(): Promise<void>;
  stop(): Promise<void>;
}

export interface Ground {
  readonly folder: string;
  readonly pool: Pool;
  /** The first server, which has loaded the demo city. */
  readonly server: BenchServer;
  /** One more on the same database. */
  addServer(): Promise<BenchServer>;
  /** Also done when the bench is interrupted. */
  close(): Promise<void>;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Starts everything anew: PostgreSQL, database, one server. */
export async function openGround(): Promise<Ground> {
  const cluster = await startTestCluster();
  const database = await freshDatabase(cluster.address);
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-bench-'));
  const server = await startServer(['--data', join(folder, 'server'), '--seed', 'demo', '--database-url', database.url]);
  const servers = [server];
  const pool = openPool(database.url);
  let closing: Promise<void> | null = null;
  const interrupted = (): void => void ground.close().finally(() => process.exit(1));
  const ground: Ground = {
    folder,
    pool,
    server,
    async addServer() {
      const added = await startServer(['--data', join(folder, `server-${servers.length + 1}`), '--database-url', database.url]);
      servers.push(added);
      return added;
    },
    close: () => (closing ??= close()),
  };
  async function close(): Promise<void> {
    for (const signal of SIGNALS) process.off(signal, interrupted);
    await pool.end();
    await Promise.all(servers.map((one) => one.stop()));
    await database.drop();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  for (const signal of SIGNALS) process.on(signal, interrupted);
  return ground;
}

async function startServer(args: readonly string[]): Promise<BenchServer> {
  const probe = join(import.meta.dirname, 'process-probe.ts');
  const child = spawn(process.execPath, ['--import', probe, 'src-server/index.ts', '--port', '0', '--backup-hour', 'off', ...args], { stdio: ['ignore', 'pipe', 'ignore', 'ipc'] });
  const ended = once(child, 'exit');
  const [line] = (await once(createInterface({ input: must(child.stdout, 'the server was started with a pipe') }), 'line')) as [string]; // safe: readline gives text
  const { url } = JSON.parse(line) as { url: string };
  return {
    url,
    read: () => ask(child, 'read'),
    async resetDelays() {
      await ask(child, 'reset');
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function ask(child: ChildProcess, order: 'read' | 'reset'): Promise<ProcessReading> {
  child.send(order);
  const [reading] = (await once(child, 'message')) as [ProcessReading]; // safe: written by process-probe.ts
  return reading;
}

const TICK_MS = 10;

/**
 * Milliseconds of processor time that PostgreSQL has used for its connections, closed ones too (and for vacuums that have ended);
 * null where the system does not say.
 */
export async function databaseCpuMs(pool: Pool): Promise<number | null> {
  const { rows } = await pool.query<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'`);
  try {
    const open = rows.map(({ pid }) => processTimes(pid));
    const [postmaster] = open.map(({ parent }) => parent);
    const ended = postmaster === undefined ? 0 : processTimes(postmaster).endedChildren;
    return (ended + open.reduce((sum, { own }) => sum + own, 0)) * TICK_MS;
  } catch {
    return null;
  }
}

/** From proc(5): times in ticks. */
function processTimes(pid: number): { readonly parent: number; readonly own: number; readonly endedChildren: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ').map(Number);
  const [, parent = 0, , , , , , , , , , user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields;
  return { parent, own: user + system, endedChildren: endedUser + endedSystem };
}
