import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metersBetween, metersFrom, nearestApproach, pointAt, pointBetween, streetLines } from './ground.ts';

const HERE = { latitude: 42.44, longitude: -123.33 };
const at = (east: number, north: number) => pointAt(HERE, { east, north });
const meters = fc.integer({ min: -2_000, max: 2_000 });
const point = fc.tuple(meters, meters).map(([east, north]) => at(east, north));

describe('on the ground of a city', () => {
  it('metres and degrees go back and forth', () => {
    fc.assert(
      fc.property(meters, meters, (east, north) => {
        const there = metersFrom(HERE, at(east, north));
        expect(there.east).toBeCloseTo(east, 6);
        expect(there.north).toBeCloseTo(north, 6);
      }),
    );
  });

  it('two streets come nearest where trying every pair says so', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), fc.array(point, { minLength: 1, maxLength: 30 }), (one, other) => {
        const least = Math.min(...one.flatMap((from) => other.map((to) => metersBetween(from, to))));
        expect(nearestApproach(one, other)?.gapMeters).toBeCloseTo(least, 6);
      }),
    );
    expect(nearestApproach([], [HERE])).toBeNull();
  });

  it('a number between its neighbours stands at its share of the way', () => {
    const [below, above] = [{ number: 236, ...at(0, 0) }, { number: 244, ...at(80, 0) }];
    expect(metersFrom(HERE, pointBetween(240, below, above) ?? HERE).east).toBeCloseTo(40, 3);
    expect(pointBetween(248, above, null)).toEqual({ latitude: above.latitude, longitude: above.longitude });
    expect(pointBetween(900, above, null)).toBeNull();
    expect(pointBetween(240, below, { number: 244, ...at(5_000, 0) })).toEqual({ latitude: below.latitude, longitude: below.longitude });
    expect(pointBetween(240, null, null)).toBeNull();
  });

  it('a street goes between its two sides, and breaks where nothing is built', () => {
    const houses = [100, 101, 102, 103, 104, 105].map((number, nth) => ({ number, ...at(nth * 20, number % 2 === 0 ? 15 : -15) }));
    const far = [900, 901].map((number, nth) => ({ number, ...at(2_000 + nth * 20, 0) }));
    const lines = streetLines([...far, ...houses]);
    expect(lines.map((line) => line.length)).toEqual([6, 2]);
    for (const on of lines[0]?.slice(1, -1) ?? []) expect(Math.abs(metersFrom(HERE, on).north)).toBeLessThan(1);
  });
});
