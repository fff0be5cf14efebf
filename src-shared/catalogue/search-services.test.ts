import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Catalogue } from './catalogue.ts';
import { type HeardCount, heardWordsFrom, wordsHeard } from './heard-words.ts';
import { searchServices } from './search-services.ts';

const { services } = Catalogue.parse(JSON.parse(readFileSync(new URL('../../resources/demo-city.json', import.meta.url), 'utf8')));
const first = (said: string): string | undefined => searchServices(services, said, 1)[0]?.service.code;

describe('the service by what people say', () => {
  it.each([
    ['there is a huge hole in the road in front of my house', 'POTHOLE'],
    ['someone dumped tires behind the school', 'ILLEGAL-DUMP'],
    ['my mother tripped, the sidewalk is lifted by a tree root', 'SIDEWALK'],
    ['mi vecino tiene la música muy alta', 'NOISE'],
    ['when is my fence permit ready', 'PERMIT-STATUS'],
  ])('is found in a sentence: %s', (said, code) => {
    expect(first(said)).toBe(code);
  });

  it.each([
    ['huge hoel in the raod', 'POTHOLE'],
    ['basra no recojieron', 'MISSED-TRASH'],
    ['semaforro no fuciona', 'SIGNAL'],
    ['vache en la calle', 'POTHOLE'],
    ['garvage not picked up', 'MISSED-TRASH'],
    ['sidwlk uneven', 'SIDEWALK'],
    ['grafitti', 'GRAFFITI'],
    ['leeking hydrent', 'HYDRANT'],
  ])('is found although misspelled: %s', (said, code) => {
    expect(first(said)).toBe(code);
  });

  it('is nothing for words that nobody uses, and everything by name for none', () => {
    expect(searchServices(services, 'xyzzy plugh')).toEqual([]);
    expect(searchServices(services, '  ', 500)).toHaveLength(services.filter(({ isActive }) => isActive).length);
  });

  it('is found by every one of its keywords with any one letter but the first left out of a long word', () => {
    const missed = services.flatMap((service) => service.keywords.flatMap((keyword) => withALetterLess(keyword).filter((typed) => !searchServices(services, typed, 5).some((match) => match.service.code === service.code))));
    expect(missed).toEqual([]);
  });
});

function withALetterLess(keyword: string): readonly string[] {
  const long = keyword.split(' ').filter((word) => word.length >= 7);
  return long.flatMap((word) => Array.from({ length: word.length - 1 }, (_none, at) => keyword.replace(word, word.slice(0, at + 1) + word.slice(at + 2))));
}

describe('what was heard in this city', () => {
  const heardAs = (said: string, serviceCode: string, count: number): readonly HeardCount[] => wordsHeard(said).map((word) => ({ word, serviceCode, count }));
  const heard = heardWordsFrom(
    [...heardAs('the old mill is humming', 'NOISE', 8), ...heardAs('gator in the pool', 'STRAY', 5), ...heardAs('please help', 'NOISE', 40), ...heardAs('please help', 'STRAY', 40)],
    new Map([['NOISE', 60], ['STRAY', 60], ['POTHOLE', 200]]),
  );

  it('finds the service by words no list has', () => {
    expect(searchServices(services, 'gator by the fence', 3).map(({ service }) => service.code)).not.toContain('STRAY');
    expect(searchServices(services, 'gator by the pond', 3, heard)[0]?.service.code).toBe('STRAY');
    expect(searchServices(services, 'it is humming again', 1, heard)[0]?.service.code).toBe('NOISE');
  });

  it('does not outvote what a service is called', () => {
    expect(searchServices(services, 'pothole near the old mill', 1, heard)[0]?.service.code).toBe('POTHOLE');
  });

  it('weighs a word that every service hears less than one that only one hears', () => {
    const weight = (word: string): number => heard.get(word)?.[0]?.[1] ?? 0;
    expect(weight('gator')).toBeGreaterThan(weight('please'));
    expect(heardWordsFrom(heardAs('once', 'NOISE', 1), new Map([['NOISE', 1], ['STRAY', 1]])).get('once')).toBeUndefined();
  });
});
