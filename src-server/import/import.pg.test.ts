import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { loadDemoCity } from '../seed/load-demo-city.ts';
import { useServer } from '../testing/test-server.ts';
import { TestStation } from '../testing/test-station.ts';
import type { ImportOptions } from './cli-arguments.ts';
import { runImport } from './run/run-import.ts';
import { fixture, realFile } from './testing/fixtures.ts';

const server = useServer({ catalogue: null });
const folder = mkdtempSync(path.join(tmpdir(), 'portreeve-import-'));
let url = '';

beforeAll(async () => {
  await loadDemoCity(server().deps);
  url = await server().app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command on a copy of the file, so that its rejects land in a folder of our own; returns what it said. */
async function run(file: string, options: Partial<ImportOptions> = {}, stopping = new AbortController().signal): Promise<string> {
  const copy = path.join(folder, path.basename(file));
  if (file !== copy) copyFileSync(file, copy);
  const said: string[] = [];
  const defaults = { serverUrl: url, mapping: null, isDryRun: false, signIn: null, rejectsFile: null };
  await runImport({ file: copy, ...defaults, ...options }, { say: (line) => void said.push(line), progress: () => {}, stopping });
  return said.join('\n');
}

const summary = (said: string) => said.match(/[\d,]+(?= (imported|would be imported|here already|rejected|would be rejected))/g)?.map((figure) => Number(figure.replaceAll(',', '')));
const inFolder = (name: string) => path.join(folder, name);

async function casesFrom(system: string): Promise<ReadonlyMap<string, Case>> {
  const { rows } = await server().deps.pool.query<{ document: Case }>('SELECT document FROM case_ WHERE source_system = $1', [system]);
  return new Map(rows.map(({ document }) => [document.source?.id ?? '', document]));
}

async function catalogueVersions(): Promise<number> {
  const { rows } = await server().deps.pool.query<{ n: number }>('SELECT max(version) AS n FROM catalogue');
  return rows[0]?.n ?? 0;
}

describe('npm run import', () => {
  test('a dry run does everything but write', async () => {
    const before = await catalogueVersions();
    const said = await run(fixture('kansas-city-311.csv'), { isDryRun: true });
    expect(summary(said)).toEqual([4, 0, 1]);
    expect(said).toContain('Would add 1 department, 1 service to the city’s catalogue');
    expect(said).toContain('no case was written');
    expect(await casesFrom('kansas-city-311')).toEqual(new Map());
    expect(await catalogueVersions()).toBe(before);
  });

  test('cases come in with their history, in one new version of the catalogue', async () => {
    const before = await catalogueVersions();
    const said = await run(fixture('sf-311.csv'));
    expect(summary(said)).toEqual([6, 0, 2]);
    expect(said).toContain('These are the columns of San Francisco 311: the mapping sf-311 is used.');
    expect(await catalogueVersions()).toBe(before + 1);
    const closed = (await casesFrom('sf-311')).get('9000003');
    expect(closed).toMatchObject({
      state: 'closed',
      enteredBy: 'import',
      receivedAt: Date.UTC(2016, 10, 5, 9),
      enteredAt: Date.UTC(2016, 10, 5, 9),
      closedAt: Date.UTC(2016, 10, 5, 1),
      closingNote: 'Visited twice.\n\nNothing found; see "earlier" case.',
      source: { system: 'sf-311', id: '9000003', flags: ['closedBeforeReceived'], importedBy: 'w.ortiz' },
    });
    expect(closed?.history.map(({ kind }) => kind)).toEqual(['caseOpened', 'noteAdded', 'closed']);
    expect(closed?.trackingNumber).toMatch(/^[1-8]\d{9}$/);
  });

  test('a workstation that was open before gets them with its next pull, and the services they name', async () => {
    const station = await TestStation.enrol(server().app);
    const { header } = await station.pull();
    await run(fixture('boston-311.csv'));
    const answer = await station.pull({ catalogueVersion: header.catalogue?.version ?? 1 });
    const arrived = answer.rows.map(([, , caseId]) => station.cases.get(caseId)?.source?.id);
    expect(arrived.sort()).toEqual(['101009000001', '101009000002', '101009000003']);
    const services = Catalogue.parse(answer.header.catalogue).services.map(({ code }) => code);
    expect(services).toContain('BOS-MISSED-TRASH');
  });

  test('running the same file again adds nothing, not even a version of the catalogue', async () => {
    const [cases, versions] = [await casesFrom('sf-311'), await catalogueVersions()];
    expect(summary(await run(fixture('sf-311.csv')))).toEqual([0, 6, 2]);
    expect(await casesFrom('sf-311')).toEqual(cases);
    expect(await catalogueVersions()).toBe(versions);
  });

  test('two imports at once bring every case in once', async () => {
    copyFileSync(fixture('boston-311-dmy.csv'), inFolder('twin.csv'));
    const [one, other] = await Promise.all([run(fixture('boston-311-dmy.csv')), run(inFolder('twin.csv'))]);
    const [first, second] = [summary(one), summary(other)];
    expect((first?.[0] ?? 0) + (second?.[0] ?? 0)).toBe(3);
    expect((first?.[1] ?? 0) + (second?.[1] ?? 0)).toBe(3);
  });

  test('what cannot be taken stands in the rejects file with the line it begins on', async () => {
    await run(fixture('sf-311.csv'));
    const [, ...rows] = parse(readFileSync(inFolder('sf-311.rejects.csv')), { bom: true }) as string[][];
    expect(rows.map(([line, reason]) => [line, reason])).toEqual([
      ['9', 'The date of receipt “sometime in June” does not have the format ISO.'],
      ['11', 'This row has the same case number as line 2, but says something else. Line 2 was taken.'],
    ]);
    expect(rows[0]).toContain("'=SUM(A1:A9)");
  });

  test('a dry run leaves the list of the run before as it is, and --rejects never costs the file itself', async () => {
    const list = readFileSync(inFolder('sf-311.rejects.csv'));
    const said = await run(fixture('sf-311.csv'), { isDryRun: true });
    expect(said).toContain(inFolder('sf-311.rejects.dry-run.csv'));
    expect(readFileSync(inFolder('sf-311.rejects.csv'))).toEqual(list);
    expect(readFileSync(inFolder('sf-311.rejects.dry-run.csv'))).toEqual(list);
    await expect(run(fixture('sf-311.csv'), { rejectsFile: inFolder('sf-311.csv') })).rejects.toThrow('is the file to import itself');
    expect(readFileSync(inFolder('sf-311.csv'))).toEqual(readFileSync(fixture('sf-311.csv')));
  });

  test('what the server refuses is rejected too: nothing half of a case comes in', async () => {
    const mapping = JSON.parse(readFileSync(new URL('../../resources/import-mappings/boston-311.json', import.meta.url), 'utf8'));
    mapping.system = 'other-system';
    mapping.closing.outcome.rules = [];
    mapping.closing.outcome.otherwise = 'NO-SUCH-OUTCOME';
    writeFileSync(inFolder('mapping.json'), JSON.stringify(mapping));
    const said = await run(fixture('boston-311.csv'), { mapping: inFolder('mapping.json') });
    expect(summary(said)).toEqual([1, 0, 3]);
    expect(readFileSync(inFolder('boston-311.rejects.csv'), 'utf8')).toContain('This outcome is no longer offered. Choose another outcome.');
    expect([...(await casesFrom('other-system')).values()].map(({ state }) => state)).toEqual(['new']);
  });

  test('a city nobody has described gets a suggested mapping, which then imports it', async () => {
    const said = await run(fixture('odd-town.csv'));
    expect(said).toContain(`A suggested mapping was written to ${inFolder('odd-town.mapping.json')}. Nothing was imported.`);
    expect(said).toContain('--dry-run');
    expect(await casesFrom('odd-town')).toEqual(new Map());
    expect(summary(await run(inFolder('odd-town.csv'), { mapping: inFolder('odd-town.mapping.json') }))).toEqual([3, 0, 1]);
    expect((await casesFrom('odd-town')).get('T1')).toMatchObject({ requester: { name: 'Jane Q. Public', phone: '561-555-0101' }, location: { text: '1 Main St, Apt 2' } });
  });

  test('a suggested mapping never overwrites one that somebody may have edited', async () => {
    writeFileSync(inFolder('tabs-utf-16.mapping.json'), 'mine');
    expect(await run(fixture('tabs-utf-16.csv'))).toContain('tabs-utf-16.mapping-2.json');
    expect(readFileSync(inFolder('tabs-utf-16.mapping.json'), 'utf8')).toBe('mine');
  });

  test('stopped in the middle, it leaves no half files and goes on the next time', async () => {
    const before = await casesFrom('kansas-city-311');
    await expect(run(fixture('kansas-city-311.csv'), {}, AbortSignal.abort())).rejects.toThrow('Stopped. What was imported until now stays');
    expect(existsSync(inFolder('kansas-city-311.rejects.csv.part'))).toBe(false);
    expect(await casesFrom('kansas-city-311')).toEqual(before);
    expect(summary(await run(fixture('kansas-city-311.csv')))).toEqual([4, 0, 1]);
  });

  test.each([
    ['web-page.csv', /is a web page/],
    ['empty.csv', /is empty/],
  ])('%s is answered with a sentence and leaves nothing behind', async (name, sentence) => {
    await expect(run(fixture(name))).rejects.toThrow(sentence);
    expect(existsSync(inFolder(name.replace('.csv', '.rejects.csv.part')))).toBe(false);
  });

  test('a mapping that names what the city does not have is told before any row is sent', async () => {
    const mapping = JSON.parse(readFileSync(new URL('../../resources/import-mappings/boston-311.json', import.meta.url), 'utf8'));
    Object.assign(mapping, { system: 'third-system' });
    mapping.service.create.policyCode = 'NEVER';
    mapping.service.create.codePrefix = 'THIRD-';
    writeFileSync(inFolder('mapping.json'), JSON.stringify(mapping));
    await expect(run(fixture('boston-311.csv'), { mapping: inFolder('mapping.json') })).rejects.toThrow(/^The mapping does not fit this city\. The service “.*” has the time rule NEVER/);
  });
});

describe('who may import', () => {
  test('an administrator, and nobody else', async () => {
    const file = fixture('boston-311.csv');
    await expect(run(file, { signIn: { staffId: 'a.rivera', password: 'demo-harbor' } })).rejects.toThrow('Only an administrator may do this. Sign in with an administrator’s staff ID.');
    await expect(run(file, { signIn: { staffId: 'w.ortiz', password: 'wrong' } })).rejects.toThrow('Staff ID or password is not right. Check both');
    await expect(run(file, { serverUrl: 'https://city.example' })).rejects.toThrow('Sign in as an administrator of that server');
  });

  test.each(['/import/v1/catalogue', '/import/v1/batches'])('%s asks for a sign-in before it looks at anything', async (route) => {
    const response = await server().app.inject({ method: 'POST', url: route, payload: { anything: true } });
    expect(response.statusCode).toBe(401);
    expect(response.json()).toMatchObject({ code: 'notSignedIn' });
  });
});

/** A guard against hanging, not a measure. */
const MANY_ROWS_TIMEOUT_MS = 600_000;

describe('the real files', () => {
  const files = [
    { name: 'boston311-100-20dupes-random.csv', system: 'boston-311', imported: 80, rejected: 20 },
    { name: 'kansas-city-potholes-2020.csv', system: 'kansas-city-311', imported: 4_493, rejected: 0 },
    { name: 'sf-311-10000.csv', system: 'sf-311', imported: 10_000, rejected: 0 },
  ].flatMap((expected) => {
    const file = realFile(expected.name);
    return file === null ? [] : [{ ...expected, file }];
  });

  test('are all beside this clone, or none of them is and only the samples were tried', () => {
    expect([0, 3]).toContain(files.length);
  });

  test.each(files)('$name: every row is imported or listed, and coming again adds nothing', async ({ file, system, imported, rejected }) => {
    const before = (await casesFrom(system)).size;
    expect(summary(await run(file))).toEqual([imported, 0, rejected]);
    expect((await casesFrom(system)).size).toBe(before + imported);
    expect(summary(await run(file))).toEqual([0, imported, rejected]);
  }, MANY_ROWS_TIMEOUT_MS);
});
