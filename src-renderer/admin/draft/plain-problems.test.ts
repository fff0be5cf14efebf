import { afterEach, expect, it } from 'vitest';
import { SECTIONS } from '../../../src-shared/catalogue/sections.ts';
import { speak } from '../../../src-shared/language/language.ts';
import { formOf } from '../describe/sections.ts';
import { fieldsOf } from '../describe/section-form.ts';
import { problemsOfEntry } from './plain-problems.ts';

afterEach(() => speak('en'));

const VALUES = [-1, '', '?', 'x'.repeat(99_999), {}, [], ['?'], null];

it.each(['en', 'es'] as const)('never says what a schema says of itself, in %s', (language) => {
  speak(language);
  const sentences = SECTIONS.flatMap((section) => {
    const form = { ...formOf(section), check: () => [] };
    return VALUES.flatMap((value) => problemsOfEntry(form, Object.fromEntries(fieldsOf(form).map(({ key }) => [key, value]))));
  });
  expect(sentences.length).toBeGreaterThan(100);
  expect(sentences.filter(({ sentence }) => /Invalid|expected|received|Too (big|small)|Unrecognized/.test(sentence))).toEqual([]);
});
