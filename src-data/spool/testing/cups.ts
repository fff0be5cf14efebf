/**
 * A real print service of our own: cupsd in a folder of its own, on a free port of this machine, with queues that write what they
 * get into files. Nothing of the system's own service is touched.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Cups {
  readonly port: number;
  /** What `CUPS_SERVER` has to be for a program that is to print here. */
  readonly server: string;
  /** Makes a raw queue. Everything it prints is in the file that `printed` reads; `device`: elsewhere, such as `socket://…`. */
  addQueue(name: string, device?: string): void;
  printed(name: string): Buffer;
  /** As a person does in the system's printer settings. */
  enable(name: string): void;
  disable(name: string): void;
  /** Its printer takes nothing until it is let go, as one without paper does. */
  hold(name: string): void;
  letGo(name: string): void;
  /** The jobs of a queue, as `lpstat` tells of them. */
  jobs(name: string, which: 'completed' | 'not-completed'): readonly string[];
  cancelAll(name: string): void;
  /** Ends the service, and what it had begun, without a word, as a power cut would. Its queues and jobs stay. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

const SYSTEM_PROGRAMS = '/usr/lib/cups';
const START_TRIES = 200;
const TRY_EVERY_MS = 50;
const PATHS = { ...process.env, PATH: [process.env['PATH'], '/usr/sbin', '/usr/bin'].join(delimiter) };

/** Whether this machine has the programs; `npm test` installs them where it can. */
export const hasCups: boolean = ['/usr/sbin/cupsd', '/usr/sbin/lpadmin', '/usr/bin/lpstat'].every((path) => existsSync(path));

export async function startCups(): Promise<Cups> {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-cups-'));
  chmodSync(folder, 0o755); // the service's own account passes through it
  for (const name of ['root', 'spool', 'spool/tmp', 'cache', 'state', 'log', 'printed']) mkdirSync(join(folder, name), { mode: 0o755 });
  makePrograms(join(folder, 'programs'));
  const port = await freePort();
  const server = `127.0.0.1:${port}`;
  writeFileSync(join(folder, 'cupsd.conf'), settings(port));
  writeFileSync(join(folder, 'cups-files.conf'), files(folder));
  let child: ChildProcess | null = null;
  const run = (program: string, ...args: readonly string[]): string => execFileSync(program, args, { encoding: 'utf8', env: { ...PATHS, CUPS_SERVER: server }, stdio: ['ignore', 'pipe', 'ignore'] });
  const fileOf = (name: string): string => join(folder, 'printed', name);

  async function start(): Promise<void> {
    child = spawn('cupsd', ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')], { env: PATHS, stdio: 'ignore' });
    for (let tries = 0; tries < START_TRIES; tries += 1) {
      if (await answers(port)) return;
      if (child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, TRY_EVERY_MS));
    }
    throw new Error(`cupsd did not start: ${existsSync(join(folder, 'log/error_log')) ? readFileSync(join(folder, 'log/error_log'), 'utf8').slice(-2_000) : 'it left no log'}`);
  }
  async function kill(): Promise<void> {
    const ending = child;
    child = null;
    if (ending === null || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill('SIGKILL');
    await ended;
  }
  await start();
  return {
    port,
    server,
    addQueue: (name, device = `keep:${fileOf(name)}`) => void run('lpadmin', '-p', name, '-v', device, '-m', 'raw', '-E'),
    printed: (name) => (existsSync(fileOf(name)) ? readFileSync(fileOf(name)) : Buffer.alloc(0)),
    enable: (name) => void run('cupsenable', name),
    disable: (name) => void run('cupsdisable', name),
    hold: (name) => writeFileSync(`${fileOf(name)}.held`, ''),
    letGo: (name) => rmSync(`${fileOf(name)}.held`),
    jobs: (name, which) =>
      run('lpstat', '-W', which, '-o', name)
        .split('\n')
        .filter((line) => line.trim() !== ''),
    cancelAll: (name) => void run('cancel', '-a', name),
    kill,
    start,
    async close() {
      await kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The service's own programs, and beside its ways to a printer one more: it keeps what it gets in a file. */
function makePrograms(folder: string): void {
  mkdirSync(join(folder, 'backend'), { recursive: true, mode: 0o755 });
  for (const name of ['daemon', 'filter', 'notifier']) symlinkSync(join(SYSTEM_PROGRAMS, name), join(folder, name));
  const keep = join(folder, 'backend', 'keep');
  writeFileSync(keep, '#!/bin/sh\n[ $# -eq 0 ] && exit 0\nwhile [ -e "${DEVICE_URI#keep:}.held" ]; do kill -0 $PPID || exit 1; sleep 0.05; done\ncat "${6:--}" >> "${DEVICE_URI#keep:}"\n');
  chmodSync(keep, 0o700); // run as whoever runs the service
}

function settings(port: number): string {
  return [
    `Listen 127.0.0.1:${port}`,
    'DefaultAuthType None',
    'WebInterface No',
    'Browsing No',
    'PreserveJobHistory Yes',
    'DirtyCleanInterval 0', // jobs are on disk at once: the service may be killed at any moment
    '<Location />\n  Order allow,deny\n  Allow all\n</Location>',
    '<Policy default>\n  JobPrivateAccess all\n  JobPrivateValues none\n  <Limit All>\n    Order deny,allow\n  </Limit>\n</Policy>',
    '',
  ].join('\n');
}

function files(folder: string): string {
  const at = (name: string): string => join(folder, name);
  return [
    'SystemGroup root',
    `ServerRoot ${at('root')}`,
    `RequestRoot ${at('spool')}`,
    `TempDir ${at('spool/tmp')}`,
    `CacheDir ${at('cache')}`,
    `StateDir ${at('state')}`,
    `ErrorLog ${at('log/error_log')}`,
    `AccessLog ${at('log/access_log')}`,
    `PageLog ${at('log/page_log')}`,
    `ServerBin ${at('programs')}`,
    'Sandboxing relaxed',
    '',
  ].join('\n');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
