import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { electronArguments } from '../../scripts/lib/workstation.mjs';
import { closeAfterEachTest, desktopEvents, expectPort, fixtureEnvironment, launchPortPage, mainLog } from './support/port-page.ts';
import type { RunningWorkstation } from './support/launch-workstation.ts';

closeAfterEachTest();

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Starts the app once more beside what runs, and waits until that start has ended. */
async function startAgain({ dataDir }: RunningWorkstation, ...more: string[]): Promise<Ended> {
  const child = spawn(process.env['PORTREEVE_ELECTRON'] ?? '', [...electronArguments({ dataDir }), ...more], {
    env: { ...process.env, ...fixtureEnvironment('answering') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  return { said: await text(child.stderr), code: await ended };
}

test('a second start with the same data folder brings the window to the front and passes its link on', async () => {
  const workstation = await launchPortPage('answering');
  await expectPort(workstation.page, 1);

  const call = await startAgain(workstation, 'portreeve://call?phone=612-555-0142');
  expect(call.code).toBe(0);
  expect(call.said).toContain('already open');
  await startAgain(workstation, 'portreeve://format-disk');

  await expect.poll(() => mainLog(workstation)).toContain('link: ignored');
  const links = (await desktopEvents(workstation.page)).filter(({ kind }) => kind === 'link');
  expect(links).toEqual([{ kind: 'link', link: { kind: 'call', phone: '6125550142' } }]);
});

test('workstations with data folders of their own run beside each other', async () => {
  const [first, second] = await Promise.all([launchPortPage('answering', { name: 'Counter 1' }), launchPortPage('answering', { name: 'Counter 2' })]);
  await Promise.all([expectPort(first.page, 1), expectPort(second.page, 1)]);
  const names = await Promise.all([first, second].map(({ page }) => page.evaluate(() => (globalThis as unknown as { desktop: { stationName: string } }).desktop.stationName)));
  expect(names).toEqual(['Counter 1', 'Counter 2']);
});

test('an option that cannot be meant is answered with a sentence', async () => {
  const workstation = await launchPortPage('answering');
  const unknown = await startAgain(workstation, '--portreeve-colour=red');
  expect(unknown).toEqual({ code: 2, said: expect.stringContaining('There is no option --portreeve-colour.') });
  const address = await startAgain(workstation, '--portreeve-server=portreeve');
  expect(address).toEqual({ code: 2, said: expect.stringContaining('must look like https://') });
});

test('the window comes back in the size and zoom it was left in', async () => {
  const before = await launchPortPage('answering');
  await expectPort(before.page, 1);
  await before.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setSize(1_200, 760);
    window?.webContents.setZoomLevel(1);
  });
  await before.close();

  const after = await launchPortPage('answering', { dataDir: before.dataDir });
  await expectPort(after.page, 1);
  const look = () =>
    after.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return { size: window?.getSize(), zoomLevel: window?.webContents.getZoomLevel() };
    });
  await expect.poll(look).toEqual({ size: [1_200, 760], zoomLevel: 1 });
});

test('a picture of the window is kept fresh where it is asked for', async () => {
  const workstation = await launchPortPage('answering');
  const picture = join(workstation.dataDir, 'window.png');
  await workstation.close();
  const again = await launchPortPage('answering', { dataDir: workstation.dataDir, env: { PORTREEVE_SCREENSHOT_FILE: picture } });
  await expectPort(again.page, 1);
  await expect.poll(() => existsSync(picture) && statSync(picture).size).toBeGreaterThan(1_000);
});
