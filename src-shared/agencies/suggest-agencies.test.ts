import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Agency, isValidOn } from './agency.ts';
import { comparablePlace, placeNames, shownPlace } from './place-words.ts';
import { suggestAgencies, type AgencyRequest } from './suggest-agencies.ts';
import { SAMPLE_AGENCIES } from './testing/sample-agencies.ts';

const POTHOLE = { code: 'POTHOLE', name: 'Pothole', keywords: ['hole in road'] };
const LIGHT = { code: 'LIGHT', name: 'Street light out', keywords: ['dark street', 'lamp out'] };

function suggested(more: Partial<AgencyRequest>): readonly string[] {
  const request: AgencyRequest = { agencies: SAMPLE_AGENCIES, service: null, place: '', said: '', on: '2026-06-01', ...more };
  return suggestAgencies(request).map(({ agency, reasons }) => `${agency.code}: ${reasons.join('; ')}`);
}

describe('suggested agencies', () => {
  it('begin with who handles the service at this place', () => {
    expect(suggested({ service: POTHOLE, place: '4200 SR-7, Portreeve Bay' })[0]).toBe('FDOT: handles Pothole; answers for State Route 7');
  });

  it('leave out who answers only for other places', () => {
    expect(suggested({ service: POTHOLE, place: '214 E Ocean Avenue' })).toEqual([]);
  });

  it('say which places are meant while the place is not known', () => {
    expect(suggested({ service: POTHOLE })).toEqual(['FDOT: handles Pothole; only for State Route 7, US 1, A1A']);
  });

  it('are found by their words, rare words first', () => {
    expect(suggested({ service: LIGHT })).toEqual([
      'POWER: handles Street light out; by its words: light, street',
      'FDOT: by its words: lights; only for State Route 7, US 1, A1A',
    ]);
    expect(suggested({ said: 'The power line is hanging low' })).toEqual(['POWER: by its words: power, lines']);
  });

  it('are found by place alone when they name no services', () => {
    expect(suggested({ place: '12 Harbor Plz and Harbor Plaza' })).toEqual(['PORT: answers for Harbor Plaza']);
  });

  it('are those of the day', () => {
    expect(suggested({ said: 'gas leak', on: '2025-12-31' })).toEqual(['OLD-GAS: by its words: gas, leaks']);
    expect(suggested({ said: 'gas leak', on: '2026-01-01' })).toEqual(['NEW-GAS: by its words: gas, leaks']);
  });

  it('are strong by service or place, not by a place that is still to be told, and not by words', () => {
    const strong = (more: Partial<AgencyRequest>) =>
      suggestAgencies({ agencies: SAMPLE_AGENCIES, service: null, place: '', said: '', on: '2026-06-01', ...more }).flatMap(({ agency, isStrong }) => (isStrong ? [agency.code] : []));
    expect(strong({ service: POTHOLE, place: '4200 SR-7' })).toEqual(['FDOT']);
    expect(strong({ service: POTHOLE })).toEqual([]);
    expect(strong({ place: 'Harbor Plaza' })).toEqual(['PORT']);
    expect(strong({ service: LIGHT })).toEqual(['POWER']);
    expect(strong({ said: 'gas leak' })).toEqual([]);
  });

  it('are none when nothing speaks for any', () => {
    expect(suggested({ said: 'the city should help us' })).toEqual([]);
    expect(suggested({})).toEqual([]);
  });

  it('always say why, and never more than asked for', () => {
    const words = fc.constantFrom('gas', 'road', 'SR 7', 'light', 'the', 'Harbor Plaza', '?!', 'ñ', '');
    const text = fc.array(words, { maxLength: 6 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, text, fc.constantFrom(null, POTHOLE, LIGHT), fc.integer({ min: 0, max: 4 }), (place, said, service, limit) => {
        const found = suggestAgencies({ agencies: SAMPLE_AGENCIES, service, place, said, on: '2026-06-01', limit });
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(found.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
      }),
    );
  });
});

describe('a place', () => {
  it.each([
    ['4200 State Road 7 N', 'state route 7'],
    ['S.R. 7 and Elm', 'state route 7'],
    ['FL-7', 'state route 7'],
    ['1200 U.S. Highway 1', 'us 1'],
    ['US1 at Main', 'us 1'],
    ['Interstate 95, exit 3', 'i 95'],
    ['100 Ocean Ave', 'ocean avenue'],
    ['A1A', 'a1a'],
  ])('%j names %j', (place, word) => {
    expect(placeNames(place, word)).toBe(true);
  });

  it.each([
    ['70 SR 70', 'state route 7'],
    ['7 State Street', 'state route 7'],
    ['1 Elm Street', 'us 1'],
    ['anywhere', ''],
  ])('%j does not name %j', (place, word) => {
    expect(placeNames(place, word)).toBe(false);
  });

  it('is shown as people write it', () => {
    expect(['state route 7', 'us 1', 'a1a', 'ne 5th avenue'].map(shownPlace)).toEqual(['State Route 7', 'US 1', 'A1A', 'NE 5th Avenue']);
  });

  it('is compared in one form however often it was made comparable', () => {
    const text = fc.array(fc.oneof(fc.constantFrom('US', 'state', 'route', 'road', '7', 'Highway', 'fl', '-', 'S.R.'), fc.string()), { maxLength: 6 });
    fc.assert(
      fc.property(text, (parts) => {
        const once = comparablePlace(parts.join(' '));
        expect(comparablePlace(once)).toBe(once);
      }),
    );
  });
});

describe('an agency', () => {
  const given = { code: 'A', name: 'A', address: 'B', phone: 'C', hours: '', handles: '' };

  it('written before it had places and days gets them empty', () => {
    expect(Agency.parse(given)).toEqual({ ...given, email: '', website: '', serviceCodes: [], placeWords: [], from: null, until: null });
  });

  it('must have name, address and phone (S2, Policy), and days in order', () => {
    expect([{ name: ' ' }, { address: '' }, { phone: '' }, { from: '2026-02-01', until: '2026-01-01' }].map((more) => Agency.safeParse({ ...given, ...more }).success)).toEqual([false, false, false, false]);
  });

  it('is valid on its first and its last day', () => {
    const days = { from: '2026-01-01', until: '2026-01-31' };
    expect(['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((day) => isValidOn(days, day))).toEqual([false, true, true, false]);
  });
});
