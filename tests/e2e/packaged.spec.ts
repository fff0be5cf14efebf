import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { pinnedVersion } from '../../scripts/lib/official-runtime.mjs';
import { packagedDir, packagedProgram } from '../../scripts/lib/packaged-app.mjs';
import type { DesktopApi } from '../../src-shared/protocol/desktop-api.ts';
import { closeAfterEachTest, openServer, signIn } from './support/desk.ts';
import { launchPackaged, type PackagedWorkstation } from './support/launch-packaged.ts';
import { installAppImage, OFFERED_VERSION, offerUpdate, standInAppImage } from './support/update-offer.ts';

/** The machine may be busy, and the package is made anew when anything in it has changed. */
const PACKAGING_TIMEOUT_MS = 600_000;

const resources = (): string => join(packagedDir(), 'resources');

closeAfterEachTest();
test.use({ trace: 'off' }); // Playwright would ask the app for its trace after the app has ended

let folder = '';
let running: PackagedWorkstation | null = null;
let said = '';
test.beforeAll(async () => {
  test.setTimeout(PACKAGING_TIMEOUT_MS);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['scripts/package.mjs']);
  expect(stdout.trim()).toBe(packagedProgram());
  said = stderr;
});
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-packaged-'));
});
test.afterEach(async () => {
  await running?.kill();
  running = null;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('the package holds the built app, its two native addons, and nothing else', () => {
  const archive = listPackage(join(resources(), 'app.asar'), { isPack: false }).filter((path) => /\.[^/]+$/.test(path));
  const expected = /^\/(package\.json|out\/(main|preload|renderer)\/.+\.(js|cjs|css|html|woff2)|node_modules\/(better-sqlite3|@node-rs\/argon2(-[a-z0-9-]+)?)\/.*(package\.json|\.js|\.node))$/;
  expect(archive.filter((path) => !expected.test(path))).toEqual([]);
  expect(archive).toEqual(expect.arrayContaining(['/package.json', '/out/main/index.js', '/out/main/data.js', '/out/preload/index.cjs', '/out/renderer/index.html']));

  const beside = readdirSync(join(resources(), 'app.asar.unpacked'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const addons = beside.map((entry) => relative(resources(), join(entry.parentPath, entry.name)).split('/').slice(2).join('/'));
  expect(addons.sort()).toEqual([expect.stringMatching(/^@node-rs\/argon2-.+\.node$/), expect.stringMatching(/^better-sqlite3\/.+\.node$/)]);
  expect(readdirSync(resources()).sort()).toEqual(['app-update.yml', 'app.asar', 'app.asar.unpacked']);
});

test('its fuses are set', async () => {
  const wire = await getCurrentFuseWire(packagedProgram());
  const isOn = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
    onlyAppFromAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    browserSnapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    filePrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({ runAsNode: false, nodeOptions: false, inspect: false, asarIntegrity: false, cookieEncryption: true, onlyAppFromAsar: true, browserSnapshot: false, filePrivileges: false });
});

test('the packaged app signs in with and without its server, obeys nothing that would change what it runs, and replaces itself', async () => {
  const server = await openServer();
  const newVersion = standInAppImage(join(folder, 'new-version-ran'));
  offerUpdate(server, { announced: newVersion });
  const appImage = installAppImage(join(folder, 'Portreeve.AppImage'), 'the old version');
  const intruder = join(folder, 'intruder.cjs');
  const trace = join(folder, 'intruder-ran');
  writeFileSync(intruder, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`);
  const dataDir = join(folder, 'data');

  running = await launchPackaged({
    dataDir,
    serverUrl: server.url,
    args: ['--inspect=0', '-r', intruder],
    env: {
      APPIMAGE: appImage,
      XDG_CACHE_HOME: join(folder, 'cache'),
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: `--require=${intruder}`,
      PORTREEVE_TEST_RENDERER_DIR: resolve('tests/e2e/fixtures/port-page'),
      PORTREEVE_TEST_DATA_ENTRY: intruder,
    },
  });
  const { page, ended } = running;
  await signIn(page, 'a.rivera'); // the real page and the real data process, with its records in SQLite
  expect(page.url()).toMatch(/^app:\/\/portreeve\//);
  expect(running.said()).not.toContain('Debugger listening');
  expect(existsSync(trace)).toBe(false);
  const electron = await page.evaluate(() => (globalThis as unknown as { desktop: DesktopApi }).desktop.versions.electron);
  expect(said.includes('Not for release')).toBe(electron !== pinnedVersion());

  await page.keyboard.press('F8');
  await expect(page.getByRole('status', { name: 'Updates' })).toContainText(`Version ${OFFERED_VERSION} is ready`);

  await server.stop();
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText(/^Offline since/, { timeout: 60_000 });
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await signIn(page, 'a.rivera'); // checked here, by argon2

  await page.getByRole('button', { name: 'Restart and install' }).click();
  expect(await ended).toBe(0);
  expect(readFileSync(appImage).equals(newVersion)).toBe(true);
  await expect.poll(() => existsSync(join(folder, 'new-version-ran')) && readFileSync(join(folder, 'new-version-ran'), 'utf8')).toBe(dataDir);
  expect(existsSync(join(dataDir, 'records.sqlite'))).toBe(true);
});
