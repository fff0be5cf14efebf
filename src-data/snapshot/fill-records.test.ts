import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { findCallers } from '../contacts/find-callers.ts';
import { findCase } from '../cases/case-queries.ts';
import { openDatabase, type WriteDb } from '../db/database.ts';
import { schemaLevel } from '../db/schema-level.ts';
import { findPlaces } from '../places/find-places.ts';
import { BrokenPullError } from '../sync/pull-stream.ts';
import { openArgs, openDesk } from '../testing/desk.ts';
import { fillRecords } from './fill-records.ts';
import { ownTables } from './own-tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'portreeve-fill-'));
const desk = openDesk();
const COLUMNS_OF_CASES = `SELECT m.name AS name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name IN ('case_key', 'party_key', 'place_key')`;

afterAll(() => {
  desk.close();
  rmSync(folder, { recursive: true });
});

function answer(cut = 0): Buffer {
  const taken = desk.give({ type: 'case.open', args: openArgs(), takesNumber: true });
  if (!taken.ok) throw new Error(taken.reason);
  const header = { h: { epoch: 1, rev: 9, mark: null, seq: 0, hash: '0'.repeat(64), buckets: ['city'], reset: [], numbers: [], catalogue: SMALL_CITY, now: 1 } };
  const text = `${JSON.stringify(header)}\n${JSON.stringify(['r', 'city', taken.case.id, true, taken.case])}\n`;
  const whole = Buffer.from(`${text}${JSON.stringify({ end: 9, rows: 1, crc: crc32(text) })}\n`);
  return whole.subarray(0, whole.length - cut);
}

async function fill(name: string, bytes: Buffer): Promise<WriteDb> {
  const path = join(folder, name);
  await fillRecords({ path, body: (async function* () { yield bytes; })() });
  return openDatabase(path);
}

it('makes what a workstation would have: the same schema, every index, and nothing of anybody’s own', async () => {
  const db = await fill('whole.sqlite', answer());
  expect(schemaLevel(db)).toBe(schemaLevel(desk.db));
  expect(findPlaces(db, 'elm', 5).map((place) => place.text)).toEqual(['5 Elm Street']);
  expect(findCallers(db, '0142', 5)).toHaveLength(1);
  const own = ownTables(db).filter((table) => table !== 'catalogue' && table !== 'sync_state');
  for (const table of own) expect(db.query<object, { count: number }>(`SELECT count(*) AS count FROM "${table}"`).get({}), table).toEqual({ count: 0 });
  expect(db.query<object, { station: string | null }>('SELECT station FROM sync_state').get({})).toEqual({ station: null });
  const row = must(db.query<object, { caseId: string }>('SELECT case_id AS caseId FROM case_').get({}), 'it has one case');
  expect(findCase(db, row.caseId)?.syncState).toBe('confirmed');
  db.raw.close();
});

it('takes nothing that was cut off', async () => {
  await expect(fill('cut.sqlite', answer(5))).rejects.toThrow(BrokenPullError);
});

it('knows every table made from cases: none is copied as the workstation’s own', () => {
  const ofCases = new Set(desk.db.query<object, { name: string }>(COLUMNS_OF_CASES).all({}).map((row) => row.name));
  expect(ownTables(desk.db).filter((table) => ofCases.has(table))).toEqual([]);
});
