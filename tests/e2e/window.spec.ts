import { expect, test } from '@playwright/test';
import { launchWorkstation } from './support/launch-workstation.ts';

test('the window opens in real Electron with the title Portreeve, and its page has nothing of Node', async () => {
  const workstation = await launchWorkstation();
  try {
    await expect(workstation.page).toHaveTitle(/ · Portreeve$/);
    expect(await workstation.page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis))).toEqual([]);
  } finally {
    await workstation.close();
  }
});
