/** A workstation process as the tests hold it: started, asked, killed, copied, put back. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SyncStatus } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { programFile } from '../../src-server/testing/program-file.ts';
import { CaseAnswer, type CaseOrder, DeskMessage, type DeskOrder } from './desk-protocol.ts';
import type { Ground } from './ground.ts';

/** The process was gone before it answered: the order may have been carried out or not. */
export class DeskGone extends Error {
  override readonly name = 'DeskGone';
}

export interface DeskProcess {
  readonly name: string;
  readonly dataDir: string;
  isRunning(): boolean;
  /** True once somebody is signed in at this start. */
  isReady(): boolean;
  start(): void;
  /** Resolves when calls can be taken. Rejects with what it said when it ends before. */
  untilReady(): Promise<void>;
  give(order: CaseOrder): Promise<CaseAnswer>;
  ask<T>(order: DeskOrder): Promise<T>;
  status(): Promise<SyncStatus>;
  /** Kill -9; resolves when it is gone. */
  kill(): Promise<void>;
  /** Ends in good order. */
  end(): Promise<void>;
  setClock(offsetMs: number): void;
  /** Copies the folder; the process must not run. */
  copyTo(folder: string): void;
  /** Puts a copy in the folder's place; the process must not run. */
  putBack(folder: string): void;
  /** Puts back the contents of the very folder, word beside the records and all, as a disk image does: nothing gives it away. */
  putImageBack(folder: string): void;
  /** Last lines of its log. */
  lastWords(): string;
}

export interface DeskOptions {
  readonly ground: Ground;
  readonly name: string;
  readonly serverUrl: string;
  readonly staff: string;
  /** A copy to begin with. */
  readonly from?: string;
}

const PROGRAM = programFile('tests/chaos/desk-program.ts');
const END_TIMEOUT_MS = 20_000;
const KEPT_LINES = 30;

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

export function createDesk({ ground, name, serverUrl, staff, from }: DeskOptions): DeskProcess {
  const dataDir = join(ground.folder, name.replaceAll(' ', '-'));
  if (from === undefined) mkdirSync(dataDir, { recursive: true });
  else copyFolder(from, dataDir);
  let child: ChildProcess | null = null;
  let ended: Promise<void> = Promise.resolve();
  let ready = Promise.withResolvers<void>();
  let isReady = false;
  let clockOffsetMs = 0;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();
  const said: string[] = [];

  function note(line: string): void {
    said.push(line);
    if (said.length > KEPT_LINES) said.shift();
  }

  function take(line: string): void {
    const message = DeskMessage.parse(JSON.parse(line));
    if ('ready' in message) {
      isReady = true;
      ready.resolve();
    } else if ('log' in message) {
      note(message.log);
    } else {
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if ('answer' in message) asked?.resolve(message.answer);
      else asked?.reject(new Error(`${name}: ${message.problem}`));
    }
  }

  function goneWith(code: string): void {
    child = null;
    isReady = false;
    const gone = new DeskGone(`${name} ended (${code}):\n${said.join('\n')}`);
    ready.reject(gone);
    for (const asked of waiting.values()) asked.reject(gone);
    waiting.clear();
  }

  function start(): void {
    if (child) throw new Error(`${name} runs already`);
    ready = Promise.withResolvers<void>();
    ready.promise.catch(() => undefined); // whoever waits for it hears of it
    const args = ['--data', dataDir, '--server', serverUrl, '--name', name, '--staff', staff, `--clock=${clockOffsetMs}`];
    const started = spawn(process.execPath, [PROGRAM, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      // One launch of the app: a data process that was killed comes back with its session, as under the supervisor.
      env: { ...ground.env, PORTREEVE_LAUNCH_ID: 'chaos' },
    });
    child = started;
    started.stdin.on('error', () => undefined); // killed while being told something
    createInterface({ input: started.stderr }).on('line', note);
    const lines = createInterface({ input: started.stdout }).on('line', take);
    const linesRead = new Promise<void>((resolve) => {
      lines.once('close', () => resolve());
    });
    ended = new Promise((resolve) => {
      started.once('exit', (code, signal) => {
        void linesRead.then(() => {
          if (child === started) goneWith(String(signal ?? code));
          resolve();
        });
      });
    });
  }

  function ask<T>(order: DeskOrder): Promise<T> {
    if (!child) return Promise.reject(new DeskGone(`${name} does not run`));
    lastId += 1;
    const id = lastId;
    child.stdin?.write(`${JSON.stringify({ id, order })}\n`);
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve: (answer) => resolve(answer as T), reject }); // safe: each order has one kind of answer
    });
  }

  function mustBeAtRest(): void {
    if (child) throw new Error(`${name} runs: its folder cannot be copied or replaced`);
  }

  return {
    name,
    dataDir,
    isRunning: () => child !== null,
    isReady: () => isReady,
    start,
    untilReady: () => ready.promise,
    give: async (order) => CaseAnswer.parse(await ask(order)),
    ask,
    status: () => ask<SyncStatus>({ do: 'status' }),
    async kill() {
      child?.kill('SIGKILL');
      await ended;
    },
    async end() {
      if (!child) return;
      const stuck = setTimeout(() => child?.kill('SIGKILL'), END_TIMEOUT_MS);
      await ask({ do: 'end' }).catch(() => undefined);
      await ended;
      clearTimeout(stuck);
    },
    setClock(offsetMs) {
      clockOffsetMs = offsetMs;
      if (child) void ask({ do: 'setClock', offsetMs }).catch(() => undefined);
    },
    copyTo(folder) {
      mustBeAtRest();
      copyFolder(dataDir, folder);
    },
    putImageBack(folder) {
      mustBeAtRest();
      for (const entry of readdirSync(dataDir)) rmSync(join(dataDir, entry), { recursive: true, force: true });
      copyFolder(`${folder}/.`, dataDir);
    },
    putBack(folder) {
      mustBeAtRest();
      const old = `${dataDir}.old`;
      renameSync(dataDir, old);
      copyFolder(folder, dataDir);
      rmSync(old, { recursive: true, force: true });
    },
    lastWords: () => said.join('\n'),
  };
}

/** With owners, modes and times, as a disk image has them. */
export function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}
