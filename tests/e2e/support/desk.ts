import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { axeViolations } from '../../axe.ts';
import { launchWorkstation, type RunningWorkstation, type WorkstationOptions } from './launch-workstation.ts';
import { type RunningServer, type ServerOptions, startServer } from './start-server.ts';

/** Everyone's in the demo city (`resources/demo-staff.json`). */
export const DEMO_PASSWORD = 'demo-harbor';

/** The first start fetches the city's services, staff and numbers from the server. */
const FIRST_START_TIMEOUT_MS = 60_000;

let running: { close(): Promise<void> }[] = [];

/** Closes what the tests of the file opened, the newest first. */
export function closeAfterEachTest(): void {
  test.afterEach(async () => {
    const opened = running.toReversed();
    running = [];
    for (const one of opened) await one.close();
  });
}

/** One server for all tests of the file: for those that neither stop it nor count its cases. Call it inside a test. */
export function serverOfFile(): () => RunningServer {
  let server: RunningServer | null = null;
  test.beforeAll(async () => {
    server = await startServer();
  });
  test.afterAll(() => server?.stop());
  return () => {
    if (server === null) throw new Error('the server is there only while a test runs');
    return server;
  };
}

export async function openServer(options: ServerOptions = {}): Promise<RunningServer> {
  const server = await startServer(options);
  running.push({ close: () => server.stop() });
  return server;
}

/** A server's folder that outlives its stops, for a server that comes back. */
export function keptServerFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-kept-server-'));
  chmodSync(folder, 0o755); // the database's account passes through it
  running.push({ close: () => Promise.resolve(rmSync(folder, { recursive: true, force: true, maxRetries: 5 })) });
  return folder;
}

/** A data folder for two launches, one after the other. */
export function keptDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-kept-desk-'));
  running.push({ close: () => Promise.resolve(rmSync(folder, { recursive: true, force: true, maxRetries: 5 })) });
  return folder;
}

export async function openWorkstation(options: WorkstationOptions = {}): Promise<RunningWorkstation> {
  const workstation = await launchWorkstation(options);
  running.push(workstation);
  return workstation;
}

/** Opens a workstation at the server and signs somebody of the demo city in. Returns its page, at the queue. */
export async function openDesk(server: RunningServer, staffId: string, name = 'Test desk'): Promise<Page> {
  const { page } = await openWorkstation({ serverUrl: server.url, name });
  await signIn(page, staffId);
  return page;
}

/** Types ID and password, as a person would, and waits for the screens. */
export async function signIn(page: Page, staffId: string): Promise<void> {
  await page.getByLabel('Staff ID').fill(staffId, { timeout: FIRST_START_TIMEOUT_MS });
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** Zero violations of axe's rules in the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
}

/** The accessible name or role of what has the keyboard. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
    return element?.getAttribute('aria-label') ?? label ?? element?.tagName.toLowerCase() ?? 'nothing';
  });
}
