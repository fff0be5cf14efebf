/** Takes the pictures: see `npm run screens -- --help`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { DEMO_PASSWORD } from '../e2e/support/desk.ts';
import { launchWorkstation } from '../e2e/support/launch-workstation.ts';
import { openLine } from '../e2e/support/open-line.ts';
import { type RunningServer, startServer } from '../e2e/support/start-server.ts';
import { barriersOf } from './barriers.ts';
import { type Look, LOOKS } from './looks.ts';
import { WALKS } from './states.ts';
import { says, walkIn } from './steps.ts';
import { asHeard } from './tree/heard-node.ts';
import { readTree } from './tree/read-tree.ts';

const folder = process.env['PORTREEVE_SCREENS_FOLDER'] ?? '.data/screens';
const wantedLooks = (process.env['PORTREEVE_SCREENS_LOOKS'] ?? 'light').split(',');
const looksForBarriers = process.env['PORTREEVE_SCREENS_BARRIERS'] === '1';
const wantedStates = process.env['PORTREEVE_SCREENS_STATES'] ?? '';

/** A city for each look: what the walk of one has left behind, or not sent any more, is in the way of the next. */
let city: { readonly lookName: string; readonly server: RunningServer } | null = null;
let newCity: RunningServer | undefined;
test.afterAll(() => Promise.all([city?.server.stop(), newCity?.stop()]));

async function serverOf(look: Look): Promise<RunningServer> {
  if (city?.lookName !== look.name) {
    await city?.server.stop();
    city = { lookName: look.name, server: await startServer() };
  }
  return city.server;
}

for (const look of LOOKS.filter(({ name }) => wantedLooks.includes(name))) {
  for (const { staffId, isNewCity, states } of WALKS) {
    const wanted = states.some(({ name }) => name.includes(wantedStates));
    if (!wanted) continue;
    test(`${look.name}, ${staffId}${isNewCity ? ', a new city' : ''}`, async () => {
      walkIn(look.language ?? 'en');
      const dataDir = mkdtempSync(join(tmpdir(), 'portreeve-screens-'));
      writeFileSync(join(dataDir, 'window.json'), JSON.stringify({ width: 1366, height: 768, language: look.language ?? 'en' }));
      const server = isNewCity ? (newCity ??= await startServer({ seed: 'newCity' })) : await serverOf(look);
      const line = await openLine(server.url);
      const { app, page, close } = await launchWorkstation({ serverUrl: line.url, name: 'Counter 2', dataDir });
      try {
        await dress(page, look);
        await expect(page.locator('.card-language')).toBeVisible({ timeout: 60_000 });
        await picture(page, look, 'sign-in');
        await signIn(page, staffId);
        const missed: string[] = [];
        for (const state of states) {
          try {
            await state.reach(page, line, app);
            if (state.name.includes(wantedStates)) {
              await picture(page, look, state.name);
              if (looksForBarriers) missed.push(...(await barriersTo(page, look, state.name)));
            }
          } catch (error) {
            missed.push(`${state.name}: ${error instanceof Error ? error.message : String(error)}`);
          }
          // Also after a state that was not reached: the next one begins where it may.
          await state.leave?.(page, line, app).catch((error: unknown) => missed.push(`leaving ${state.name}: ${String(error)}`));
        }
        expect(missed).toEqual([]);
      } finally {
        await close();
        await line.close();
        rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
      }
    });
  }
}

async function signIn(page: Page, staffId: string): Promise<void> {
  await page.getByLabel(says('Staff ID')).fill(staffId);
  await page.getByLabel(says('Password')).fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: says('Main') })).toBeVisible({ timeout: 60_000 });
}

async function dress(page: Page, { appearance, isForcedColors }: Look): Promise<void> {
  await page.evaluate((kept) => {
    localStorage.setItem('portreeve.appearance', kept);
  }, JSON.stringify(appearance));
  if (isForcedColors) await page.emulateMedia({ forcedColors: 'active' });
  await page.emulateMedia({ reducedMotion: 'reduce', ...(isForcedColors ? { forcedColors: 'active' } : {}) });
  await page.reload();
}

/** The tree as it is heard is kept beside the picture. */
async function barriersTo(page: Page, look: Look, name: string): Promise<readonly string[]> {
  writeFileSync(join(folder, look.name, `${name}.txt`), `${asHeard(await readTree(page))}\n`);
  return (await barriersOf(page, look.language ?? 'en')).map((barrier) => `${name}: ${barrier}`);
}

async function picture(page: Page, look: Look, name: string): Promise<void> {
  const path = join(folder, look.name, `${name}.png`);
  mkdirSync(join(folder, look.name), { recursive: true });
  await page.screenshot({ path, animations: 'disabled' });
}
