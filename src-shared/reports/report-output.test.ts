/** The report as a file and as a page: what stands in them is what was counted, and nothing in a name can break out of them. */
import { describe, expect, it } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { must } from '../util/assert.ts';
import { utcMs } from '../util/time.ts';
import { countReport, countTrend, type ReportQuestion } from './count-report.ts';
import { MEASURE_KEYS, MEASURES } from './measure.ts';
import { REPORT_CSV_COLUMNS, reportCsv } from './report-csv.ts';
import { reportHtml } from './report-html.ts';
import { ReportMonth } from './report-month.ts';
import { EVERYBODYS_REPORT } from './report-scope.ts';
import { told, toldCase, TOLD_ZONE } from './testing/told-case.ts';

const city = Catalogue.parse({
  ...SMALL_CITY,
  departments: SMALL_CITY.departments.map((one) => (one.code === 'WATER' ? { ...one, name: '=cmd|"x" <b>Water & Sewer</b>, “Öffentliche”' } : one)),
});
const cases = [
  toldCase({ received: '2026-10-05 10:00', facts: [{ at: '2026-10-07 10:00', kind: 'closed', disposition: 'DONE', completionDate: null, closingNote: 'Filled', isFirstContactResolution: false }] }),
  toldCase({ received: '2026-10-06 10:00', opened: { serviceCode: 'MAIN_BREAK', departmentCode: 'WATER' } }),
  toldCase({ received: '2026-09-06 10:00' }),
];
const question: ReportQuestion = { month: ReportMonth.parse('2026-10'), asOf: utcMs(told('2026-11-02 07:00')), timeZone: TOLD_ZONE, calendar: must(city.calendars[0], 'one'), reader: EVERYBODYS_REPORT, wholeSince: told('2026-09-01 00:00') };

function counted() {
  const [report, trend] = [countReport(question), countTrend(question)];
  for (const current of cases) {
    report.add(current);
    trend.add(current);
  }
  return { report: report.report(), trend: trend.trend() };
}

/** RFC 4180, read with a plain loop: no code of the writer. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let [row, field, isQuoted]: [string[], string, boolean] = [[], '', false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (isQuoted && letter === '"' && text[at + 1] === '"') [field, at] = [`${field}"`, at + 1];
    else if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && letter === ',') [row, field] = [[...row, field], ''];
    else if (!isQuoted && letter === '\r') continue;
    else if (!isQuoted && letter === '\n') {
      rows.push([...row, field]);
      [row, field] = [[], ''];
    } else field += letter ?? '';
  }
  return rows;
}

describe('as CSV', () => {
  const rows = parseCsv(reportCsv(counted().report, city).replace(/^\uFEFF/, ''));
  const column = (name: (typeof REPORT_CSV_COLUMNS)[number]): number => REPORT_CSV_COLUMNS.indexOf(name);
  const find = (group: string, figure: string) => rows.find((row) => row[column('Code')] === group && row[column('Figure')] === figure);

  it('has a line for every figure of the whole, each as wide as its head', () => {
    expect(rows[0]).toEqual([...REPORT_CSV_COLUMNS]);
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([REPORT_CSV_COLUMNS.length]));
    const whole = rows.filter((row) => row[column('Grouping')] === 'All').map((row) => row[column('Figure')]?.replace(/, (median|90th percentile)$/, ''));
    expect(new Set(whole)).toEqual(new Set(MEASURE_KEYS.map((measure) => MEASURES[measure].label)));
  });

  it('says what was counted, with the month before, and leaves empty what is not known', () => {
    const received = find('', 'Received');
    expect([received?.[column('Value')], received?.[column('Month before')], received?.[column('Same month a year before')]]).toEqual(['2', '1', '']);
    expect(find('STREETS', 'Closed')?.[column('Value')]).toBe('1');
    expect(find('', 'Time to closing, median')?.[column('Value')]).toBe('48');
    expect(find('', 'Mean rating')?.[column('Value')]).toBe('');
  });

  it('keeps a name with commas and quotes in its field, and no spreadsheet takes it for a formula', () => {
    expect(find('WATER', 'Received')?.[column('Group')]).toBe(`'=cmd|"x" <b>Water & Sewer</b>, “Öffentliche”`);
  });
});

describe('as a page', () => {
  const { report, trend } = counted();
  const html = reportHtml(report, { trend, catalogue: city, paper: 'letter', source: 'Counted by the server.', note: 'Made by Ana.', link: 'portreeve://report/2026-10' });

  it('is whole in itself: a language, a title, one heading, no script, nothing fetched', () => {
    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(html).toContain('<title>Monthly report, October 2026, Testville</title>');
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script|<img|<link|src=|url\(|@import/);
  });

  it('has tables that can be read out: a head over each column, one before each row, a caption where several follow each other', () => {
    const tables = [...html.matchAll(/<table>(.*?)<\/table>/gs)].map(([, inside = '']) => inside);
    expect(tables.length).toBeGreaterThan(5);
    for (const inside of tables) {
      const heads = inside.match(/<th scope="col">/g)?.length ?? 0;
      const body = inside.split('<tbody>')[1] ?? '';
      for (const [, row = ''] of body.matchAll(/<tr(?: class="whole")?>(.*?)<\/tr>/gs)) {
        expect([row.match(/<th scope="row">/g)?.length, row.match(/<t[dh]/g)?.length]).toEqual([1, heads]);
      }
    }
    expect(html).toContain('<caption>Cases and promises</caption>');
  });

  it('says how each figure is counted, and where it opens', () => {
    for (const measure of MEASURE_KEYS) expect(html).toContain(`<dt>${MEASURES[measure].label}</dt>`);
    expect(html).toContain('<a href="portreeve://report/2026-10">Open this report at a workstation</a>');
    expect(reportHtml(report, { trend, catalogue: city, paper: 'a4', source: '', note: '' })).not.toContain('<a ');
  });

  it('shows a name as it is written, whatever stands in it', () => {
    expect(html).toContain('=cmd|&quot;x&quot; &lt;b&gt;Water &amp; Sewer&lt;/b&gt;');
    expect(html).not.toContain('<b>');
  });
});
