/** The server as people and scripts start it: a process of its own. */
import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { SMALL_CITY } from '../src-shared/testing/small-city.ts';
import { temporaryFolder } from './testing/fresh-database.ts';

type ServerProcess = ChildProcessByStdio<null, Readable, Readable>;

const ENTRY = path.join(import.meta.dirname, 'index.ts');
const cleanUp: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

function dataFolder(): string {
  const folder = temporaryFolder();
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'data');
}

function spawnServer(args: readonly string[]): ServerProcess {
  const child = spawn(process.execPath, [ENTRY, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  cleanUp.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  return child;
}

/** Starts a server and waits for its ready line. */
async function startServer(dataDir: string, ...more: readonly string[]): Promise<{ readonly child: ServerProcess; readonly url: string }> {
  const child = spawnServer(['--data', dataDir, '--port', '0', ...more]);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for await (const line of createInterface(child.stdout)) {
    const ready = JSON.parse(line) as { ready: boolean; url: string; dataDir: string };
    expect(ready).toEqual({ ready: true, url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), dataDir });
    return { child, url: ready.url };
  }
  throw new Error(`the server did not become ready: ${said}`);
}

async function runToEnd(args: readonly string[]): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = spawnServer(args);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
}

async function stop(child: ServerProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** Command lines of the PostgreSQL processes of a data folder. */
async function databaseProcesses(dataDir: string): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'args']);
  return stdout.split('\n').filter((line) => line.includes('postgres') && line.includes(dataDir));
}

async function health(url: string): Promise<{ status: string; epoch: number; rev: number }> {
  return (await (await fetch(`${url}/healthz`)).json()) as { status: string; epoch: number; rev: number };
}

describe('the command line', () => {
  test('--help shows everything and exits well', async () => {
    const { code, stdout, stderr } = await runToEnd(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const option of ['--port', '--data', '--host', '--database-url', '--seed', '--enrol-code']) expect(stdout).toContain(option);
  });

  test('a wrong argument gets a sentence and exit code 2', async () => {
    expect(await runToEnd(['--port', 'abc', '--data', dataFolder()])).toEqual({
      ...{ code: 2, stdout: '' },
      stderr: '--port abc is not a port: give a number from 0 to 65535. --help shows everything it takes.\n',
    });
  });
});

describe('the server process', () => {
  test('becomes ready, answers, stops on SIGTERM in good order and leaves no process behind', async () => {
    const dataDir = dataFolder();
    const { child, url } = await startServer(dataDir);
    expect(await health(url)).toMatchObject({ status: 'ok', epoch: 1, rev: 0, backup: { lastAt: null, problem: null } });
    expect(await databaseProcesses(dataDir)).not.toEqual([]);
    expect(await stop(child)).toBe(0);
    expect(await databaseProcesses(dataDir)).toEqual([]);
  });

  test('loads the demo city once and keeps what is there', async () => {
    const dataDir = dataFolder();
    const first = await startServer(dataDir, '--seed', 'demo');
    const before = await health(first.url);
    expect(before.rev).toBeGreaterThan(0);
    const signIn = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ staffId: 'a.rivera', password: 'demo-harbor' }) };
    expect((await fetch(`${first.url}/auth/v1/sign-in`, signIn)).status).toBe(200);
    expect(await stop(first.child, 'SIGINT')).toBe(0);
    const second = await startServer(dataDir, '--seed', 'demo');
    expect(await health(second.url)).toEqual(before);
  });

  test('refuses a data folder and a port that are in use, each with a sentence', async () => {
    const dataDir = dataFolder();
    const { url } = await startServer(dataDir);
    const sameFolder = await runToEnd(['--data', dataDir, '--port', '0']);
    expect([sameFolder.code, sameFolder.stderr]).toEqual([1, expect.stringContaining('is already using the data folder')]);
    const samePort = await runToEnd(['--data', dataFolder(), '--port', new URL(url).port]);
    expect([samePort.code, samePort.stderr]).toEqual([1, expect.stringMatching(/Port \d+ is taken by another program\. Stop that one/)]);
    expect(await databaseProcesses(dataDir)).toHaveLength(1);
  });

  test('stops in good order although nobody reads its output any more', async () => {
    const dataDir = dataFolder();
    const { child, url } = await startServer(dataDir);
    child.stdout.destroy();
    child.stderr.destroy();
    await health(url); // a line for the log, with nobody there
    expect(await stop(child)).toBe(0);
    expect(await databaseProcesses(dataDir)).toEqual([]);
  });

  test('loads a city of its own from a folder, and says what is wrong with one', async () => {
    const dataDir = dataFolder();
    const folder = temporaryFolder();
    cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(path.join(folder, 'city.json'), JSON.stringify({ ...SMALL_CITY, services: [] }));
    writeFileSync(path.join(folder, 'passwords.json'), JSON.stringify({ admin: 'a first password' }));
    const refused = await runToEnd(['--data', dataDir, '--port', '0', '--city', folder]);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/city\.json.*services/s)]);

    writeFileSync(path.join(folder, 'city.json'), JSON.stringify(SMALL_CITY));
    const { url } = await startServer(dataDir, '--city', folder);
    const signIn = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ staffId: 'admin', password: 'a first password' }) };
    expect((await fetch(`${url}/auth/v1/sign-in`, signIn)).status).toBe(200);
  });

  test('killed outright, the next one takes over folder and database', async () => {
    const dataDir = dataFolder();
    const first = await startServer(dataDir);
    const [before] = await databaseProcesses(dataDir);
    await stop(first.child, 'SIGKILL');
    expect(await databaseProcesses(dataDir)).toEqual([before]);
    const second = await startServer(dataDir);
    expect(await health(second.url)).toMatchObject({ status: 'ok' });
    expect(await databaseProcesses(dataDir)).toHaveLength(1);
  });

  test('makes one enrolment code, keeps it to itself, and says the same one at every start', async () => {
    const dataDir = dataFolder();
    const { child } = await startServer(dataDir, '--host', '127.0.0.1');
    const file = path.join(dataDir, 'enrolment-code');
    const code = readFileSync(file, 'utf8').trim();
    expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await stop(child);
    const again = spawnServer(['--data', dataDir, '--port', '0']);
    const said: string[] = [];
    for await (const line of createInterface(again.stderr)) if (said.push(line) && line.includes('enrol')) break;
    expect(said).toContain(`Workstations on other computers enrol with the code ${code}`);
    expect(readdirSync(dataDir)).toContain('updates');
  });

  test('says in words that a database cannot be reached', async () => {
    const { code, stderr } = await runToEnd(['--data', dataFolder(), '--database-url', 'postgresql://nobody:secret@127.0.0.1:1/none']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/The database cannot be reached: .*ECONNREFUSED.* Check --database-url/);
    expect(stderr).not.toContain('secret');
  });
});

describe('the log', () => {
  test('holds nothing of what was said', async () => {
    const dataDir = dataFolder();
    const { child, url } = await startServer(dataDir, '--seed', 'demo');
    const body = JSON.stringify({ staffId: 'someone.secret', password: 'what nobody may read' });
    await fetch(`${url}/auth/v1/sign-in?name=Jimenez`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await fetch(`${url}/auth/v1/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: body.slice(0, 40) });
    await stop(child);
    const log = readFileSync(path.join(dataDir, 'log', 'server.log'), 'utf8');
    expect(log).toContain('"route":"/auth/v1/sign-in"');
    for (const word of ['someone.secret', 'nobody may read', 'Jimenez', '127.0.0.1']) expect(log).not.toContain(word);
  });
});
