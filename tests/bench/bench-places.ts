/**
 * How long a place takes to be found while it is typed, letter by letter, in a list of addresses of the size of Grants Pass and in one of a
 * large city; against the bare look-up of the same house number by its index.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findInGazetteer } from '../../src-data/places/find-in-gazetteer.ts';
import { ADDRESS_SQL } from '../../src-data/places/address-queries.ts';
import { makePlaceFile, openPlaceFile, type PlaceFile } from '../../src-data/places/place-file.ts';
import { type Gazetteer, gazetteerText } from '../../src-shared/places/gazetteer.ts';
import { splitStreet } from '../../src-shared/places/split-street.ts';
import { streetWords } from '../../src-shared/places/street-words.ts';
import { type BenchRow, row, timesOf } from './measure.ts';

const SIZES: readonly (readonly [addresses: number, streets: number])[] = [[27_440, 1_178], [500_000, 15_000]];
const TIMES = 400;
const TYPES = ['street', 'avenue', 'lane', 'drive', 'road', 'court'];
const PARTS = ['oak', 'elm', 'river', 'stone', 'hill', 'maple', 'judy', 'harbor', 'quarry', 'meadow', 'fox', 'cedar', 'lake', 'north', 'grand'];

export async function benchPlaces(tell: (line: string) => void): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [addresses, streets] of SIZES) {
    tell(`  ${addresses} addresses`);
    const folder = mkdtempSync(join(tmpdir(), 'portreeve-bench-places-'));
    try {
      await makePlaceFile(gazetteerText(madeUp(addresses, streets)), join(folder, 'places.sqlite'));
      const file = openPlaceFile(join(folder, 'places.sqlite'));
      if (file === null) throw new Error('the place file was just made');
      rows.push(...(await ofCity(file, addresses)));
      file.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return rows;
}

async function ofCity(file: PlaceFile, addresses: number): Promise<readonly BenchRow[]> {
  const nameOf = (at: number): string => file.streets[(at * 7_919) % file.streets.length]?.label ?? '';
  const bare = file.db.query<object, object>(ADDRESS_SQL.atNumber);
  const limits = await timesOf(TIMES, (at) => void bare.all({ street: ((at * 7_919) % file.streets.length) + 1, number: 100 }));
  const measured = async (work: string, textAt: (at: number) => string): Promise<BenchRow> =>
    row({ measure: 'place as you type', work: `${work}, ${addresses} addresses`, limit: 'one house number by its index', goal: null }, await timesOf(TIMES, (at) => void findInGazetteer(file, [], textAt(at))), limits);
  return [
    await measured('a number and a street, any letter of it', (at) => `${100 + (at % 900)} ${nameOf(at).slice(0, 3 + (at % 12))}`),
    await measured('two letters of the street swapped', (at) => `${100 + (at % 900)} ${swapped(nameOf(at))}`),
    await measured('a crossing', (at) => `${nameOf(at)} & ${nameOf(at + 1)}`),
  ];
}

function swapped(name: string): string {
  return `${name[0] ?? ''}${name[2] ?? ''}${name[1] ?? ''}${name.slice(3)}`;
}

/** Streets of a grid, each with as many houses as the others. */
function madeUp(addresses: number, streets: number): Gazetteer {
  const each = Math.ceil(addresses / streets);
  return {
    landmarks: [],
    streets: Array.from({ length: streets }, (_, nth) => {
      const label = [PARTS[nth % PARTS.length], PARTS[Math.floor(nth / PARTS.length) % PARTS.length], nth >= 225 ? `${nth}th` : '', TYPES[nth % TYPES.length]].filter(Boolean).join(' ');
      const [latitude, longitude] = [42 + (nth % 150) * 0.0015, -123 + Math.floor(nth / 150) * 0.0015];
      const houses = Array.from({ length: each }, (_house, at) => ({ number: 100 + at * 4 + (at % 2), fraction: '', unit: '', zip: '97526', status: 'current' as const, latitude, longitude: longitude + at * 0.0002 }));
      return { label, ...splitStreet(streetWords(label.split(' '))), addresses: houses };
    }),
  };
}
