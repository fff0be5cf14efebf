/** Memory after a day of eight hours or a share of it, played as fast as the window goes: calls, searches, cases opened, reports. */
import type { ElectronApplication, Page } from '@playwright/test';
import { type BenchRow, row } from './measure.ts';

export interface Day {
  readonly calls: number;
  readonly searches: number;
  readonly opened: number;
  readonly reports: number;
}

const EIGHT_HOURS: Day = { calls: 80, searches: 200, opened: 100, reports: 8 };
/** Two hours after the first: what grows by the hour shows, and the bench stays under twenty minutes. */
const SHORT_DAY = 1 / 4;
/** What is kept for good is kept after the first of everything: pages of SQLite, compiled code, the parts of each screen. */
const FIRST_HOUR: Day = { calls: 5, searches: 12, opened: 6, reports: 1 };
/** Nobody waits that long: a busy machine may. */
const REPORT_COUNTED_MS = 120_000;
const MB = 1024;

interface Memory {
  readonly renderer: number;
  readonly heap: number;
  readonly data: number;
}

/** `page`: signed in. Growth against the end of the first hour. `isWhole`: all eight hours; else every step as well, fewer times. */
export async function longDay(app: ElectronApplication, page: Page, { cases, isWhole }: { readonly cases: number; readonly isWhole: boolean }): Promise<readonly BenchRow[]> {
  const day = shareOf(EIGHT_HOURS, isWhole ? 1 : SHORT_DAY);
  await play(page, FIRST_HOUR);
  const before = await memoryOf(app, page);
  await play(page, day);
  const after = await memoryOf(app, page);
  const part = isWhole ? 'all of it' : `${SHORT_DAY * 100} % of it`;
  const work = `${part}: ${day.calls} calls, ${day.searches} searches, ${day.opened} cases opened, ${day.reports} reports, among ${cases}`;
  const limit = 'after the first hour of it';
  const of = (measure: string, kind: keyof Memory): BenchRow => row({ measure, work, limit, goal: 1.1, unit: 'MB' }, [after[kind]], [before[kind]]);
  return [of('memory of the data process, a day', 'data'), of('memory of the window, a day', 'renderer'), of('objects in the window, a day', 'heap')];
}

const shareOf = ({ calls, searches, opened, reports }: Day, share: number): Day => ({ calls: calls * share, searches: searches * share, opened: opened * share, reports: reports * share });

async function play(page: Page, { calls, searches, opened, reports }: Day): Promise<void> {
  let [searched, looked, reported] = [0, 0, 0];
  for (let call = 1; call <= calls; call += 1) {
    await takeCall(page, call);
    await page.keyboard.press('Control+n');
    await page.keyboard.press('F3');
    for (; searched < (call * searches) / calls; searched += 1) await search(page, searched);
    for (; looked < (call * opened) / calls; looked += 1) await openOne(page, looked);
    for (; reported < Math.floor((call * reports) / calls); reported += 1) await lookAtReports(page);
  }
}

/** Takes a call by keys, until its number is on screen. */
export async function takeCall(page: Page, call: number): Promise<void> {
  await page.keyboard.press('F2');
  await page.getByRole('form', { name: 'New case' }).waitFor();
  await page.keyboard.press('Alt+s');
  await page.keyboard.type('general information');
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+d');
  await page.keyboard.type(`Call ${call}`);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('status', { name: 'Tracking number' }).waitFor();
}

const WORDS = ['pothole', 'nunez', 'sewer odor', 'garcia', 'redwood', 'dept:water', 'overdue'];

async function search(page: Page, index: number): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(WORDS[index % WORDS.length] ?? '');
  await rowsAreThere(page);
}

async function openOne(page: Page, index: number): Promise<void> {
  const grid = page.getByRole('grid', { name: 'Cases' });
  await rowsAreThere(page);
  await grid.focus();
  for (let down = 0; down <= index % 5; down += 1) await page.keyboard.press('PageDown');
  await page.keyboard.press('Enter');
  await grid.waitFor({ state: 'detached' });
  await page.keyboard.press('F3');
  await rowsAreThere(page);
}

/** Until its figures are there, and the queue again. */
async function lookAtReports(page: Page): Promise<void> {
  await page.keyboard.press('F6');
  await page.locator('[data-figure]').first().waitFor({ timeout: REPORT_COUNTED_MS });
  await page.keyboard.press('F3');
  await rowsAreThere(page);
}

const rowsAreThere = (page: Page): Promise<void> => page.locator('[role=grid]:not([aria-busy]) [role=rowheader]').first().waitFor();

/** In MB, with what nobody holds any more collected in the window. */
async function memoryOf(app: ElectronApplication, page: Page): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(3_000);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const metrics = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ type, serviceName, memory }) => ({ type, serviceName, size: memory.workingSetSize })));
  const sum = (of: typeof metrics): number => of.reduce((all, { size }) => all + size, 0) / MB;
  return { heap: usedSize / MB / MB, renderer: sum(metrics.filter(({ type }) => type === 'Tab')), data: sum(metrics.filter(({ serviceName }) => serviceName === 'node.mojom.NodeService')) };
}
