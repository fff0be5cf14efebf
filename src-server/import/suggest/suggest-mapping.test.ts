import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openCsv } from '../file/open-csv.ts';
import { Mapping } from '../mapping/mapping.ts';
import { readableShare } from '../run/choose-mapping.ts';
import { readRows } from '../run/read-rows.ts';
import { rowContext } from '../run/row-context.ts';
import { collect } from '../testing/collect.ts';
import { fixture, realFile } from '../testing/fixtures.ts';
import { type Suggestion, suggestMapping } from './suggest-mapping.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'portreeve-suggest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Tried extends Suggestion {
  readonly share: number;
  readonly cases: readonly unknown[];
}

async function trySuggestion(file: string): Promise<Tried> {
  const table = await openCsv(file);
  try {
    const suggestion = await suggestMapping(table, 'Old Town.csv', 'America/Chicago');
    const mapping = Mapping.parse(suggestion.mapping);
    const rows = await collect(readRows(table, rowContext(mapping)));
    const cases = rows.flatMap((row) => (row.ok ? [row.mapped.imported] : []));
    return { ...suggestion, cases, share: await readableShare(table, mapping) };
  } finally {
    await table.close();
  }
}

describe('suggestMapping', () => {
  it('reads a German city’s file: semicolons, Windows-1252, the day first with dots, decimal commas', async () => {
    const { mapping, cases, questions } = await trySuggestion(fixture('semicolons-windows-1252.csv'));
    expect(mapping).toMatchObject({
      name: 'old-town',
      sourceId: { columns: ['Vorgangsnummer'] },
      receivedAt: { columns: ['Eingangsdatum'], formats: ['D.M.YYYY H:mm'] },
      closedAt: { columns: ['Erledigt am'] },
      state: { values: { offen: 'new', erledigt: 'closed', 'in Bearbeitung': 'inProgress', abgelehnt: 'closed' } },
      channel: { values: { Telefon: 'phone', 'E-Mail': 'email', Schalter: 'counter' } },
      service: { columns: ['Kategorie'] },
      department: { columns: ['Amt'] },
      location: { text: { columns: ['Adresse'] }, latitude: 'Breitengrad', longitude: 'Längengrad' },
    });
    expect(cases).toHaveLength(5);
    expect(cases[0]).toMatchObject({
      opening: { receivedAt: Date.UTC(2023, 3, 11, 13, 11), description: 'Größe ca. 30 cm; bitte prüfen', location: { point: { latitude: 48.101, longitude: 11.501 } } },
    });
    expect(questions).toEqual(['The file does not say its time zone. America/Chicago is written here: put the city’s own in timeZone.name, such as America/New_York.']);
  });

  it('reads a Spanish city’s file: tabs, UTF-16, date and time apart, columns in another order', async () => {
    const { mapping, cases } = await trySuggestion(fixture('tabs-utf-16.csv'));
    expect(mapping).toMatchObject({
      receivedAt: { columns: ['Fecha de Creación', 'Hora'], formats: ['D/M/YYYY H:mm'] },
      closedAt: { columns: ['Fecha de Cierre'], formats: ['D/M/YYYY'] },
      state: { values: { Abierto: 'new', 'En proceso': 'inProgress', Cerrado: 'closed', Cancelado: 'closed' } },
    });
    expect(cases).toHaveLength(4);
  });

  it('asks where it cannot know: day or month first, and words nobody has heard of', async () => {
    const { mapping, questions } = await trySuggestion(fixture('odd-town.csv'));
    expect(mapping).toMatchObject({ receivedAt: { columns: ['Date'], formats: ['M/D/YYYY h:mm A'] }, requester: { name: { columns: ['Caller Name'] } } });
    expect(questions[0]).toBe('Every date fits both with the day first and with the month first; M/D/YYYY h:mm A is written here. Check the formats.');
  });

  it('understands names written as one word, and takes no street for a citizen', async () => {
    const file = path.join(folder, 'words.csv');
    writeFileSync(file, 'SRNumber,CreatedDate,ClosedDate,RequestType,Status,RequestSource,StreetName\nSR-1,01/31/2024,02/01/2024,Bulky Items,Completed,Mobile App,Main St\n');
    expect((await trySuggestion(file)).mapping).toMatchObject({
      sourceId: { columns: ['SRNumber'] },
      receivedAt: { columns: ['CreatedDate'], formats: ['M/D/YYYY'] },
      closedAt: { columns: ['ClosedDate'] },
      service: { columns: ['RequestType'] },
      state: { values: { Completed: 'closed' } },
      channel: { values: { 'Mobile App': 'mobile' } },
      location: { text: { columns: ['StreetName'] } },
      requester: null,
    });
  });

  it('finds the point an old system writes where it knows none', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => `${n},2024-01-02,Pothole,${n} Main St,${n % 3 === 0 ? '42.3594,-71.0587' : `42.3${n},-71.1${n}`}`);
    const file = path.join(folder, 'points.csv');
    writeFileSync(file, ['id,opened,type,address,latitude,longitude', ...rows].join('\n'));
    const { mapping, questions } = await trySuggestion(file);
    expect(mapping.location?.notAPlace).toEqual([[42.3594, -71.0587]]);
    expect(questions.at(-1)).toContain('Many different addresses have the same coordinates 42.3594, -71.0587');
  });

  it('leaves out nothing: columns that play no part are kept', async () => {
    const { mapping } = await trySuggestion(fixture('sf-311.csv'));
    expect(mapping.keep?.map(({ column }) => column)).toEqual(expect.arrayContaining(['neighborhood', 'supervisor_district', 'media_url']));
  });

  it.each(['sf-311.csv', 'kansas-city-311.csv', 'boston-311.csv', 'boston-311-dmy.csv'])('makes sense of %s without knowing it', async (name) => {
    const { mapping, cases } = await trySuggestion(fixture(name));
    expect(mapping.state?.columns[0]?.toLowerCase()).toContain('status');
    expect(cases.length).toBeGreaterThanOrEqual(3);
  });

  const realFiles = ['kansas-city-potholes-2020.csv', 'boston311-100.csv', 'boston311-dmy-100.csv'].flatMap((name) => realFile(name) ?? []);
  it.each(realFiles)('reads every row of the real file %s by its own suggestion', async (file) => {
    expect((await trySuggestion(file)).share).toBe(1);
  });
});
