import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronArguments } from '../../../scripts/lib/workstation.mjs';

/**
 * Playwright's own loader: the app is not ready before Playwright has attached. Playwright adds it only when it chooses the Electron
 * itself; without it a launch hangs now and then (the first navigation happens while it attaches, and is never seen).
 */
const HOLD_UNTIL_ATTACHED = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'lib/server/electron/loader.js');

const LAUNCH_TIMEOUT_MS = 60_000;
const CLOSE_TIMEOUT_MS = 15_000;

export interface WorkstationOptions {
  /** Kept when the workstation is closed, for another launch. Without it: a fresh folder, removed at the end. */
  readonly dataDir?: string;
  /** Without it the workstation has no server and works alone. */
  readonly serverUrl?: string;
  readonly name?: string;
  readonly enrolCode?: string;
  /** Practice mode of the workstation in `dataDir`. */
  readonly isPractice?: boolean;
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningWorkstation {
  readonly app: ElectronApplication;
  /** The first window's page, loaded. */
  readonly page: Page;
  readonly dataDir: string;
  /** Quits as a person would; one that does not end in time is killed, and the test told so. May be called twice. */
  close(): Promise<void>;
  /** Ends it without a word, as a power cut would: main process and all it started. */
  kill(): Promise<void>;
}

/** Opens the built app in real Electron, as its own user with its own data. Works as root too. */
export async function launchWorkstation(options: WorkstationOptions = {}): Promise<RunningWorkstation> {
  const { env = {}, ...given } = options;
  const dataDir = given.dataDir ?? mkdtempSync(join(tmpdir(), 'portreeve-workstation-'));
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: ['-r', HOLD_UNTIL_ATTACHED, ...electronArguments({ name: 'Test desk', ...given, dataDir })],
    env: environment(env),
    timeout: LAUNCH_TIMEOUT_MS,
  });
  const page = await app.firstWindow({ timeout: LAUNCH_TIMEOUT_MS });
  await page.waitForLoadState('load');
  const ended = new Promise<void>((resolve) => {
    app.process().once('exit', () => {
      resolve();
    });
  });
  let isOver = false;
  async function end(how: () => Promise<void>): Promise<void> {
    if (isOver) return;
    isOver = true;
    try {
      await how();
    } finally {
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  return {
    app,
    page,
    dataDir,
    close: () => end(() => closeInTime(app)),
    kill: () =>
      end(async () => {
        app.process().kill('SIGKILL');
        await ended;
      }),
  };
}

async function closeInTime(app: ElectronApplication): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => {
    resolve('late');
  }, CLOSE_TIMEOUT_MS);
  const outcome = await Promise.race([app.close(), late]);
  clearTimeout(timer);
  if (outcome !== 'late') return;
  app.process().kill('SIGKILL');
  throw new Error(`the workstation did not quit within ${CLOSE_TIMEOUT_MS} ms`);
}

/** Set by `npm test`, which knows which Electron runs here. */
function electronPath(): string {
  const path = process.env['PORTREEVE_ELECTRON'];
  if (!path) throw new Error('PORTREEVE_ELECTRON is not set: run the end-to-end tests by `npm test -- --only e2e`.');
  return path;
}

/** This process's environment with the test's additions, and without what would point the app at a developer's own data. */
function environment(additions: Readonly<Record<string, string>>): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const kept = inherited.filter(([name]) => name !== 'PORTREEVE_DATA_DIR' && name !== 'PORTREEVE_SERVER_URL' && name !== 'ELECTRON_RUN_AS_NODE');
  return { ...Object.fromEntries(kept), ...additions };
}
