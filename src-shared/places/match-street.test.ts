import { describe, expect, it } from 'vitest';
import { slipsBetween } from './close-words.ts';
import { matchStreets } from './match-street.ts';
import { parseAddress } from './parse-address.ts';
import { splitStreet } from './split-street.ts';
import { streetWords } from './street-words.ts';

const STREETS = ['NW ELM ST', 'SE ELM ST', 'ELM AVE', 'JUDY LN', 'N ST', 'NORTH HILL DR', 'NW B ST', 'ROGUE RIVER HWY', 'UPPER RIVER RD', 'NE 6TH ST', 'PARK ST', 'ST MARYS DR', 'CALLE DEL MAR', 'US 1'].map((label) => ({
  label,
  ...splitStreet(streetWords(label.toLowerCase().split(' '))),
}));
const found = (text: string, isUnfinished = true) => matchStreets(STREETS, parseAddress(text).street, { limit: 4, isUnfinished }).map(({ street, exactness }) => `${street.label} ${exactness}`);

describe('a street is found', () => {
  it.each([
    ['nw elm street', 'NW ELM ST exact'],
    ['elm st nw', 'NW ELM ST exact'],
    ['southeast elm', 'SE ELM ST exact'],
    ['elm avenue', 'ELM AVE exact'],
    ['n st', 'N ST exact'],
    ['north hill', 'NORTH HILL DR exact'],
    ['b', 'NW B ST exact'],
    ['rogue riv', 'ROGUE RIVER HWY begins'],
    ['rogue', 'ROGUE RIVER HWY begins'],
    ['sixth', 'NE 6TH ST exact'],
    ['6', 'NE 6TH ST begins'],
    ['jduy ln', 'JUDY LN close'],
    ['roge river hwy', 'ROGUE RIVER HWY close'],
    ['saint marys', 'ST MARYS DR exact'],
    ['calle del mar', 'CALLE DEL MAR exact'],
    ['park street grants pass', 'PARK ST exact'],
    ['park road', 'PARK ST close'],
    ['nw park street', 'PARK ST close'],
  ])('%s', (text, first) => {
    expect(found(text)[0]).toBe(first);
  });

  it('of several of a name all are offered, the one that was said first', () => {
    expect(found('elm')).toEqual(['NW ELM ST exact', 'SE ELM ST exact', 'ELM AVE exact'].sort((a, b) => found('elm').indexOf(a) - found('elm').indexOf(b)));
    expect(found('se elm')[0]).toBe('SE ELM ST exact');
  });

  it('not by anything', () => {
    expect(found('zebra')).toEqual([]);
    expect(found('rogue', false)).toEqual([]);
    expect(matchStreets(STREETS, [], { limit: 4, isUnfinished: true })).toEqual([]);
  });
});

it.each([
  ['jduy', 'judy', 1],
  ['elm', 'eln', null],
  ['kokane', 'kokanee', 1],
  ['clovrelwan', 'cloverlawn', 2],
  ['oak', 'park', null],
])('%s may be a slip for %s', (said, meant, slips) => {
  expect(slipsBetween(said, meant)).toBe(slips);
});
