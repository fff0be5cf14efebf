import { afterEach, expect, it } from 'vitest';
import { speak } from '../language/language.ts';
import { choiceWords, listWords } from './list-words.ts';

afterEach(() => speak('en'));

it('joins a list in words', () => {
  expect([listWords([]), listWords(['a']), listWords(['a', 'b']), listWords(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c']);
  expect(choiceWords(['a', 'b', 'c'])).toBe('a, b or c');
});

it('says e before an i and u before an o in Spanish', () => {
  speak('es');
  expect([listWords(['agua', 'calles']), listWords(['agua', 'iluminación'])]).toEqual(['agua y calles', 'agua e iluminación']);
  expect([choiceWords(['agua', 'calles']), choiceWords(['agua', 'obras'])]).toEqual(['agua o calles', 'agua u obras']);
});
