import { expect, it } from 'vitest';
import { LIST_NAMES, placesOf, readList, wordsInCode } from './lib/interface-words.mjs';

const { words, bare, nested } = wordsInCode();
const lists = LIST_NAMES.map((name) => ({ name, entries: readList(name) }));
const spanish = new Map(lists.flatMap(({ entries }) => [...entries]));

it('finds the words of the interface', () => {
  expect(words.length).toBeGreaterThan(1_000);
  expect(words.map(({ key }) => key)).toContain('Issue tracking number');
});

it('has Spanish for every text that is shown', () => {
  expect(words.filter(({ key }) => !spanish.get(key)).map(({ key, file, line }) => `${file}:${line}: ${key}`)).toEqual([]);
});

it('shows no text in a screen that is not looked up', () => {
  expect(bare.map(({ key, file, line }) => `${file}:${line}: ${key}`)).toEqual([]);
});

it('puts no text together of others', () => {
  expect(nested.map(({ key, file, line }) => `${file}:${line}: ${key}`)).toEqual([]);
});

it('keeps no Spanish for what is not said any more, and none twice', () => {
  const said = new Set(words.map(({ key }) => key));
  expect([...spanish.keys()].filter((key) => !said.has(key))).toEqual([]);
  expect(spanish.size).toBe(lists.reduce((sum, { entries }) => sum + entries.size, 0));
});

it.each(lists)('puts each value into the Spanish of $name', ({ entries }) => {
  const wrong = [...entries].filter(([english, translated]) => translated !== '' && placesOf(english).join() !== placesOf(translated).join());
  expect(wrong).toEqual([]);
});
