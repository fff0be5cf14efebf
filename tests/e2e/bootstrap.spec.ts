import { execFile } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { closeAfterEachTest, expectAccessible, keptServerFolder, openServer, openWorkstation, signIn } from './support/desk.ts';

closeAfterEachTest();

const OPEN_CASES = 2_400;
const HEADER =
  'unique_key,created_date,closed_date,resolution_action_updated_date,status,status_notes,agency_name,category,complaint_type,descriptor,incident_address,supervisor_district,neighborhood,location,source,media_url,latitude,longitude,police_district';

/** Open cases of this year, and closed ones from before any workstation's horizon. */
function oldSystemsFile(path: string): void {
  const day = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
  const open = Array.from({ length: OPEN_CASES }, (_, nth) => `8${100_000 + nth},${day} 10:00:00+00:00,,${day} 10:05:00+00:00,Open,${nth === 1_234 ? 'A zebra by the road.' : 'open'},DPW Ops Queue,Street Defects,other,Pavement_Defect,"${nth} EXAMPLE ST, SAN FRANCISCO, CA, 94100",6,Sample Hill,,Phone,,37.70011,-122.40022,SAMPLE`);
  const closed = [1, 2, 3].map((nth) => `7${100_000 + nth},2016-03-0${nth} 10:00:00+00:00,2016-03-0${nth} 18:00:00+00:00,2016-03-0${nth} 18:00:00+00:00,Closed,A quagga was led away ${nth}.,DPW Ops Queue,Street Defects,other,Pavement_Defect,"${nth} OLD ST, SAN FRANCISCO, CA, 94100",6,Sample Hill,,Phone,,37.70011,-122.40022,SAMPLE`);
  writeFileSync(path, [HEADER, ...open, ...closed, ''].join('\n'));
}

async function searchAll(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox', { name: 'View' }).selectOption('all');
  await page.getByRole('searchbox', { name: 'Search cases' }).fill(text);
}

test('a fresh workstation takes cases at once, gets thousands as a file, and finds the oldest at the server', async () => {
  test.setTimeout(300_000);
  const dataDir = keptServerFolder();
  const first = await openServer({ dataDir });
  const file = test.info().outputPath('old-system.csv');
  oldSystemsFile(file);
  const { stdout } = await promisify(execFile)(process.execPath, ['src-server/import/cli.ts', file, '--server', first.url, '--mapping', 'sf-311', '--rejects', test.info().outputPath('rejects.csv')]);
  expect(stdout).toContain('2,403 imported');
  await first.stop(); // the next start puts what came in long closed in order for the search
  const server = await openServer({ dataDir, port: first.port });

  const { page } = await openWorkstation({ serverUrl: server.url });
  await signIn(page, 'a.rivera');
  await page.getByRole('link', { name: 'Queue' }).or(page.getByRole('button', { name: 'Queue' })).first().click();
  await searchAll(page, 'zebra');
  await expect(page.getByRole('grid', { name: 'Cases' }).getByRole('row')).toHaveCount(2, { timeout: 120_000 });
  expect(readdirSync(join(dataDir, 'snapshots')).filter((name) => name.endsWith('.gz'))).toHaveLength(1);

  await searchAll(page, 'quagga');
  const rows = page.getByRole('grid', { name: 'Cases' }).getByRole('row');
  await expect(rows).toHaveCount(4, { timeout: 60_000 });
  await expect(page.getByRole('status', { name: 'Older cases' })).toHaveText('Older cases, from the server');
  await expectAccessible(page);
  await rows.nth(1).dblclick();
  const shown = page.getByRole('region', { name: /^Case / });
  await expect(shown).toContainText('A quagga was led away');
  await page.keyboard.press('n');
  await page.getByRole('dialog').getByRole('textbox').first().fill('Asked for again');
  await page.keyboard.press('Control+Enter');
  await expect(shown.getByRole('list', { name: 'History' })).toContainText('Asked for again');

  await server.stop();
  await page.keyboard.press('Escape');
  await searchAll(page, 'quagga led');
  await expect(page.getByRole('status', { name: 'Older cases' })).toContainText('are kept at the server; they can be searched when it is back.', { timeout: 60_000 });
  await expect(rows).toHaveCount(2); // the one that was opened is here
});
