import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { programFile } from '../../../src-server/testing/program-file.ts';

/** Names the folder of a stopped server with the demo city; see `loaded-city.ts`. */
export const LOADED_CITY = 'PORTREEVE_TEST_LOADED_CITY';

const STOP_TIMEOUT_MS = 20_000;

export interface ServerOptions {
  /** Kept when the server stops, for another start. Without it: a fresh folder, removed at the end. */
  readonly dataDir?: string;
  /** The port of an earlier start, so that workstations find it again. Without it: any free one. */
  readonly port?: number;
  /** `newCity`: the demo city's departments, services and staff, and nothing that happened yet. */
  readonly seed?: 'demo' | 'empty' | 'newCity';
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** Asks it to stop and waits. May be called twice. */
  stop(): Promise<void>;
  /** Ends it without a word, as a power cut would. */
  kill(): Promise<void>;
}

/** Starts a central server with an embedded PostgreSQL as a process of its own, and waits until it answers. */
export async function startServer({ dataDir: given, port = 0, seed = 'demo' }: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = given ?? freshFolder('portreeve-server-');
  if (seed === 'demo') beginWithLoadedCity(dataDir);
  const child = spawn(process.execPath, [programFile('src-server/index.ts'), '--port', String(port), '--data', dataDir, ...seedArguments(seed, dataDir)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join('.data', 'compiled') }, // compiled once, not for each file of tests
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const url = await readyUrl(child);
  async function end(signal: NodeJS.Signals): Promise<void> {
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    child.kill(signal);
    await ended;
    clearTimeout(timer);
    if (given === undefined) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
  return { url, port: Number(new URL(url).port), dataDir, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** Saves an empty folder the loading of the demo city, where that was done before. The copy keeps the database account's ownership. */
function beginWithLoadedCity(dataDir: string): void {
  const loaded = process.env[LOADED_CITY];
  if (loaded === undefined || readdirSync(dataDir).length > 0) return;
  execFileSync('cp', ['-a', `${loaded}/.`, dataDir]);
}

function seedArguments(seed: NonNullable<ServerOptions['seed']>, dataDir: string): readonly string[] {
  if (seed !== 'newCity') return ['--seed', seed];
  const city = join(dataDir, 'city');
  mkdirSync(city);
  copyFileSync('resources/demo-city.json', join(city, 'city.json'));
  copyFileSync('resources/demo-staff.json', join(city, 'passwords.json'));
  return ['--city', city];
}

/** A folder that the database's account may pass through, whoever runs the tests. */
export function freshFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(folder, 0o755);
  return folder;
}

/** The address from the server's ready line; fails with what it said when it ends before. Its output is read on, so that it never blocks. */
function readyUrl(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000);
  });
  child.once('error', reject);
  child.once('exit', (code, signal) => {
    reject(new Error(`the central server ended (${code ?? signal}) before it was ready:\n${said}`));
  });
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^\{"ready":true,.*"url":"([^"]+)"/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  }
  return promise;
}
