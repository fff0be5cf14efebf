import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { speak } from '../language/language.ts';
import { Code } from '../util/ids.ts';
import { fileIssueWords } from './file-issue-words.ts';

afterEach(() => speak('en'));

function wordsOf(schema: z.ZodType, value: unknown): readonly string[] {
  return schema.safeParse(value, { error: fileIssueWords }).error?.issues.map(({ message }) => message) ?? [];
}

it('says what belongs there, never what the program calls it', () => {
  expect(wordsOf(z.email(), 'desk')).toEqual(['An email address belongs here, such as desk@city.gov.']);
  expect(wordsOf(z.iso.date(), '10/2')).toEqual(['A date belongs here, such as 2026-10-02.']);
  expect(wordsOf(z.string().regex(/a/), 'b')).toEqual(['What belongs here looks different. Compare it with an entry that holds.']);
  expect(wordsOf(z.strictObject({}), { extra: 1 })).toEqual(['“extra” does not belong here. Remove it, or correct its name.']);
  expect(wordsOf(z.union([z.string(), z.number()]), true)).toEqual(['What belongs here looks different. Compare it with an entry that holds.']);
});

it('says what is missing apart from what is something else, in the language spoken then', () => {
  const schema = z.object({ name: z.string(), days: z.int(), on: z.boolean() });
  expect(wordsOf(schema, { days: 'two' })).toEqual([
    'It is missing; a text in quotation marks belongs here.',
    'A number without quotation marks belongs here.',
    'It is missing; true or false without quotation marks belongs here.',
  ]);
  speak('es');
  expect(wordsOf(schema, { days: 2.5, name: 1, on: true })).toEqual(['Aquí va un texto entre comillas.', 'Aquí va un número entero sin comillas.']);
});

it('keeps a schema’s own words, in the language spoken when they are needed', () => {
  expect(wordsOf(Code, 'ÑÑ')).toEqual(['A code has letters, digits, dots or dashes']);
  speak('es');
  expect(wordsOf(Code, 'ÑÑ')).toEqual(['Un código tiene letras, cifras, puntos o guiones']);
});
