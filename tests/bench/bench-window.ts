/** Rows that need real Electron: start to a usable queue, a letter and a number painted, scrolling, and memory after a day. */
import { closeSync, copyFileSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hash } from '@node-rs/argon2';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { openDisplay } from '../../scripts/lib/display.mjs';
import { setUpApp } from '../../scripts/lib/set-up.mjs';
import { electronArguments, sandboxArguments } from '../../scripts/lib/workstation.mjs';
import { closeDatabase, openDatabase } from '../../src-data/db/database.ts';
import { keepVerifier } from '../../src-data/session/verifiers.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { type BenchRow, row, timesOf } from './measure.ts';
import { longDay, takeCall } from './long-day.ts';
import { scrollFrames } from './scroll-frames.ts';
import { typing } from './typing.ts';

const STARTS = 5;
const INTAKES = 20;
const PASSWORD = 'bench password';
const AGENT = 'a.rivera';
/** Takes calls too, and may see the monthly report, which an agent may not. */
const WITH_REPORTS = 'h.whitaker';
/** Between two keys of somebody who types well: 11 a second. */
const KEY_MS = 90;
/** One frame at 60 Hz. */
const FRAME_MS = 1_000 / 60;
/** Keeps Electron waiting until Playwright has attached; see tests/e2e/support/launch-workstation.ts. */
const LOADER = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'lib/server/electron/loader.js');

export async function benchWindow(recordsPath: string, { cases, isWholeDay }: { readonly cases: number; readonly isWholeDay: boolean }): Promise<readonly BenchRow[]> {
  const { executablePath } = await setUpApp();
  const display = await openDisplay();
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-bench-window-'));
  const env = { ...inherited(), ...display.env, PORTREEVE_SERVER_URL: '' };
  try {
    const dataDir = await preparedDataDir(recordsPath, folder);
    const around: Window = { executablePath, dataDir, env };
    const parts: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
      start: () => starting(around, folder, cases),
      scrolling: () => scrolling(around, cases),
      number: async () => [await keyToNumber(around, folder, cases)],
      day: () => aDay(around, cases, isWholeDay),
    };
    const rows: BenchRow[] = [];
    for (const [name, part] of Object.entries(parts)) rows.push(...(await rowsOf(name, part)));
    return rows;
  } finally {
    display.virtual?.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The rows of a part; of one that fails none, for the others are worth having. The run then ends with 1. */
async function rowsOf(name: string, part: () => Promise<readonly BenchRow[]>): Promise<readonly BenchRow[]> {
  try {
    return await part();
  } catch (error) {
    process.stderr.write(`  FAILED: ${name}: ${String(error)}\n`);
    process.exitCode = 1;
    return [];
  }
}

async function starting({ executablePath, dataDir, env }: Window, folder: string, cases: number): Promise<readonly BenchRow[]> {
  const blank = await blankStarts(executablePath, folder, env);
  const starts: number[] = [];
  for (let index = 0; index < STARTS; index += 1) starts.push(await startToQueue({ executablePath, dataDir, env }));
  return [row({ measure: 'start to usable queue', work: `${cases} cases on disk; without the typing of the password`, limit: 'a blank Electron window', goal: 1.5 }, starts, blank)];
}

/** A data folder with the made-up cases, in which both may sign in without a server. */
async function preparedDataDir(recordsPath: string, folder: string): Promise<string> {
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  const path = join(dataDir, 'records.sqlite');
  copyFileSync(recordsPath, path);
  const copy = openSync(path, 'r+');
  fsyncSync(copy); // or the first checkpoint would wait for gigabytes of the copy
  closeSync(copy);
  const db = openDatabase(path);
  const verifier = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  for (const staffId of [AGENT, WITH_REPORTS]) keepVerifier(db, staffId, verifier, utcMs(Date.now()));
  closeDatabase(db);
  return dataDir;
}

async function blankStarts(executablePath: string, folder: string, env: Record<string, string>): Promise<readonly number[]> {
  const appDir = join(folder, 'blank');
  mkdirSync(appDir);
  writeFileSync(join(appDir, 'package.json'), '{"name":"blank","main":"main.js"}');
  writeFileSync(join(appDir, 'main.js'), `const { app, BrowserWindow } = require('electron'); app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<p>blank</p>'));`);
  const starts: number[] = [];
  for (let index = 0; index < STARTS; index += 1) {
    const begun = Date.now();
    const app = await _electron.launch({ executablePath, args: ['-r', LOADER, ...sandboxArguments(), `--user-data-dir=${join(folder, `blank-${index}`)}`, appDir], env });
    starts.push((await paintedAt(await app.firstWindow(), 'p')) - begun);
    await app.close();
  }
  return starts;
}

interface Window {
  readonly executablePath: string;
  readonly dataDir: string;
  readonly env: Record<string, string>;
}

async function openApp({ executablePath, dataDir, env }: Window) {
  const app = await _electron.launch({ executablePath, args: ['-r', LOADER, ...electronArguments({ dataDir, name: 'Bench' })], env });
  return { app, page: await app.firstWindow() };
}

/** From the start to the sign-in form, and from Enter to the first row; between them a person types, which is not counted. */
async function startToQueue(around: Window): Promise<number> {
  const begun = Date.now();
  const { app, page } = await openApp(around);
  try {
    const toSignIn = (await paintedAt(page, 'input[type=password]')) - begun;
    await page.getByLabel('Staff ID').focus();
    await page.keyboard.type(AGENT, { delay: KEY_MS });
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD, { delay: KEY_MS });
    const entered = page.evaluate(() => new Promise<number>((resolve) => addEventListener('keydown', ({ key }) => key === 'Enter' && resolve(performance.timeOrigin + performance.now()), { capture: true })));
    await page.keyboard.press('Enter');
    return toSignIn + (await paintedAt(page, '[role=row][aria-rowindex="2"]')) - (await entered);
  } finally {
    await app.close();
  }
}

/** When the page first had a frame with what is selected, by the page's own clock, in ms since 1970: not when Playwright came to look. */
async function paintedAt(page: Page, selector: string): Promise<number> {
  const found = await page.waitForFunction((wanted) => document.querySelector(wanted) !== null && performance.timeOrigin + performance.now(), selector, { polling: 'raf' });
  return Number(await found.jsonValue());
}

async function typePassword(page: Page, staffId: string): Promise<void> {
  await page.getByLabel('Staff ID').fill(staffId);
  await page.getByLabel('Password').fill(PASSWORD);
}

/** Does `work` in a window where `staffId` is signed in, and closes it whatever happens: the next one needs the data folder. */
async function signedIn<T>(around: Window, staffId: string, work: (app: ElectronApplication, page: Page) => Promise<T>): Promise<T> {
  const { app, page } = await openApp(around);
  try {
    await page.getByLabel('Staff ID').waitFor();
    await typePassword(page, staffId);
    await page.keyboard.press('Enter');
    await page.getByRole('row').nth(1).waitFor();
    return await work(app, page);
  } finally {
    await app.close();
  }
}

const scrolling = (around: Window, cases: number): Promise<readonly BenchRow[]> => signedIn(around, AGENT, async (_app, page) => [...(await typing(page, cases)), ...(await scrollFrames(page, cases))]);

const aDay = (around: Window, cases: number, isWhole: boolean): Promise<readonly BenchRow[]> => signedIn(around, WITH_REPORTS, (app, page) => longDay(app, page, { cases, isWhole }));

async function keyToNumber(around: Window, folder: string, cases: number): Promise<BenchRow> {
  const measured = await signedIn(around, AGENT, (_app, page) => numbersPainted(page));
  const bare = openDatabase(join(folder, 'bare.sqlite'));
  bare.exec('CREATE TABLE one (a TEXT)');
  const insert = bare.write<{ a: string }>('INSERT INTO one VALUES (:a)');
  const commits = await timesOf(200, () => void insert.run({ a: 'x'.repeat(1_000) }));
  closeDatabase(bare);
  const limits = commits.map((commit) => commit + FRAME_MS);
  return row({ measure: 'key to number painted', work: `one case among ${cases}, in the window`, limit: 'one bare SQLite FULL commit and one frame', goal: 2 }, measured, limits);
}

async function numbersPainted(page: Page): Promise<readonly number[]> {
  await page.evaluate(watchForNumber);
  const measured: number[] = [];
  for (let index = 0; index < INTAKES; index += 1) {
    await takeCall(page, index);
    measured.push(await page.evaluate(() => (globalThis as unknown as { keyToNumberMs: () => Promise<number> }).keyToNumberMs())); // safe: watchForNumber put it there
    await page.keyboard.press('Control+n');
  }
  return measured;
}

/** Runs in the page: remembers when Ctrl+Enter went down, and when the frame with the number was painted. */
function watchForNumber(): void {
  let pressedAt = 0;
  let painted: Promise<number> = Promise.resolve(0);
  addEventListener(
    'keydown',
    (event) => {
      if (!(event.ctrlKey && event.key === 'Enter')) return;
      pressedAt = performance.now();
      painted = new Promise((resolve) => {
        const look = (): void => {
          if (document.querySelector('[aria-label="Tracking number"]')) requestAnimationFrame(() => resolve(performance.now() - pressedAt));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
    },
    { capture: true },
  );
  Object.assign(globalThis, { keyToNumberMs: () => painted });
}

function inherited(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'ELECTRON_RUN_AS_NODE'));
}
