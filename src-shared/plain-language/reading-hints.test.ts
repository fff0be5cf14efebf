import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../receipt/testing/hostile-text.ts';
import { checkPlainLanguage } from './check-plain-language.ts';
import { OFFICE_PHRASES } from './office-phrases.ts';
import { findReadingHints, MAX_SENTENCE_WORDS } from './reading-hints.ts';
import { sentencesOf, wordCount } from './sentences.ts';

const hints = (text: string, language: 'en' | 'es' = 'en'): readonly (readonly [string, string | null])[] =>
  findReadingHints(text, language).map(({ text: piece, instead }) => [piece, instead]);
const sentences = (text: string): readonly string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('office language', () => {
  it.each<[string, 'en' | 'es', readonly (readonly [string, string | null])[]]>([
    ['We came prior to noon.', 'en', [['prior to', 'before']]],
    ['Prior to this, we utilized it in  order\nto test.', 'en', [['Prior to', 'Before'], ['utilized', 'used'], ['in  order\nto', 'to']]],
    ['Please be advised that we came.', 'en', [['Please be advised that', '']]],
    ['Field work has been completed at this point in time.', 'en', [['Field work has been completed', 'A crew has done the work'], ['at this point in time', 'now']]],
    ['The priory is upstream.', 'en', []],
    ['Se procedió a subsanar el bache con anterioridad a su llamada.', 'es', [['Se procedió a', ''], ['subsanar', 'arreglar'], ['con anterioridad a', 'antes de']]],
    ['Asimismo, terminamos.', 'es', [['Asimismo', 'También']]],
    ['We came prior to noon.', 'es', []],
  ])('has a plain word: %j', (text, language, expected) => {
    expect(hints(text, language)).toEqual(expected);
  });

  it('says what to do', () => {
    expect(findReadingHints('Please note that it is prior to noon.', 'en').map(({ message }) => message)).toEqual([
      '“Please note that” can be left out.',
      '“prior to” is office language. Write “before”.',
    ]);
  });

  it('names no phrase twice, and offers no phrase that is office language itself', () => {
    for (const language of ['en', 'es'] as const) {
      const phrases = OFFICE_PHRASES[language].map(({ phrase }) => phrase);
      expect(new Set(phrases).size).toBe(phrases.length);
      expect(OFFICE_PHRASES[language].filter(({ plain }) => plain !== '' && findReadingHints(plain, language).length > 0)).toEqual([]);
      expect(OFFICE_PHRASES[language].filter(({ phrase }) => findReadingHints(phrase, language).length !== 1)).toEqual([]);
    }
  });
});

describe('a sentence', () => {
  it('of more than 30 words is long', () => {
    const words = (count: number): string => `${Array.from({ length: count }, () => 'word').join(' ')}.`;
    expect(findReadingHints(`${words(30)} ${words(31)}`, 'en').map(({ kind, message, start }) => [kind, message, start])).toEqual([
      ['longSentence', 'This sentence has 31 words. Make two or three of it.', 151],
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['One. Two! Three? Four…', ['One.', 'Two!', 'Three?', 'Four…']],
    ['Dr. Lee of 12 Elm St. came at 4 p. m. with J. Byrd. He left.', ['Dr. Lee of 12 Elm St. came at 4 p. m. with J. Byrd.', 'He left.']],
    ['It cost 3.50. Call No. 5 at 8 a.m. tomorrow', ['It cost 3.50.', 'Call No. 5 at 8 a.m. tomorrow']],
    ['The covers are clear.The odor is gone', ['The covers are clear.', 'The odor is gone']],
    ['One\ntwo\n\nthree\n- four\n- five', ['One\ntwo', 'three', '- four', '- five']],
    ['“Done.” We left. ¿Qué tal? ¡Bien!', ['“Done.”', 'We left.', '¿Qué tal?', '¡Bien!']],
    ['', []],
  ])('ends where it ends: %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('counts a number, a date and a link as one word', () => {
    expect(wordCount('On 12/31/2026 at 4:10 we saw 48-2913-5067, https://a.example/b-c?d=e&f=g ok.')).toBe(9);
  });
});

it('never throws, and gives positions that are in range and by place, whatever the text', () => {
  const piece = fc.oneof(hostileText, fc.constantFrom(...OFFICE_PHRASES.en.map(({ phrase }) => phrase), ...OFFICE_PHRASES.es.map(({ phrase }) => phrase), '. ', '\n\n', 'word '));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' ')), fc.constantFrom('en' as const, 'es' as const), (text, language) => {
      const findings = checkPlainLanguage(text, { language, glossary: [] });
      for (const { start, end, text: found } of findings) expect([start >= 0 && end > start, text.slice(start, end)]).toEqual([true, found]);
      const starts = findings.map(({ start }) => start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      const long = findings.filter(({ kind }) => kind === 'longSentence');
      expect(long.filter(({ text: sentence }) => wordCount(sentence) <= MAX_SENTENCE_WORDS)).toEqual([]);
    }),
  );
});

it('finds everything in one closing note, by place', () => {
  const note = 'Prior to closing, PW checked the s/w. NO WORK NEEDED THERE.';
  expect(checkPlainLanguage(note, { language: 'en', glossary: [] }).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'officePhrase: Prior to',
    'acronym: PW',
    'shortForm: s/w',
    'allCapitals: NO WORK NEEDED THERE',
  ]);
});
