import { describe, expect, it } from 'vitest';
import { openCsv } from '../file/open-csv.ts';
import { loadMapping } from '../mapping/load-mapping.ts';
import { Mapping, type MappingFile } from '../mapping/mapping.ts';
import { type ReadRow, readRows } from '../run/read-rows.ts';
import { rowContext } from '../run/row-context.ts';
import { collect } from '../testing/collect.ts';
import { fixture } from '../testing/fixtures.ts';
import { dateReaders } from './dates.ts';
import { type MappedRow, mapRow } from './map-row.ts';

type Accepted = Extract<MappedRow, { ok: true }>;

async function fixtureRows(name: string, mappingName: string): Promise<ReadonlyMap<string, Accepted>> {
  const rows = await allRows(name, mappingName);
  return new Map(rows.flatMap((row) => (row.ok ? [[row.mapped.imported.sourceId, row.mapped]] : [])));
}

async function allRows(name: string, mappingName: string): Promise<readonly ReadRow[]> {
  const table = await openCsv(fixture(name));
  try {
    return await collect(readRows(table, rowContext(await loadMapping(mappingName))));
  } finally {
    await table.close();
  }
}

const rejects = (rows: readonly ReadRow[]) => rows.flatMap((row) => (row.ok ? [] : [[row.line, row.reason]]));
const iso = (moment: number | undefined) => new Date(moment ?? 0).toISOString();
const closing = (row: Accepted | undefined) => row?.imported.later.find((command) => command.type === 'case.close');
const notes = (row: Accepted | undefined) => row?.imported.later.flatMap((command) => (command.type === 'case.addNote' ? [command.args.text] : []));

describe('San Francisco’s shape', () => {
  it('keeps dates at the offset they state, service, department, channel and what has no place of its own', async () => {
    const row = (await fixtureRows('sf-311.csv', 'sf-311')).get('9000001');
    expect(row?.newService).toMatchObject({ code: 'SF-STREET-DEFECTS', name: 'Street Defects', departmentCode: 'SF-PUBLIC-WORKS', isActive: false });
    expect(row?.newDepartment).toEqual({ code: 'SF-PUBLIC-WORKS', name: 'Public Works' });
    expect(row?.imported.opening).toMatchObject({ channel: 'phone', location: { point: { latitude: 37.70011, longitude: -122.40022 } } });
    expect(iso(row?.imported.opening.receivedAt)).toBe('2017-03-02T18:04:00.000Z');
    expect(iso(closing(row)?.madeAt)).toBe('2017-03-03T09:30:00.000Z');
    expect(closing(row)?.args).toEqual({ disposition: 'RESOLVED', closingNote: 'Crew filled it.', completionDate: null, openTasks: 'refuse' });
    expect(notes(row)).toEqual([expect.stringContaining('From San Francisco 311:\nQueue: DPW Ops Queue\nSource: Phone\nNeighborhood: Sample Hill')]);
  });

  it('takes 0,0 and the old system’s placeholder for no place', async () => {
    const rows = await fixtureRows('sf-311.csv', 'sf-311');
    expect(rows.get('9000002')?.imported.opening.location).toBeNull();
    expect(rows.get('9000004')?.imported.opening.location).toEqual({ text: '99 TEST ST', unit: '', point: null });
  });

  it('keeps a case closed before it was opened, and says so', async () => {
    const row = (await fixtureRows('sf-311.csv', 'sf-311')).get('9000003');
    expect(row?.imported.flags).toEqual(['closedBeforeReceived']);
    expect(iso(closing(row)?.madeAt)).toBe('2016-11-05T01:00:00.000Z');
    expect(closing(row)?.args.closingNote).toBe('Visited twice.\n\nNothing found; see "earlier" case.');
  });

  it('names what is odd and takes it all the same', async () => {
    const rows = await fixtureRows('sf-311.csv', 'sf-311');
    expect(rows.get('9000007')?.imported.flags).toEqual(['coordinatesUnusable', 'channelUnknown']);
    expect(rows.get('9000005')?.imported.opening.kind).toBe('compliment');
    expect(closing(rows.get('9000005'))?.args.disposition).toBe('DUPLICATE');
    expect(notes(rows.get('9000002'))).toHaveLength(1); // “open” beside the state Open says nothing
    expect(notes(rows.get('9000007'))).toContain('accepted');
  });

  it('names the rows it cannot take by the line they begin on', async () => {
    expect(rejects(await allRows('sf-311.csv', 'sf-311'))).toEqual([
      [9, 'The date of receipt “sometime in June” does not have the format ISO.'],
      [11, 'This row has the same case number as line 2, but says something else. Line 2 was taken.'],
    ]);
  });
});

describe('Kansas City’s shape', () => {
  it('joins date and time of local time, month first', async () => {
    const row = (await fixtureRows('kansas-city-311.csv', 'kansas-city-311')).get('2020900001');
    expect(iso(row?.imported.opening.receivedAt)).toBe('2020-01-07T18:59:00.000Z');
    expect(iso(closing(row)?.madeAt)).toBe('2020-02-12T23:00:00.000Z');
    expect(row?.imported.opening.location?.text).toBe('10 E Sample St, 64100');
  });

  it('finds a missing closing date by the days the case was open', async () => {
    const row = (await fixtureRows('kansas-city-311.csv', 'kansas-city-311')).get('2020900002');
    expect(row?.imported.flags).toEqual(['closedDateFromDaysOpen']);
    expect(iso(closing(row)?.madeAt)).toBe('2020-02-07T23:00:00.000Z');
  });

  it('never takes a closing day without time of day for earlier than a receipt on that day', async () => {
    const row = (await fixtureRows('kansas-city-311.csv', 'kansas-city-311')).get('2020900003');
    expect(row?.imported.flags).toEqual([]);
    expect(closing(row)?.madeAt).toBeGreaterThanOrEqual(row?.imported.opening.receivedAt ?? Number.MAX_VALUE);
    expect(row?.imported.opening.location?.point).toBeNull();
  });

  it('reads an hour that the clock skipped, and refuses a day the calendar does not have', async () => {
    const rows = await allRows('kansas-city-311.csv', 'kansas-city-311');
    const skipped = rows.find((row) => row.ok && row.mapped.imported.sourceId === '2020900004');
    expect(skipped?.ok && iso(skipped.mapped.imported.opening.receivedAt)).toBe('2020-03-08T08:30:00.000Z');
    expect(rejects(rows)).toEqual([[10, expect.stringMatching(/^The date of receipt “2\/30\/20 8:00 AM” names a day or time that does not exist/)]]);
  });
});

describe('Boston’s shape, and its variant with the day first', () => {
  it('reads the same moments from both', async () => {
    const iso8601 = await fixtureRows('boston-311.csv', 'boston-311');
    const dayFirst = await fixtureRows('boston-311-dmy.csv', 'boston-311-dmy');
    const moments = (rows: ReadonlyMap<string, Accepted>) => [...rows.values()].map((row) => [row.imported.opening.receivedAt, closing(row)?.madeAt]);
    expect(moments(iso8601)).toEqual(moments(dayFirst));
    expect(iso(iso8601.get('101009000001')?.imported.opening.receivedAt)).toBe('2022-01-21T18:47:00.000Z');
  });

  it('tells a repeated row', async () => {
    expect(rejects(await allRows('boston-311.csv', 'boston-311'))).toEqual([[5, 'This row repeats line 2, word for word.']]);
  });
});

const small: MappingFile = {
  portreeveMapping: 1,
  name: 'small',
  title: 'the old system',
  system: 'small',
  timeZone: { name: 'America/New_York' },
  sourceId: { columns: ['id'] },
  receivedAt: { columns: ['opened'], formats: ['ISO'] },
  closedAt: { columns: ['closed'], formats: ['ISO'] },
  state: { columns: ['state'], values: { open: 'new', working: 'inProgress', waiting: 'onHold', done: 'closed' } },
  holdReasonCode: 'PARTS',
  service: { columns: ['service'], values: { pothole: 'POTHOLE' } },
  statusNote: { columns: ['note'] },
  description: { columns: ['text'] },
  requester: { name: { columns: ['name'] }, phone: { columns: ['phone'] } },
  closing: { withoutNote: 'No note.', outcome: { otherwise: 'RESOLVED' } },
};

function mapSmall(values: Readonly<Record<string, string>>, change: Partial<MappingFile> = {}): MappedRow {
  const mapping = Mapping.parse({ ...small, ...change });
  const row: Readonly<Record<string, string>> = { id: '1', opened: '2024-05-01 10:00', state: 'open', service: 'Pothole', ...values };
  const context = { mapping, readers: dateReaders(mapping), now: rowContext(mapping).now };
  return mapRow({ line: 2, text: JSON.stringify(row), read: (column) => row[column] ?? '' }, context);
}

describe('mapRow', () => {
  it.each([
    ['working', 'Crew on site', [['case.addProgressNote', { text: 'Crew on site' }]]],
    ['working', '', [['case.addProgressNote', { text: 'In progress in the old system.' }]]],
    ['waiting', '', [['case.hold', { reasonCode: 'PARTS', note: '', until: null }]]],
    ['open', 'open', []],
    ['done', '', [['case.close', { disposition: 'RESOLVED', closingNote: 'No note.', completionDate: null, openTasks: 'refuse' }]]],
  ])('tells what happened to a case that is %s', (state, note, expected) => {
    const row = mapSmall({ state, note });
    expect(row.ok && row.imported.later.map(({ type, args }) => [type, args])).toEqual(expected);
  });

  it.each([
    [{ id: '' }, 'There is no case number (id).'],
    [{ id: '1.01004E+11' }, 'A spreadsheet has shortened the case number to 1.01004E+11. Export the file again and import it without saving it from a spreadsheet.'],
    [{ opened: '' }, 'There is no date of receipt (opened).'],
    [{ opened: '2199-01-01' }, 'The date of receipt “2199-01-01” is in the future.'],
    [{ state: 'limbo' }, 'The state “limbo” is not in the mapping. Add it under state.values, or give state.otherwise.'],
    [{ state: 'done', closed: 'soon' }, 'The closing date “soon” does not have the format ISO.'],
    [{ service: 'Rocket' }, 'The service “Rocket” is not in the mapping. Add it under service.values, or give service.create and department.create.'],
    [{ id: 'x'.repeat(201) }, 'The value of sourceId cannot be kept: At most 200 characters.'],
  ])('refuses %j with a reason', (values, reason) => {
    expect(mapSmall(values)).toEqual({ ok: false, reason });
  });

  it('flags a closing date that is missing, in the future, or beside a case that is open', () => {
    const flags = (values: Readonly<Record<string, string>>) => {
      const row = mapSmall(values);
      return row.ok ? row.imported.flags : row.reason;
    };
    expect(flags({ state: 'done' })).toEqual(['closedDateMissing']);
    expect(flags({ state: 'done', closed: '2199-01-01' })).toEqual(['closedInFuture']);
    expect(flags({ state: 'open', closed: '2024-06-01' })).toEqual(['openWithClosingDate']);
  });

  it('keeps texts of any length: what does not fit goes into notes', () => {
    const long = 'word '.repeat(5_000).trim();
    const row = mapSmall({ text: long, note: long, state: 'done', name: 'N'.repeat(300) });
    if (!row.ok) throw new Error(row.reason);
    const texts = [row.imported.opening.description, ...row.imported.later.map(({ args }) => ('text' in args ? args.text : 'closingNote' in args ? args.closingNote : ''))];
    expect(texts.join(' ').match(/word/g)).toHaveLength(10_000);
    expect(texts.join(' ')).toContain(`Name: ${'N'.repeat(300)}`);
    expect(row.imported.opening.requester?.name).toHaveLength(200);
  });

  it('gives a row without an id of its own one made from all of it', () => {
    const change = { sourceId: { fromWholeRow: true } } as const;
    const [first, again, other] = [mapSmall({}, change), mapSmall({}, change), mapSmall({ text: 'x' }, change)];
    if (!first.ok || !again.ok || !other.ok) throw new Error('all three map');
    expect(again.imported.sourceId).toBe(first.imported.sourceId);
    expect(other.imported.sourceId).not.toBe(first.imported.sourceId);
  });

  it('knows nobody when the row names nobody', () => {
    const [anonymous, named] = [mapSmall({}), mapSmall({ phone: '(561) 555-0142' })];
    expect(anonymous.ok && anonymous.imported.opening.requester).toBeNull();
    expect(named.ok && named.imported.opening.requester).toMatchObject({ name: '', phone: '(561) 555-0142' });
  });
});
