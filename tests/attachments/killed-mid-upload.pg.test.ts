import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { pngOfSize } from '../../src-shared/attachments/testing/sample-files.ts';
import { type RunningServer, startServer } from '../e2e/support/start-server.ts';
import type { FileDeskMessage } from './file-desk.ts';

const WAIT_MS = 240_000;
const folder = mkdtempSync(join(tmpdir(), 'portreeve-killed-upload-'));
chmodSync(folder, 0o755);
const children: ChildProcess[] = [];
let server: RunningServer | null = null;
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await server?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}, 60_000);

interface RunningDesk {
  readonly dataDir: string;
  readonly heard: readonly FileDeskMessage[];
  tell(order: string): void;
  /** Resolves with the first message that fits, heard already or yet to come. */
  until<M extends FileDeskMessage>(fits: (message: FileDeskMessage) => message is M): Promise<M>;
  kill(): Promise<void>;
}

function startDesk(name: string, staffId: string, url: string): RunningDesk {
  const dataDir = join(folder, name);
  mkdirSync(dataDir, { recursive: true });
  const program = join(import.meta.dirname, 'file-desk.ts');
  const child = spawn(process.execPath, [program, dataDir, url, name, staffId], { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, PORTREEVE_LAUNCH_ID: name } });
  children.push(child);
  const heard: FileDeskMessage[] = [];
  let listeners: ((message: FileDeskMessage) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line) as FileDeskMessage; // safe: written by file-desk.ts
    heard.push(message);
    for (const listener of listeners) listener(message);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    dataDir,
    heard,
    tell: (order) => void child.stdin.write(`${order}\n`),
    until: (fits) =>
      new Promise((resolve, reject) => {
        const known = heard.find(fits);
        if (known) return resolve(known);
        const timer = setTimeout(() => reject(new Error(`${name} never said it; last: ${JSON.stringify(heard.at(-1))}`)), WAIT_MS);
        const listener = (message: FileDeskMessage): void => {
          if (!fits(message)) return;
          clearTimeout(timer);
          listeners = listeners.filter((one) => one !== listener);
          resolve(message);
        };
        listeners.push(listener);
      }),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

type Files = Extract<FileDeskMessage, { said: 'files' }>;
type Attached = Extract<FileDeskMessage, { said: 'attached' }>;
const isReady = (message: FileDeskMessage): message is Extract<FileDeskMessage, { said: 'ready' }> => message.said === 'ready';
const isAttached = (message: FileDeskMessage): message is Attached => message.said === 'attached';
const fileIs = (state: string) => (message: FileDeskMessage): message is Files => message.said === 'files' && message.views[0]?.state === state;
const isFetched = (message: FileDeskMessage): message is Files => message.said === 'files' && message.views[0]?.canOpen === true;

test('5 MB attached offline, the data process killed in the middle of sending them: the same bytes at the server and at another desk', async () => {
  const bytes = pngOfSize(5_000_000, 77);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const scan = join(folder, 'scan.png');
  writeFileSync(scan, bytes);
  const serverDir = join(folder, 'server');
  mkdirSync(serverDir);
  server = await startServer({ dataDir: serverDir });
  const counter = startDesk('Counter', 'a.rivera', server.url);
  await counter.until(isReady);

  await server.kill();
  counter.tell(`attach ${scan}`);
  const { caseId } = await counter.until(isAttached);
  server = await startServer({ dataDir: serverDir, port: server.port });
  const sending = await counter.until(fileIs('sending'));
  await counter.kill();
  expect(counter.heard.some(fileIs('atServer'))).toBe(false);
  const percentAtKill = sending.views[0]?.percent ?? 0;
  expect(percentAtKill).toBeLessThan(100);

  const again = startDesk('Counter', 'a.rivera', server.url);
  await again.until(isReady);
  again.tell(`watch ${caseId}`);
  await again.until(fileIs('atServer'));
  const resumedAt = again.heard.find(fileIs('sending'))?.views[0]?.percent ?? 100;
  expect(resumedAt, 'it goes on where it was, not from the beginning').toBeGreaterThanOrEqual(percentAtKill);

  const office = startDesk('Office', 'j.brooks', server.url);
  await office.until(isReady);
  office.tell(`fetch ${caseId} ${sha256}`);
  await office.until(isFetched);
  expect(readFileSync(join(office.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2))).equals(bytes)).toBe(true);
}, 600_000);
