import { describe, expect, it } from 'vitest';
import { placeOf } from './place.ts';

const mapping = {
  text: { columns: ['address'], separator: ' ', ignore: ['Not associated with a specific address'] },
  latitude: 'lat',
  longitude: 'lon',
  point: 'point',
  notAPlace: [[42.3594, -71.0587]] as [number, number][],
};
const place = (values: Readonly<Record<string, string>>) => placeOf((column) => values[column] ?? '', mapping);

describe('placeOf', () => {
  it.each([
    [{ lat: '37.7', lon: '-122.4' }, { latitude: 37.7, longitude: -122.4 }],
    [{ lat: '48,1372', lon: '11,5756' }, { latitude: 48.1372, longitude: 11.5756 }],
    [{ point: '(37.7, -122.4)' }, { latitude: 37.7, longitude: -122.4 }],
    [{ point: 'POINT (-122.4 37.7)' }, { latitude: 37.7, longitude: -122.4 }],
    [{ point: 'nowhere', lat: '37.7', lon: '-122.4' }, { latitude: 37.7, longitude: -122.4 }],
  ])('reads %j', (values, point) => {
    expect(place({ address: '1 Main St', ...values })).toEqual({ location: { text: '1 Main St', unit: '', point }, flags: [], fullText: null });
  });

  it.each([
    [{ lat: '0.0', lon: '0.0' }, []],
    [{ lat: '0', lon: '-0.000001' }, []],
    [{ lat: '42.35940', lon: '-71.058700' }, []],
    [{}, []],
    [{ lat: '91', lon: '10' }, ['coordinatesUnusable']],
    [{ lat: 'n/a', lon: 'n/a' }, ['coordinatesUnusable']],
    [{ lat: '37.7', lon: '' }, ['coordinatesUnusable']],
  ])('keeps only the words with %j', (values, flags) => {
    expect(place({ address: '1  Main\nSt', ...values })).toEqual({ location: { text: '1 Main St', unit: '', point: null }, flags, fullText: null });
  });

  it('is nothing when there are neither words nor a point', () => {
    expect(place({ address: 'NOT associated with a specific address', lat: '0.0', lon: '0.0' }).location).toBeNull();
  });

  it('says a point in figures when there are no words', () => {
    expect(place({ lat: '37.7', lon: '-122.4' }).location?.text).toBe('37.7, -122.4');
  });
});
