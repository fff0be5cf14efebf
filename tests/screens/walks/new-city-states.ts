/** A city in which nothing has happened yet: what every screen says when it has nothing to show; and when nobody answers it. */
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { place, press, says, type ScreenState } from '../steps.ts';

const STUCK_TIMEOUT_MS = 40_000;

const nothing = (page: Page): Promise<void> => expect(page.getByRole('main').locator('.empty-state').first()).toBeVisible();
const heading = (page: Page): Promise<void> => expect(page.getByRole('heading', { level: 1 })).toBeAttached();

export const NEW_CITY_STATES: readonly ScreenState[] = [
  place({ name: 'empty-queue', what: 'no case yet', key: 'F3', label: 'Queue', isThere: nothing }),
  place({ name: 'empty-overdue', what: 'nothing can be late yet', key: 'F4', label: 'Overdue', isThere: nothing }),
  place({ name: 'empty-reports', what: 'no month to count', key: 'F6', label: 'Reports', isThere: heading }),
  place({ name: 'empty-sync', what: 'in step, nothing ever sent', key: 'F8', label: 'Sync', isThere: heading }),
  {
    name: 'records-stuck',
    what: 'the records do not answer, as with a broken disk: said, with what to do',
    reach: async (page, _line, app) => {
      await press('F3')(page);
      await nothing(page);
      await signalRecords(app, 'SIGSTOP');
      await press('/')(page);
      await page.keyboard.type('pothole');
      await expect(page.getByText(says('The records did not answer in time. Try again; if it happens twice, export the logs (Ctrl+K, “Export logs”) for IT.')).first()).toBeVisible({ timeout: STUCK_TIMEOUT_MS });
    },
    leave: (_page, _line, app) => signalRecords(app, 'SIGCONT'),
  },
];

/** Holds the data process still, or lets it go on. */
async function signalRecords(app: ElectronApplication, signal: 'SIGSTOP' | 'SIGCONT'): Promise<void> {
  const pid = await app.evaluate(({ app: electron }) => electron.getAppMetrics().find(({ type, serviceName }) => type === 'Utility' && serviceName === 'node.mojom.NodeService')?.pid);
  if (pid === undefined) throw new Error('no data process runs');
  process.kill(pid, signal);
}
