import { describe, expect, it } from 'vitest';
import type { PlaceMatch } from '../../../src-shared/protocol/data-rpc/place-views.ts';
import { placeDetail, placeMeant } from './place-words.ts';

const place = (text: string, more: Partial<PlaceMatch> = {}): PlaceMatch => ({ text, point: { latitude: 1, longitude: 2 }, why: 'address', kind: 'address', exactness: 'exact', isApproximate: false, note: '', unit: '', units: [], ...more });
const [NW, SE] = [place('12 NW Elm Street'), place('12 SE Elm Street')];

describe('when the field is left', () => {
  it('a place is taken that is the only one meant', () => {
    expect(placeMeant([NW], '12 elm')).toBe(NW);
    expect(placeMeant([NW, SE], '12 elm')).toBeNull();
    expect(placeMeant([NW, SE], '12 Northwest Elm St.')).toBe(NW);
  });

  it.each([
    ['only begun', { exactness: 'begins' }],
    ['misspelled', { exactness: 'close' }],
    ['without a position', { point: null }],
    ['used before', { kind: 'usedBefore' }],
  ] as const)('nothing is taken that is %s', (_what, more) => {
    expect(placeMeant([place('12 Elm Street', more)], '12 Elm Street')).toBeNull();
    expect(placeMeant([place('12 Elm Street', more), NW], '12 Elm')).toBeNull();
  });
});

it('a place says what staff should know of it', () => {
  expect(placeDetail(place('12 Elm Street'))).toBe('address');
  expect(placeDetail(place('12 Elm Street', { note: 'retired address', units: ['#1', '#2'], exactness: 'close' }))).toBe('retired address · 2 units · sounds like what was typed');
});
