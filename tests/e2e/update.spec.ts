import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { DesktopApi, UpdateState } from '../../src-shared/protocol/desktop-api.ts';
import { ask, closeAfterEachTest, expectPort, launchPortPage, mainLog } from './support/port-page.ts';
import type { RunningWorkstation } from './support/launch-workstation.ts';

closeAfterEachTest();

let folder = '';
let feed: Server | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-update-'));
});
test.afterEach(() => {
  feed?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The new version: an AppImage as far as the updater is concerned, which notes that it was started and on which data. */
function newVersion(): Buffer {
  return Buffer.from(`#!/bin/sh\nprintf '%s' "$PORTREEVE_DATA_DIR" > '${join(folder, 'new-version-ran')}'\n${'# '.repeat(50_000)}\n`);
}

/** A generic feed under `/updates/`, as a city's server offers it. */
async function serveFeed(announced: Buffer, served: Buffer): Promise<string> {
  const name = 'Portreeve-9.9.9.AppImage';
  const sha512 = createHash('sha512').update(announced).digest('base64');
  const file = { url: name, sha512, size: announced.length };
  const description = JSON.stringify({ version: '9.9.9', files: [file], path: name, sha512, releaseDate: '2026-11-22T00:00:00.000Z' });
  feed = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://feed').pathname;
    if (path === '/updates/latest-linux.yml') response.end(description);
    else if (path === `/updates/${name}`) response.setHeader('Content-Length', served.length).end(served);
    else response.writeHead(404).end();
  });
  const server = feed;
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A workstation that takes itself for an AppImage. */
async function launchUpdatable(serverUrl: string): Promise<{ workstation: RunningWorkstation; installed: string }> {
  const installed = join(folder, 'Portreeve.AppImage');
  writeFileSync(installed, 'the old version');
  chmodSync(installed, 0o755);
  const env = { APPIMAGE: installed, PORTREEVE_UPDATE_TEST: '1', XDG_CACHE_HOME: join(folder, 'cache') };
  const workstation = await launchPortPage('answering', { serverUrl, env });
  await expectPort(workstation.page, 1);
  return { workstation, installed };
}

function desktop<T>(page: Page, use: (api: DesktopApi) => Promise<T>): Promise<T> {
  return page.evaluate(`(${use.toString()})(window.desktop)`) as Promise<T>;
}

async function expectUpdate(page: Page, expected: Partial<UpdateState>): Promise<void> {
  await expect.poll(() => desktop(page, (api) => api.checkForUpdate())).toMatchObject(expected);
}

test('a newer version is fetched by itself, waits for an open draft and a busy page, and then takes the place of the old one', async () => {
  const { workstation, installed } = await launchUpdatable(await serveFeed(newVersion(), newVersion()));
  const { page, app, dataDir } = workstation;
  await expectUpdate(page, { state: 'ready', version: '9.9.9' });

  await ask(page, 'drafts:2');
  expect(await desktop(page, (api) => api.installUpdate())).toMatchObject({ outcome: 'refused', reason: 'draftOpen', message: expect.stringContaining('2 drafts are open') });
  await ask(page, 'drafts:0');
  await desktop(page, (api) => api.setBusy(['A receipt is being printed']));
  expect(await desktop(page, (api) => api.installUpdate())).toMatchObject({ outcome: 'refused', reason: 'pageBusy' });
  await desktop(page, (api) => api.setBusy([]));
  expect(readFileSync(installed, 'utf8')).toBe('the old version');

  const ended = new Promise((resolve) => {
    app.process().once('exit', resolve);
  });
  expect(await desktop(page, (api) => api.installUpdate())).toEqual({ outcome: 'installing' });
  expect(await ended).toBe(0);
  expect(readFileSync(installed)).toEqual(newVersion());
  await expect.poll(() => existsSync(join(folder, 'new-version-ran')) && readFileSync(join(folder, 'new-version-ran'), 'utf8')).toBe(dataDir);
  expect(mainLog(workstation)).toContain('data process: closed');
});

test('an update that is not what was announced is thrown away', async () => {
  const tampered = Buffer.from(newVersion());
  tampered.write('rm', 100);
  const { workstation, installed } = await launchUpdatable(await serveFeed(newVersion(), tampered));
  await expect.poll(() => mainLog(workstation)).toContain('update: failed');
  expect(mainLog(workstation)).toContain('sha512 checksum mismatch');
  expect(await desktop(workstation.page, (api) => api.installUpdate())).toMatchObject({ outcome: 'refused', reason: 'nothingReady' });
  await workstation.close();
  expect(readFileSync(installed, 'utf8')).toBe('the old version');
  expect(existsSync(join(folder, 'new-version-ran'))).toBe(false);
});

test('a downloaded update is put in place when the workstation is closed, unless a draft is open', async () => {
  const serverUrl = await serveFeed(newVersion(), newVersion());
  const withDraft = await launchUpdatable(serverUrl);
  await expectUpdate(withDraft.workstation.page, { state: 'ready' });
  await ask(withDraft.workstation.page, 'drafts:1');
  await withDraft.workstation.close();
  expect(readFileSync(withDraft.installed, 'utf8')).toBe('the old version');

  const calm = await launchUpdatable(serverUrl);
  await expectUpdate(calm.workstation.page, { state: 'ready' });
  await calm.workstation.close();
  expect(readFileSync(calm.installed)).toEqual(newVersion());
});

test('a server that cannot be reached is said to be so, and nothing else happens', async () => {
  const { workstation } = await launchUpdatable('http://127.0.0.1:9');
  await expect.poll(() => mainLog(workstation)).toContain('update: failed');
  expect((await ask(workstation.page, 'echo:still here')).answer).toBe('still here');
});

test('an update that cannot be put in place leaves the old version running on the same data', async () => {
  const { workstation, installed } = await launchUpdatable(await serveFeed(newVersion(), newVersion()));
  await expectUpdate(workstation.page, { state: 'ready' });
  rmSync(installed);
  await workstation.close();
  expect(mainLog(workstation)).toContain('data process: closed');
  expect(mainLog(workstation)).toContain('update: failed');
});
