import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask, closeAfterEachTest, dataLog, desktopEvents, expectPort, launchPortPage, mainLog, timesIn, troubleScreen } from './support/port-page.ts';

const TYPED = 'The pothole at 5th and Main, by the school';

closeAfterEachTest();

test('a killed data process comes back, and the page goes on over a new port', async () => {
  const { page } = await launchPortPage('answering');
  await expectPort(page, 1);
  await page.getByLabel('Description').fill(TYPED);

  for (const nextPort of [2, 3]) {
    const before = await ask(page, 'echo:before');
    process.kill(before.pid, 'SIGKILL');
    await expectPort(page, nextPort);
    const after = await ask(page, 'echo:after');
    expect(after.answer).toBe('after');
    expect(after.pid).not.toBe(before.pid);
  }

  const states = (await desktopEvents(page)).map((event) => (event.kind === 'dataProcess' ? event.state : null));
  expect(states).toEqual(expect.arrayContaining(['restarting', 'ready']));
  await expect(page.getByLabel('Description')).toHaveValue(TYPED);
});

test('a page that is loaded again gets a port of its own', async () => {
  const { page } = await launchPortPage('answering');
  await expectPort(page, 1);
  await page.reload();
  await expectPort(page, 1);
  expect((await ask(page, 'echo:after a reload')).answer).toBe('after a reload');
});

test('a data process that crashes at every start ends in a readable screen, with what was typed kept beneath it', async () => {
  const workstation = await launchPortPage('crashing');
  const { app, page, dataDir } = workstation;
  await page.getByLabel('Description').fill(TYPED);

  const screen = await troubleScreen(workstation);
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText('The records on this workstation keep closing');
  await expect(screen.getByRole('button', { name: 'Restart' })).toBeFocused();
  expect(timesIn(workstation, 'starting')).toBe(8);

  await screen.getByRole('button', { name: 'Export logs' }).click();
  const said = screen.getByRole('status');
  await expect(said).toContainText('The logs are saved in');
  const logs = readFileSync(((await said.textContent()) ?? '').replace('The logs are saved in ', ''), 'utf8');
  expect(logs).toContain('crashing as this fixture is meant to, for [number]');
  expect(logs).not.toContain('555-0142');

  writeFileSync(join(dataDir, 'mended'), '');
  await screen.getByRole('button', { name: 'Restart' }).click();
  await expect.poll(() => app.windows().map((window) => window.url())).toEqual(['app://portreeve/?language=en']);
  await expectPort(page, 1);
  await expect(page.getByLabel('Description')).toHaveValue(TYPED);
  expect((await ask(page, 'echo:mended')).answer).toBe('mended');
});

test('records that cannot be opened are said to be so, once, with a way to a backup', async () => {
  const workstation = await launchPortPage('failing');
  const screen = await troubleScreen(workstation);
  await expect(screen.getByRole('main')).toContainText('The records were written by a newer Portreeve');
  expect(timesIn(workstation, 'starting')).toBe(1);

  await screen.getByRole('button', { name: 'Export backup' }).click();
  const said = screen.getByRole('status');
  await expect(said).toContainText('The backup is saved in');
  expect(readFileSync(((await said.textContent()) ?? '').replace('The backup is saved in ', ''), 'utf8')).toBe('a backup');

  await screen.getByRole('button', { name: 'Restart' }).click();
  await expect.poll(() => timesIn(workstation, 'failed')).toBe(2);
  await expect(screen.getByRole('button', { name: 'Restart' })).toBeEnabled();
});

test('the trouble screen is readable in light and dark', async () => {
  const screen = await troubleScreen(await launchPortPage('failing'));
  await screen.emulateMedia({ colorScheme: 'dark' });
  await expect(screen.locator('body')).toHaveCSS('background-color', 'rgb(20, 23, 28)');
  await screen.emulateMedia({ colorScheme: 'light' });
  await expect(screen.locator('body')).toHaveCSS('background-color', 'rgb(246, 247, 249)');
});

test('quitting waits for the data process to close its files', async () => {
  const workstation = await launchPortPage('answering');
  await expectPort(workstation.page, 1);
  await workstation.close();
  expect(dataLog(workstation)).toContain('closing in good order');
  expect(mainLog(workstation)).toMatch(/data process: closing\n.*ended with code 0\n.*data process: closed\n$/);
});

test('a data process that is stuck does not keep the workstation from quitting', async () => {
  const workstation = await launchPortPage('stubborn');
  await expectPort(workstation.page, 1);
  await workstation.close();
  expect(mainLog(workstation)).toMatch(/data process: closing\n.*ended with code 9\n.*data process: closed\n$/);
});

test('main keeps a secret for the data process, and says how well it is protected', async () => {
  const { page } = await launchPortPage('answering');
  await expectPort(page, 1);
  const { answer } = await ask(page, 'keep:Blåbærsyltetøy');
  const protection = expect.stringMatching(/^(?:keyring|plainText)$/);
  expect(answer).toEqual({ stored: { outcome: 'stored', protection }, found: { outcome: 'found', value: 'Blåbærsyltetøy', protection } });
});
