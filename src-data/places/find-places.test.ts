import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openArgs, openDesk } from '../testing/desk.ts';
import { ADDRESS_SQL } from './address-queries.ts';
import { type CityPlaces, findPlaces } from './find-places.ts';
import { mapAround } from './map-around.ts';
import { placesIn } from './places-in-text.ts';
import { openPlaces } from './testing/open-places.ts';
import { SAMPLE_ADDRESSES } from './testing/sample-addresses.ts';

/** The whole city where it is at hand (27,440 addresses), else some of its streets: the answers are the same. */
const WHOLE = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'grants-pass-addresses.csv');
const LIBRARY = { name: 'Josephine Community Library', otherNames: ['library', 'la biblioteca'], address: '200 NW C Street', latitude: 42.4419, longitude: -123.3306 };

let desk: Desk;
let places: CityPlaces & { close(): void };
beforeAll(async () => {
  desk = openDesk();
  places = await openPlaces(existsSync(WHOLE) ? readFileSync(WHOLE, 'utf8') : SAMPLE_ADDRESSES, [LIBRARY]);
});
afterAll(() => {
  places.close();
  desk.close();
});
const found = (text: string) => findPlaces(desk.db, text, 8, places);
const first = (text: string) => {
  const [place] = found(text);
  return place && [place.kind, place.exactness, [place.text, place.unit].filter(Boolean).join(' · '), place.note, place.isApproximate].join('|');
};

describe('a place is found', () => {
  it.each([
    ['2240 judy', 'address|exact|2240 Judy Lane||false'],
    ['2240 jduy ln', 'address|close|2240 Judy Lane||false'],
    ['2240 ju', 'address|begins|2240 Judy Lane||false'],
    ['2236 judy ln', 'address|exact|2236 Judy Lane|approximate: between 2232 and 2240|true'],
    ['2244 Judy Lane', 'address|exact|2244 Judy Lane|approximate: next to 2240|true'],
    ['9000 Judy Lane', 'address|exact|9000 Judy Lane|no such number: the street has 2125 to 2241|true'],
    ['1002 northwest b', 'address|exact|1002 NW B Street|retired address|false'],
    ['115 rogue river hwy #208', 'address|exact|115 Rogue River Highway · Apt 208||false'],
    ['115 Rogue River Highway apt 999', 'address|exact|115 Rogue River Highway · Apt 999|Apt 999 is not listed there|false'],
    ['343 1/2 valley view', 'address|exact|343 1/2 NW Valley View Drive||false'],
    ['1467 se n', 'address|exact|1467 SE N Street||false'],
    ['corner of nw elm and b', 'crossing|exact|NW Elm Street and NW B Street|approximate corner|true'],
    ['the 500 block of nw elm', 'block|exact|500 block of NW Elm Street|approximate: middle of 502 to 509|true'],
    ['near 602 nw third', 'address|exact|Near 602 NW 3rd Street||true'],
    ['across from the library', 'landmark|exact|Across from Josephine Community Library|landmark: 200 NW C Street|true'],
    ['josephine libary', 'landmark|close|Josephine Community Library|landmark: 200 NW C Street|false'],
  ])('%s', (text, said) => {
    // The sample has other ends than the whole street.
    expect(first(text)?.replace(/has \d+ to/, 'has 2125 to')).toBe(said);
  });

  it('with all units of the house, in order', () => {
    const units = found('115 rogue river hwy')[0]?.units ?? [];
    expect(units).toEqual([...units].sort((one, other) => one.localeCompare(other, 'en', { numeric: true })));
    expect(units).toEqual(expect.arrayContaining(['Apt 108', 'Apt 110', 'Apt 208']));
  });

  it('at its position, or between its neighbours', () => {
    expect(found('2240 Judy Lane')[0]?.point?.latitude).toBeCloseTo(42.436686, 5);
    const latitude = found('2236 Judy Lane')[0]?.point?.latitude ?? 0;
    expect(latitude).toBeGreaterThan(Math.min(...[2232, 2240].map((number) => found(`${number} Judy Lane`)[0]?.point?.latitude ?? 0)) - 1e-6);
    expect(found('9000 Judy Lane')[0]?.point).toBeNull();
  });

  it('used before when the city does not know it, and once only when it does', () => {
    for (const text of ['2240 JUDY LN', 'Behind the old mill']) desk.give({ type: 'case.open', args: openArgs({ location: { text, unit: '', point: null } }) });
    expect(first('old mill')).toBe('usedBefore|begins|Behind the old mill|used before|false');
    expect(found('2240 judy lane').filter(({ text }) => /2240/.test(text)).map(({ text }) => text)).toEqual(['2240 Judy Lane']);
    expect(findPlaces(desk.db, '2240 judy', 5).map(({ kind }) => kind)).toEqual(['usedBefore']);
  });

  it('never from nothing', () => {
    for (const text of ['', ' ', '#', '240', '"', 'zzzz yyyy']) expect(found(text)).toEqual([]);
  });
});

it.each([
  ['water main broke at 2240 judy lane since monday, 3 houses are dry', ['2240 Judy Lane|2240 judy lane']],
  ['call me at 541 555 0142 about 602 nw 3rd st #a please', ['602 NW 3rd Street|602 nw 3rd st #a']],
  ['hole on nw elm street and b street near the library', ['NW Elm Street and NW B Street|nw elm street and b street', 'Josephine Community Library|library']],
  ['500 block of nw elm is dark', ['500 block of NW Elm Street|500 block of nw elm']],
  ['2240 judy lane, my garbage can was stolen', ['2240 Judy Lane|2240 judy lane']],
  ['602 nw 3rd st, #a, no water', ['602 NW 3rd Street|602 nw 3rd st, #a']],
  ['signal dark at nw elm and b, officer perez', ['NW Elm Street and NW B Street|nw elm and b']],
  ['hole at the corner of nw elm and b', ['NW Elm Street and NW B Street|nw elm and b']],
  ['lamp out, nw elm/b street', ['NW Elm Street and NW B Street|nw elm/b street']],
  ['4 of the 12 lamps are out', []],
  ['', []],
])('in a sentence: %s', (text, said) => {
  expect(placesIn(places, text).map(({ text: place, from, to }) => `${place}|${text.slice(from, to)}`)).toEqual(said);
});

it('the ground around a point has streets, houses and the open cases, nearest first, but no sealed ones', () => {
  const point = found('2240 Judy Lane')[0]?.point ?? { latitude: 0, longitude: 0 };
  const open = (north: number, more: Record<string, unknown> = {}) =>
    desk.give({ type: 'case.open', args: openArgs({ location: { text: `${north} m`, unit: '', point: { ...point, latitude: point.latitude + north / 111_320 } }, ...more }) });
  open(90);
  open(20);
  open(5_000);
  open(10, { isSealed: true });
  const { streets, addresses, cases } = mapAround(desk.db, places, { point, meters: 200, exceptCaseId: null });
  expect(streets.map(({ label }) => label)).toContain('Judy Lane');
  expect(addresses.map(({ number }) => number)).toEqual(expect.arrayContaining([2240, 2241]));
  expect(cases.map(({ locationText, meters }) => [locationText, meters])).toEqual([['20 m', 20], ['90 m', 90]]);
});

it.each(Object.entries(ADDRESS_SQL))('%s reads no address it does not need', (_name, sql) => {
  const params = { street: 1, number: 1, side: 1, from: 1, to: 2, limit: 1, south: 0, north: 1, west: 0, east: 1 };
  const steps = places.file?.db.query<object, { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(params) ?? [];
  expect(steps.map(({ detail }) => detail).join('; ')).toMatch(/^SEARCH (a|address) USING (COVERING )?INDEX/);
  expect(steps.filter(({ detail }) => detail.startsWith('SCAN'))).toEqual([]);
});
