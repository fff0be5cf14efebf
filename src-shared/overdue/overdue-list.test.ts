import { describe, expect, it } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { numberOfCase } from '../testing/case-maker.ts';
import { StaffId } from '../util/ids.ts';
import { DAY_MS, HOUR_MS, utcMs } from '../util/time.ts';
import type { BoardEntry } from './board-entry.ts';
import { overdueList, type OverdueListCase } from './overdue-list.ts';
import { overdueListCsv } from './overdue-list-csv.ts';
import { overdueListHtml } from './overdue-list-html.ts';

/** Monday 16 November 2026, 07:30 in New York. */
const MORNING = utcMs(Date.UTC(2026, 10, 16, 12, 30));
const AGENT = StaffId.parse('agent');

function overdue(n: number, entry: Partial<BoardEntry> = {}, more: Partial<OverdueListCase> = {}): OverdueListCase {
  const lateFrom = utcMs(MORNING - n * DAY_MS);
  return {
    ...{ trackingNumber: numberOfCase(n), serviceCode: 'POTHOLE', locationText: '5 Elm Street', receivedAt: utcMs(lateFrom - 72 * HOUR_MS), isSealed: false },
    ...more,
    entry: {
      ...{ clock: 'respond', taskId: null, departmentCode: 'STREETS', assigneeId: AGENT, due: lateFrom, lateFrom, endedAt: null, promised: 'Answer by Fri 13 Nov 16:00' },
      ...{ why: '72 hours from receipt (CAS 2.3) ended Fri 13 Nov 16:00', howLate: `${n} d late`, workHours: 8 * n, alsoLate: [], told: [], lastContact: null },
      ...entry,
    },
  };
}

const ask = (cases: readonly OverdueListCase[], more: { departmentCode?: string; total?: number } = {}) => overdueList(cases, { catalogue: SMALL_CITY, asOf: MORNING, departmentCode: null, ...more });
const onPaper = (cases: readonly OverdueListCase[]): string => overdueListHtml(ask(cases), { paper: 'a4', note: 'Printed by R. Delgado' });

describe('the daily list', () => {
  it('groups by the department that owes, by name, the oldest first, and adds up above', () => {
    const list = ask([overdue(1), overdue(3, { departmentCode: 'WATER' }), overdue(5, { assigneeId: null }), overdue(2, { departmentCode: 'WATER' })]);
    expect(list.groups.map(({ name, lines }) => [name, lines.map(({ howLate }) => howLate)])).toEqual([
      ['STREETS', ['5 d late', '1 d late']],
      ['WATER', ['3 d late', '2 d late']],
    ]);
    expect(list).toMatchObject({ title: 'Overdue cases: all departments', asOf: 'Mon 16 Nov 07:30', summary: '4 overdue · 1 unassigned · oldest 5 days', cutLine: null });
    expect(ask([], { departmentCode: 'WATER' })).toMatchObject({ title: 'Overdue cases: WATER', summary: 'Nothing is overdue.', groups: [] });
  });

  it('says so when it does not hold all', () => {
    expect(ask([overdue(1)], { total: 4_000 })).toMatchObject({ summary: '4000 overdue · 0 unassigned · oldest 1 day', cutLine: 'These are 1 of 4000. The others are on the Overdue screen.' });
  });

  it('says of a sealed case whose it is and how late, and nothing else of it', () => {
    const sealed = overdue(1, { clock: 'task', promised: 'Task “Ask Mr Smith’s colleagues” by Mon' }, { isSealed: true });
    for (const text of [onPaper([sealed]), overdueListCsv(ask([sealed]))]) {
      expect(text).toContain('Sealed case');
      for (const hidden of ['POTHOLE', 'Elm', 'Smith']) expect(text).not.toContain(hidden);
    }
  });
});

describe('on paper', () => {
  const html = onPaper([overdue(1, { told: [AGENT], alsoLate: ['resolve'] }, { locationText: '<img src=x>&"' }), overdue(2, { departmentCode: 'WATER' })]);

  it('is a table with caption, column and row headers for each department, across the sheet', () => {
    expect(html.match(/<caption>[^<]+<\/caption>/g)).toEqual(['<caption>STREETS: 1 overdue</caption>', '<caption>WATER: 1 overdue</caption>']);
    expect(html.match(/<th scope="col">/g)).toHaveLength(14);
    expect(html).toContain('<th scope="row">48-');
    expect(html).toContain('size:A4 landscape');
    for (const words of ['Also late: Finish', 'Told: agent', 'Printed by R. Delgado', 'as of Mon 16 Nov 07:30']) expect(html).toContain(words);
  });

  it('lets no text become markup', () => {
    expect(html).toContain('&lt;img src=x&gt;&amp;&quot;');
    expect(html).not.toContain('<img');
    expect(overdueListHtml(ask([overdue(1)]), { paper: 'letter', note: '', linkOf: () => 'x" onclick="' })).toContain('href="x&quot; onclick=&quot;"');
  });
});

it('is a file no spreadsheet takes for formulas', () => {
  const catalogue = Catalogue.parse({ ...SMALL_CITY, staff: SMALL_CITY.staff.map((member) => ({ ...member, name: `=HYPERLINK("${member.name}")` })) });
  const csv = overdueListCsv(overdueList([overdue(1, {}, { locationText: '@SUM(1+1)' })], { catalogue, asOf: MORNING, departmentCode: null }));
  const [heads, record, ...rest] = csv.split('\r\n');
  expect(heads?.split(',').length).toBe(14);
  expect(record).toContain(`"'=HYPERLINK(""agent"")"`);
  expect(record).toContain(`'@SUM(1+1)`);
  expect(rest).toEqual(['']);
});
