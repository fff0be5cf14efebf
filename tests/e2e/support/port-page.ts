import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { DesktopEvent } from '../../../src-shared/protocol/desktop-api.ts';
import { launchWorkstation, type RunningWorkstation, type WorkstationOptions } from './launch-workstation.ts';

/** A data process with no data, for each way such a process can behave (`src-main/data-process/fixtures`). */
export type Fixture = 'answering' | 'crashing' | 'failing' | 'stubborn';

/** What `tests/e2e/fixtures/port-page` puts on its window. */
interface PortPage {
  readonly desktopEvents: readonly DesktopEvent[];
  ask(question: string): Promise<Answer>;
}

interface Answer {
  /** Of the data process that answered. */
  readonly pid: number;
  readonly answer: unknown;
}

let folder = '';
let running: RunningWorkstation[] = [];

/** Gives every test of the file a folder, and closes what it launched. */
export function closeAfterEachTest(): void {
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'portreeve-port-page-'));
  });
  test.afterEach(async () => {
    await Promise.all(running.map((workstation) => workstation.close()));
    running = [];
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
}

/** The environment that puts the fixture and the page in the place of the real ones. Exported files go to `saved` in the test's folder. */
export function fixtureEnvironment(fixture: Fixture): Record<string, string> {
  const saveDir = join(folder, 'saved');
  mkdirSync(saveDir, { recursive: true });
  return {
    PORTREEVE_TEST_DATA_ENTRY: resolve(`src-main/data-process/fixtures/${fixture}.mjs`),
    PORTREEVE_TEST_RENDERER_DIR: resolve('tests/e2e/fixtures/port-page'),
    PORTREEVE_TEST_SAVE_DIR: saveDir,
  };
}

/** The real main process and preload, with a page and a data process that hold nothing but the line between them. */
export async function launchPortPage(fixture: Fixture, options: WorkstationOptions = {}): Promise<RunningWorkstation> {
  const dataDir = options.dataDir ?? mkdtempSync(join(folder, 'data-'));
  const workstation = await launchWorkstation({ ...options, dataDir, env: { ...fixtureEnvironment(fixture), ...options.env } });
  running.push(workstation);
  return workstation;
}

/** The page has got this many ports since it was loaded. */
export async function expectPort(page: Page, count: number): Promise<void> {
  await expect(page.getByRole('status')).toHaveText(`port ${count}`);
}

/** Asks the data process over the page's newest port. */
export function ask(page: Page, question: string): Promise<Answer> {
  return page.evaluate((text) => (globalThis as unknown as PortPage).ask(text), question);
}

/** What main has told the page since it was loaded. */
export function desktopEvents(page: Page): Promise<readonly DesktopEvent[]> {
  return page.evaluate(() => (globalThis as unknown as PortPage).desktopEvents);
}

/** The trouble screen, once it is there: it lies over the page in a view of its own. */
export async function troubleScreen({ app }: RunningWorkstation): Promise<Page> {
  const isTrouble = (page: Page) => page.url().startsWith('app://trouble');
  await expect.poll(() => app.windows().some(isTrouble), { timeout: 90_000 }).toBe(true);
  const screen = app.windows().find(isTrouble);
  if (screen === undefined) throw new Error('the trouble screen went away again');
  return screen;
}

export function mainLog({ dataDir }: RunningWorkstation): string {
  return readFileSync(join(dataDir, 'logs', 'main.log'), 'utf8');
}

export function dataLog({ dataDir }: RunningWorkstation): string {
  return readFileSync(join(dataDir, 'logs', 'data.log'), 'utf8');
}

/** How often the data process reached a phase, by the log. */
export function timesIn(workstation: RunningWorkstation, phase: string): number {
  return mainLog(workstation).split(`data process: ${phase}\n`).length - 1;
}
