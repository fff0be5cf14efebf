import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { closeAfterEachTest, openDesk, openServer } from './support/desk.ts';
import { rowsAreThere } from './support/queue.ts';

closeAfterEachTest();

const SAMPLE = 'tests/fixtures/import/sf-311.csv';

test('cases of an old system come in while a workstation is open, and can be searched there', async () => {
  const server = await openServer();
  const page = await openDesk(server, 'a.rivera');
  await page.getByRole('combobox', { name: 'View' }).selectOption('all');
  await rowsAreThere(page);
  await expect.poll(() => hasStoppedGrowing(page), { intervals: [1_000] }).toBe(true); // the first pull comes in several parts
  const before = await countShown(page.getByText(/^\d+ cases?$/).first());

  const importing = promisify(execFile)(process.execPath, ['src-server/import/cli.ts', SAMPLE, '--server', server.url, '--mapping', 'sf-311', '--rejects', test.info().outputPath('rejects.csv')]);
  const { stdout } = await importing;
  const imported = Number(/(\d+) imported/.exec(stdout)?.[1]);
  expect(imported).toBeGreaterThan(0);

  await expect.poll(() => countShown(page.getByText(/^\d+ cases?$/).first())).toBe(before + imported);
  await page.getByRole('searchbox', { name: 'Search cases' }).fill('visited twice');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
});

let shownBefore = -1;
/** Whether the list has as many cases as when it was asked last. */
async function hasStoppedGrowing(page: Page): Promise<boolean> {
  const [last, count] = [shownBefore, await countShown(page.getByText(/^\d+ cases?$/).first())];
  shownBefore = count;
  return count === last;
}

async function countShown(shown: { textContent(): Promise<string | null> }): Promise<number> {
  return Number.parseInt((await shown.textContent()) ?? '', 10);
}
