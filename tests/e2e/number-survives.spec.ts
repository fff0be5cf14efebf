import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { closeAfterEachTest, openServer, signIn } from './support/desk.ts';
import { launchWorkstation } from './support/launch-workstation.ts';
import { takeCall } from './support/take-call.ts';

closeAfterEachTest();

/** Fifty kills of the process that owns the records are in src-data/outbox/killed-while-taking.test.ts; here it is the whole window. */
const KILLS = 12;

test(`a number on the screen is on the disk: the workstation killed right after it appears, ${KILLS} times`, async () => {
  test.setTimeout(900_000); // a guard against hanging: as many starts on a busy machine
  const server = await openServer();
  const dataDir = mkdtempSync(join(tmpdir(), 'portreeve-killed-'));
  try {
    const numbers: string[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      const workstation = await launchWorkstation({ serverUrl: server.url, dataDir, name: 'Counter 1' });
      await expect(workstation.page.getByLabel('Staff ID')).toBeVisible({ timeout: 60_000 });
      await signIn(workstation.page, 'a.rivera');
      numbers.push(await takeCall(workstation.page, { phone: `561555${2_000 + round}`, name: `Caller ${round}`, place: `${round} Elm Street`, words: 'Hole' }));
      await workstation.kill();
    }
    expect(new Set(numbers).size).toBe(KILLS);

    const workstation = await launchWorkstation({ serverUrl: server.url, dataDir, name: 'Counter 1' });
    await signIn(workstation.page, 'a.rivera');
    for (const number of numbers) {
      await workstation.page.keyboard.press('F3');
      await workstation.page.getByRole('searchbox', { name: 'Search cases' }).fill(number);
      await expect(workstation.page.getByRole('row', { name: new RegExp(`^${number}`) })).toBeVisible();
    }
    await workstation.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
