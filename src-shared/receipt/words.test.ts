import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ReceiptTemplate, STANDARD_TEMPLATE, wordsOf } from './receipt-template.ts';
import { fillIn, placeholdersOf, RECEIPT_WORDS, type ReceiptWord } from './words.ts';

const keys = Object.keys(RECEIPT_WORDS.en) as ReceiptWord[]; // safe: RECEIPT_WORDS is typed to hold exactly these

function templateWith(language: 'en' | 'es', words: Record<string, string>): unknown {
  return { ...STANDARD_TEMPLATE, [language]: { ...STANDARD_TEMPLATE[language], words } };
}

it('fills in the same places in both languages', () => {
  for (const key of keys) expect([key, placeholdersOf(RECEIPT_WORDS.es[key])]).toEqual([key, placeholdersOf(RECEIPT_WORDS.en[key])]);
});

it('fills in each place once: a value that looks like a place is left alone', () => {
  expect(fillIn('Call {phone} or {other}', { phone: '{other}', constructor: 'x' })).toBe('Call {other} or {other}');
});

it('ships templates that can be used, the standard one among them', () => {
  const folder = new URL('../../resources/receipt-templates/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const templates = files.map((name) => ReceiptTemplate.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
  expect(templates).toContainEqual(STANDARD_TEMPLATE);
  expect(templates.length).toBeGreaterThan(1);
});

it('lets a city use its own words', () => {
  const template = ReceiptTemplate.parse(templateWith('es', { promiseAnswerBy: 'Respondemos el {date} o antes.' }));
  expect(wordsOf(template, 'es').promiseAnswerBy).toBe('Respondemos el {date} o antes.');
  expect(wordsOf(template, 'en')).toEqual(RECEIPT_WORDS.en);
});

it.each([
  ['a promise that lost its date', { promiseAnswerBy: 'We answer soon.' }, 'Keep {date}'],
  ['a place that nothing fills in', { numberLabel: 'Number of {name}' }, 'Nothing fills in {name}'],
  ['a word that no receipt has', { promseAnswerBy: 'By {date}' }, 'no word called "promseAnswerBy"'],
  ['a word of every object', { constructor: 'x' }, 'no word called "constructor"'],
])('refuses %s, and says where', (_case, words, message) => {
  const parsed = ReceiptTemplate.safeParse(templateWith('en', words));
  expect(parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)).toEqual([
    expect.stringContaining(`en.words.${Object.keys(words)[0]}: `),
  ]);
  expect(parsed.error?.issues[0]?.message).toContain(message);
});
