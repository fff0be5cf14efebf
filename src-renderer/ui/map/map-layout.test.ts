import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metersBetween, pointAt } from '../../../src-shared/places/ground.ts';
import { houseNumbers, type MapFrame, scaleMeters, streetLabels, toGround, toPixel } from './map-layout.ts';

const HERE = { latitude: 26.53, longitude: -80.06 };
const frame: MapFrame = { center: HERE, meters: 100, width: 400, height: 200 };
const at = (east: number, north: number) => pointAt(HERE, { east, north });
const street = (label: string, ...points: readonly (readonly [number, number])[]) => ({ label, lines: [points.map(([east, north]) => at(east, north))] });

describe('a small map', () => {
  it('has the point in the middle, north up, and the way back', () => {
    expect([toPixel(frame, HERE), toPixel(frame, at(100, 50))]).toEqual([{ x: 200, y: 100 }, { x: 300, y: 50 }]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 200 }), (x, y) => {
        expect(metersBetween(toGround(frame, toPixel(frame, toGround(frame, { x, y }))), toGround(frame, { x, y }))).toBeLessThan(0.1);
      }),
    );
  });

  it('names streets along their course, never upside down, the longest first, each where there is room', () => {
    const west = street('Ocean Avenue', [190, 60], [60, 60], [0, 60], [-60, 60], [-190, 60]);
    const north = street('Coral Avenue', [-120, -95], [-120, -40], [-120, 0], [-120, 40], [-120, 95]);
    const hidden = street('Same Place', [180, 62], [0, 62], [-180, 62]);
    const labels = streetLabels(frame, [north, west, hidden, street('Far Street', [500, 0], [600, 0])], 11);
    expect(labels.map(({ text }) => text)).toEqual(['Ocean Avenue', 'Same Place', 'Coral Avenue'].filter((text) => labels.some((label) => label.text === text)));
    expect(labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['Ocean Avenue', 'Coral Avenue']));
    expect(labels.find(({ text }) => text === 'Ocean Avenue')?.angle).toBe(0);
    for (const { angle } of labels) expect(Math.abs(angle)).toBeLessThanOrEqual(90);
    expect(streetLabels(frame, [], 11)).toEqual([]);
  });

  it('has house numbers that can be read, those in the middle first', () => {
    const addresses = Array.from({ length: 60 }, (_, nth) => ({ number: nth, point: at((nth % 10) * 8 - 40, Math.floor(nth / 10) * 8 - 20) }));
    const shown = houseNumbers(frame, addresses, 10);
    expect(shown.length).toBeGreaterThan(2);
    for (const one of shown) for (const other of shown) if (one !== other) expect(Math.abs(one.x - other.x) >= 30 || Math.abs(one.y - other.y) >= 13).toBe(true);
  });

  it('leaves the name of a street free of numbers', () => {
    const label = { text: 'Ocean Avenue', x: 200, y: 100, angle: 90 };
    const numbers = [at(0, 20), at(0, -20), at(60, 0)].map((point, nth) => ({ number: nth, point }));
    expect(houseNumbers(frame, numbers, 10, [label]).map(({ number }) => number)).toEqual([2]);
  });

  it('has a round scale', () => {
    expect([100, 250, 1_000].map((meters) => scaleMeters({ ...frame, meters }))).toEqual([100, 200, 1_000]);
  });
});
