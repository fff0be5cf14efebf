import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import { packagedProgram } from '../../../scripts/lib/packaged-app.mjs';
import { electronArguments } from '../../../scripts/lib/workstation.mjs';

const START_TIMEOUT_MS = 60_000;

export interface PackagedOptions {
  readonly dataDir: string;
  readonly serverUrl: string;
  readonly env: Readonly<Record<string, string>>;
  /** Further arguments, before the app's own. */
  readonly args?: readonly string[];
}

export interface PackagedWorkstation {
  /** The first window's page. */
  readonly page: Page;
  /** Everything it has written to standard error so far. */
  said(): string;
  /** Its exit code, once it has ended by itself. */
  readonly ended: Promise<number | null>;
  /** Ends it if it still runs. May be called twice. */
  kill(): Promise<void>;
}

/**
 * Opens the packaged app. A release listens to no inspector, so it is driven the way a browser is: through Chromium's own port.
 */
export async function launchPackaged({ env, args = [], ...options }: PackagedOptions): Promise<PackagedWorkstation> {
  const child = spawn(packagedProgram(), [...args, '--remote-debugging-port=0', ...electronArguments({ ...options, name: 'Packaged desk' })], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  const lines: string[] = [];
  async function kill(): Promise<void> {
    child.kill('SIGKILL');
    await ended;
  }
  try {
    const address = await browserAddress(child, lines);
    await windowIsThere(address);
    const browser = await chromium.connectOverCDP(address);
    const context = browser.contexts()[0];
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page', { timeout: START_TIMEOUT_MS }));
    if (page === undefined) throw new Error('the packaged app opened no window');
    return { page, said: () => lines.join('\n'), ended, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** Whoever attaches while the window's page comes to be may wait for it in vain. */
async function windowIsThere(address: string): Promise<void> {
  const list = `http://${new URL(address).host}/json/list`;
  const until = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const targets = (await (await fetch(list)).json()) as readonly { readonly type: string; readonly title: string }[]; // safe: Chromium's own
    if (targets.some(({ type, title }) => type === 'page' && title.endsWith('Portreeve'))) return;
    if (Date.now() > until) throw new Error(`the packaged app showed no window within ${START_TIMEOUT_MS} ms: ${JSON.stringify(targets)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Chromium says on standard error where it listens. What it says is read on, so that it never blocks. */
function browserAddress(child: ChildProcess, lines: string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const timer = setTimeout(() => {
    reject(new Error(`the packaged app did not open within ${START_TIMEOUT_MS} ms:\n${lines.join('\n')}`));
  }, START_TIMEOUT_MS);
  child.once('error', reject);
  child.once('exit', (code, signal) => {
    reject(new Error(`the packaged app ended (${code ?? signal}) before its window was open:\n${lines.join('\n')}`));
  });
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line);
      const address = /^DevTools listening on (ws:\S+)$/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  }
  return promise.finally(() => {
    clearTimeout(timer);
  });
}
