/**
 * A real city's ten thousand cases, from its public file through the import into the report, and the same figures counted twice more by
 * other means: from the lines of the file with a calendar on the wall, and from the raw facts by the oracle. All three must agree.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runImport } from '../../src-server/import/run/run-import.ts';
import { realFile } from '../../src-server/import/testing/fixtures.ts';
import { makeReport } from '../../src-server/reports/make-report.ts';
import { loadDemoCity } from '../../src-server/seed/load-demo-city.ts';
import { useServer } from '../../src-server/testing/test-server.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { figureIn, type MonthlyReport } from '../../src-shared/reports/monthly-report.ts';
import { ReportMonth } from '../../src-shared/reports/report-month.ts';
import { EVERYBODYS_REPORT } from '../../src-shared/reports/report-scope.ts';
import { oracle } from '../../src-shared/reports/testing/oracle.ts';
import { must } from '../../src-shared/util/assert.ts';
import { utcMs } from '../../src-shared/util/time.ts';

const file = realFile('sf-311-10000.csv');
const server = useServer({ catalogue: null });
const folder = mkdtempSync(path.join(tmpdir(), 'portreeve-real-report-'));
const IMPORT_TIMEOUT_MS = 300_000;
const NOW = utcMs(Date.UTC(2026, 10, 22));
/** The busiest, a year's end, and one with clocks that change. */
const MONTHS = ['2012-09', '2014-12', '2016-03', '2017-01'];

type Line = Readonly<Record<'created_date' | 'closed_date' | 'status' | 'source' | 'agency_name', string>>;
let lines: readonly Line[] = [];
let catalogue: Catalogue;
let cases: readonly Case[] = [];

beforeAll(async () => {
  if (file === null) return;
  await loadDemoCity(server().deps);
  const serverUrl = await server().app.listen({ host: '127.0.0.1', port: 0 });
  const options = { file, serverUrl, mapping: 'sf-311', isDryRun: false, signIn: null, rejectsFile: path.join(folder, 'rejects.csv') };
  await runImport(options, { say: () => {}, progress: () => {}, stopping: new AbortController().signal });
  lines = parse<Line>(readFileSync(file), { columns: true, bom: true });
  catalogue = must(await server().deps.catalogues.newest(server().deps.pool), 'the demo city is set up');
  cases = (await server().deps.pool.query<{ document: Case }>('SELECT document FROM case_')).rows.map(({ document }) => document);
}, IMPORT_TIMEOUT_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function reportOf(month: string): Promise<MonthlyReport> {
  return makeReport({ pool: server().deps.pool, catalogue, asOf: NOW, reader: EVERYBODYS_REPORT }, ReportMonth.parse(month));
}

let wall: Intl.DateTimeFormat | null = null;
const wallMonths = new Map<string, string>();

/** `2016-03` of a moment in the file, as the city's wall calendar has it. */
function wallMonth(text: string): string {
  wall ??= new Intl.DateTimeFormat('en-CA', { timeZone: catalogue.city.timeZone, year: 'numeric', month: '2-digit' });
  const known = wallMonths.get(text) ?? wall.format(Date.parse(text));
  wallMonths.set(text, known);
  return known;
}

/** A closing that the file dates before the receipt is known from the receipt on, and has no time. */
function closedAs(line: Line): string | null {
  if (line.status !== 'Closed') return null;
  return Date.parse(line.closed_date) < Date.parse(line.created_date) ? line.created_date : line.closed_date;
}

function recount(month: string, of: (line: Line) => boolean): Record<string, number> {
  const mine = lines.filter(of);
  const closings = mine.filter((line) => closedAs(line) !== null && wallMonth(closedAs(line) ?? '') === month);
  const hours = closings.map((line) => Date.parse(line.closed_date) - Date.parse(line.created_date)).filter((ms) => ms >= 0).sort((a, b) => a - b);
  const isOpenAfter = (line: Line, isIn: (other: string) => boolean): boolean => isIn(wallMonth(line.created_date)) && (closedAs(line) === null || !isIn(wallMonth(closedAs(line) ?? '')));
  return {
    received: mine.filter((line) => wallMonth(line.created_date) === month).length,
    closed: closings.length,
    openAtStart: mine.filter((line) => isOpenAfter(line, (other) => other < month)).length,
    openAtEnd: mine.filter((line) => isOpenAfter(line, (other) => other <= month)).length,
    medianMs: hours[Math.ceil(hours.length * 0.5) - 1] ?? 0,
    p90Ms: hours[Math.ceil(hours.length * 0.9) - 1] ?? 0,
  };
}

function counted({ figures }: MonthlyReport, group: string): Record<string, number> {
  const n = (measure: 'received' | 'closed' | 'openAtStart' | 'openAtEnd'): number => figureIn(figures, group, measure)?.n ?? 0;
  const times = figureIn(figures, group, 'resolutionTime')?.times;
  return { received: n('received'), closed: n('closed'), openAtStart: n('openAtStart'), openAtEnd: n('openAtEnd'), medianMs: times?.medianMs ?? 0, p90Ms: times?.p90Ms ?? 0 };
}

describe.skipIf(file === null)('San Francisco’s ten thousand', () => {
  test.each(MONTHS)('in %s are what the lines of the file say: whole, by channel, by department', async (month) => {
    const report = await reportOf(month);
    expect(counted(report, 'all')).toEqual(recount(month, () => true));
    expect(counted(report, 'channel:phone')).toEqual(recount(month, ({ source }) => source === 'Phone'));
    expect(counted(report, 'channel:mobile')).toEqual(recount(month, ({ source }) => source === 'Mobile/Open311'));
    expect(counted(report, 'department:SF-PUBLIC-WORKS')).toEqual(recount(month, ({ agency_name: agency }) => /^(zz)?DPW/.test(agency)));
    expect(recount(month, () => true)['received']).toBeGreaterThan(100);
  }, IMPORT_TIMEOUT_MS);

  test.each(MONTHS)('in %s are what the raw facts say, every figure of every group', async (month) => {
    const calendar = must(catalogue.calendars.find(({ code }) => code === catalogue.dailyList?.calendarCode), 'the demo city has a daily list');
    const expected = oracle(cases, { month, asOf: NOW, timeZone: catalogue.city.timeZone, calendar, mayCount: ({ isSealed }) => !isSealed, departments: null });
    const { figures } = await reportOf(month);
    const ours = Object.entries(figures.groups).flatMap(([group, of]) => Object.entries(of).map(([measure, { n, times }]) => [`${measure}/${group}`, n, times?.medianMs ?? 0, times?.p90Days ?? 0]));
    expect(ours.map(String).sort()).toEqual([...expected].map(([name, { n, medianMs, p90Days }]) => [name, n, medianMs, p90Days]).map(String).sort());
    expect(expected.size).toBeGreaterThan(100);
  }, IMPORT_TIMEOUT_MS);
});

test('the real file is beside this clone, or only the made-up cases were counted', () => {
  expect(cases.length).toBeGreaterThanOrEqual(file === null ? 0 : 10_000);
});
