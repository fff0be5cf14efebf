/** Rows of one call: who is calling, what is like it nearby, where it is, and the slip. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCallers } from '../../src-data/contacts/find-callers.ts';
import type { WriteDb } from '../../src-data/db/database.ts';
import { findSimilarCases } from '../../src-data/duplicates/find-similar-cases.ts';
import { findPlaces } from '../../src-data/places/find-places.ts';
import { openPlaces } from '../../src-data/places/testing/open-places.ts';
import { receiptFor } from '../../src-data/receipts/print-receipt.ts';
import { layOutForPrinter } from '../../src-data/receipts/printer-settings.ts';
import { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../src-shared/util/assert.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { createRandom } from '../simulation/random.ts';
import { BENCH_NOW, nextCall } from './city-cases.ts';
import { type BenchRow, row, timesOf } from './measure.ts';

const TIMES = 200;
const NAMES = ['nunez', 'garcia', 'mar', 'smith', 'maria nunez', 'featherstone', 'joh', 'guadalupe'];
const STREETS = ['redwood avenue', 'redwood av', 'elm st', 'harbor', 'seacrest', 'ocean ave'];
/** Addresses as the city publishes them; the row is left out where the file is not. */
const ADDRESSES = join(import.meta.dirname, '../../../shared/data/grants-pass-addresses.csv');
const PLACES_TYPED = ['240 elm', '400 nw b st', 'rogue river hwy', '6th and g st', '115 rogue river hwy apt 110', 'nw 3rd', 'judy ln', '1467 se n', 'ellm street 401'];

export async function benchPeople(db: WriteDb, cases: number): Promise<readonly BenchRow[]> {
  return [await byText(db, cases, 'name', NAMES), await byText(db, cases, 'street', STREETS), await nearby(db, cases), await receipt(db, cases), ...(await addresses(db))];
}

async function byText(db: WriteDb, cases: number, what: 'name' | 'street', typed: readonly string[]): Promise<BenchRow> {
  const text = (index: number): string => must(typed[index % typed.length], 'typed');
  const measured = await timesOf(TIMES, (index) => void findCallers(db, text(index), 8));
  const bare = db.raw.prepare('SELECT rowid FROM party_search WHERE party_search MATCH ? ORDER BY rowid DESC LIMIT 200');
  const limits = await timesOf(TIMES, (index) => void bare.all(`name : "${text(index)}"`));
  return row({ measure: `caller by ${what}`, work: `${cases} cases`, limit: 'bare FTS5 trigram query', goal: null }, measured, limits);
}

async function nearby(db: WriteDb, cases: number): Promise<BenchRow> {
  const random = createRandom(31);
  const calls = Array.from({ length: TIMES }, (_, index) => nextCall(random, 5_000_000 + index)).flatMap((command) => (command.type === 'case.open' && command.args.location ? [command.args] : []));
  const query = (index: number) => {
    const { serviceCode, location, description } = must(calls[index % calls.length], 'calls');
    return { serviceCode, locationText: location?.text ?? '', point: location?.point ?? null, description, at: BENCH_NOW, seenFrom: 'now' as const };
  };
  const measured = await timesOf(TIMES, (index) => void findSimilarCases(db, query(index)));
  const bare = db.raw.prepare("SELECT case_key FROM case_ WHERE state <> 'closed' AND latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ? LIMIT 60");
  const limits = await timesOf(TIMES, (index) => {
    const { latitude, longitude } = query(index).point ?? { latitude: 0, longitude: 0 };
    bare.all(latitude - 0.0014, latitude + 0.0014, longitude - 0.0014, longitude + 0.0014);
  });
  return row({ measure: 'similar cases nearby', work: `${calls.length} calls, ${cases} cases`, limit: 'bare query of a square of 150 m', goal: null }, measured, limits);
}

async function receipt(db: WriteDb, cases: number): Promise<BenchRow> {
  const last = db.raw.prepare('SELECT tracking_number FROM case_ WHERE is_sealed = 0 ORDER BY case_key DESC LIMIT 200').pluck().all();
  const number = (index: number): TrackingNumber => TrackingNumber.parse(last[index % last.length]);
  const measured = await timesOf(TIMES, (index) => {
    const data = receiptFor(db, { trackingNumber: number(index), language: null }, utcMs(BENCH_NOW));
    layOutForPrinter(db, must(data, 'the case may be seen'));
  });
  const bare = db.raw.prepare('SELECT * FROM case_ WHERE tracking_number = ?');
  const limits = await timesOf(TIMES, (index) => void bare.all(number(index)));
  return row({ measure: 'receipt, bytes ready', work: `of one among ${cases} cases`, limit: 'its row read', goal: null }, measured, limits);
}

async function addresses(records: WriteDb): Promise<readonly BenchRow[]> {
  if (!existsSync(ADDRESSES)) return [];
  const csv = readFileSync(ADDRESSES, 'utf8');
  const places = await openPlaces(csv);
  try {
    const db = must(places.file, 'made just now').db;
    const measured = await timesOf(TIMES, (index) => void findPlaces(records, must(PLACES_TYPED[index % PLACES_TYPED.length], 'typed'), 8, places));
    const limits = await timesOf(TIMES, () => void db.query('SELECT * FROM address WHERE street_key = 1 AND number = 401').all({}));
    return [row({ measure: 'address search', work: `${csv.trimEnd().split('\n').length - 1} addresses`, limit: 'one address by bare index', goal: null }, measured, limits)];
  } finally {
    places.close();
  }
}
