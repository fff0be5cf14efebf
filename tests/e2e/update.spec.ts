import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { DesktopApi, UpdateState } from '../../src-shared/protocol/desktop-api.ts';
import * as desk from './support/desk.ts';
import type { RunningWorkstation } from './support/launch-workstation.ts';
import { ask, closeAfterEachTest, expectPort, launchPortPage, mainLog } from './support/port-page.ts';
import { type RunningServer, startServer } from './support/start-server.ts';
import { installAppImage, offerNothing, OFFERED_VERSION, offerUpdate, standInAppImage, withBlockMap } from './support/update-offer.ts';

const OLD_VERSION = 'the old version';

desk.closeAfterEachTest();
closeAfterEachTest();

let server: RunningServer;
let folder = '';

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-update-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const installedPath = (): string => join(folder, 'Portreeve.AppImage');
const installed = (): string => readFileSync(installedPath(), 'utf8');
const newVersion = (): Buffer => standInAppImage(join(folder, 'new-version-ran'));
const newVersionRan = (): string | null => (existsSync(join(folder, 'new-version-ran')) ? readFileSync(join(folder, 'new-version-ran'), 'utf8') : null);

/** What makes a workstation take itself for an installed AppImage. */
function asAppImage(old: string | Buffer = OLD_VERSION): Record<string, string> {
  return { APPIMAGE: installAppImage(installedPath(), old), PORTREEVE_UPDATE_TEST: '1', XDG_CACHE_HOME: join(folder, 'cache') };
}

/** The real screens, at Sync, with somebody signed in. */
async function openSyncScreen(): Promise<RunningWorkstation> {
  const workstation = await desk.openWorkstation({ serverUrl: server.url, env: asAppImage() });
  await desk.signIn(workstation.page, 'a.rivera');
  await workstation.page.keyboard.press('F8');
  return workstation;
}

/** The real main process with a page and a data process that hold nothing, for what does not show on the screens. */
async function launchBare(serverUrl = server.url, old: string | Buffer = OLD_VERSION): Promise<RunningWorkstation> {
  const workstation = await launchPortPage('answering', { serverUrl, env: asAppImage(old) });
  await expectPort(workstation.page, 1);
  return workstation;
}

const told = (page: Page) => page.getByRole('status', { name: 'Updates' });
const checkButton = (page: Page) => page.getByRole('button', { name: 'Check for updates' });
const installButton = (page: Page) => page.getByRole('button', { name: 'Restart and install' });

function desktop<T>(page: Page, use: (api: DesktopApi) => Promise<T>): Promise<T> {
  return page.evaluate(`(${use.toString()})(window.desktop)`) as Promise<T>;
}

async function expectUpdate(page: Page, expected: Partial<UpdateState>): Promise<void> {
  await expect.poll(() => desktop(page, (api) => api.checkForUpdate())).toMatchObject(expected);
}

function ended({ app }: RunningWorkstation): Promise<number | null> {
  return new Promise((resolve) => {
    app.process().once('exit', resolve);
  });
}

test('a newer version on the city’s server is fetched by itself, waits for an open draft, and takes the place of the old one when the draft is gone', async () => {
  offerUpdate(server, { announced: newVersion() });
  const workstation = await openSyncScreen();
  const { page, dataDir } = workstation;
  await expect(told(page)).toContainText(`Version ${OFFERED_VERSION} is ready`);

  await page.keyboard.press('F2');
  await page.keyboard.press('Alt+d');
  await page.keyboard.type('Deep hole by the bus stop');
  await expect(page.getByText('Draft kept')).toBeVisible();
  expect(await desktop(page, (api) => api.installUpdate())).toMatchObject({ outcome: 'refused', reason: 'pageBusy', message: expect.stringMatching(/^The draft .*Deep hole.* is open\. Finish it/) });

  await page.keyboard.press('F8');
  await installButton(page).click();
  await expect(page.getByText('A draft is open. Issue or discard it, then install the update.')).toBeVisible();
  await desk.expectAccessible(page);
  expect(installed()).toBe(OLD_VERSION);

  await page.keyboard.press('F2');
  await page.keyboard.press('Control+b');
  await page.getByRole('button', { name: 'Discard: Deep hole by the bus stop' }).click();
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('list', { name: 'Parked drafts' })).toBeHidden();
  await page.keyboard.press('F8');
  const end = ended(workstation);
  await installButton(page).click();
  expect(await end).toBe(0);
  expect(installed()).toBe(newVersion().toString());
  await expect.poll(newVersionRan).toBe(dataDir);
  expect(mainLog(workstation)).toContain('data process: closed');
});

test('no update is no trouble; one that is not what was announced is thrown away and said to be so; the right one is fetched when it is there', async () => {
  offerNothing(server);
  const workstation = await openSyncScreen();
  const { page } = workstation;
  await expect(told(page)).toHaveText('This is the newest version.');

  const tampered = newVersion();
  tampered.write('rm', 100);
  offerUpdate(server, { announced: newVersion(), served: tampered });
  await checkButton(page).click();
  await expect(told(page)).toHaveText('The downloaded update is not what the server announced, so it was thrown away. Tell your administrator.');
  await expect(installButton(page)).toBeHidden();
  expect(mainLog(workstation)).toContain('sha512 checksum mismatch');
  expect(await desktop(page, (api) => api.installUpdate())).toMatchObject({ outcome: 'refused', reason: 'nothingReady' });
  await desk.expectAccessible(page);

  offerUpdate(server, { announced: newVersion() });
  await checkButton(page).click();
  await expect(told(page)).toContainText(`Version ${OFFERED_VERSION} is ready`);
  expect([installed(), newVersionRan()]).toEqual([OLD_VERSION, null]);
});

test('of a newer version only the changed blocks are fetched', async () => {
  const old = Buffer.concat([newVersion(), randomBytes(4_000_000)]);
  const changed = Buffer.from(old);
  randomBytes(100_000).copy(changed, 1_500_000);
  randomBytes(50_000).copy(changed, 3_000_000);
  const { file, blockMapSize } = withBlockMap(changed);
  offerUpdate(server, { announced: file, blockMapSize });
  const workstation = await launchBare(server.url, withBlockMap(old).file);
  await expectUpdate(workstation.page, { state: 'ready', version: OFFERED_VERSION });
  expect(mainLog(workstation)).not.toContain('update: Cannot download differentially');
  await workstation.close();
  expect(readFileSync(installedPath()).equals(file)).toBe(true);
  expect(mainLog(workstation)).not.toContain('update: failed');
});

test('a downloaded update is put in place when the workstation is closed, unless a draft is open', async () => {
  offerUpdate(server, { announced: newVersion() });
  const withDraft = await launchBare();
  await expectUpdate(withDraft.page, { state: 'ready' });
  await ask(withDraft.page, 'drafts:1');
  await withDraft.close();
  expect(installed()).toBe(OLD_VERSION);

  const calm = await launchBare();
  await expectUpdate(calm.page, { state: 'ready' });
  await calm.close();
  expect(installed()).toBe(newVersion().toString());
  expect(mainLog(calm)).toContain('data process: closed');
});

test('a server that cannot be reached is said to be so, and nothing else happens', async () => {
  const workstation = await launchBare('http://127.0.0.1:9');
  await expect.poll(() => mainLog(workstation)).toContain('update: failed');
  expect((await ask(workstation.page, 'echo:still here')).answer).toBe('still here');
});

test('an update that cannot be put in place leaves the old version running on the same data', async () => {
  offerUpdate(server, { announced: newVersion() });
  const workstation = await launchBare();
  await expectUpdate(workstation.page, { state: 'ready' });
  rmSync(installedPath());
  await workstation.close();
  expect(mainLog(workstation)).toContain('data process: closed');
  expect(mainLog(workstation)).toContain('update: failed');
});
