import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import { foldText } from '../util/fold-text.ts';
import { compareTexts } from './compare-texts.ts';
import { linksIn } from './guide-links.ts';
import { blocksOf, plainBlock } from './guide-text.ts';
import { guidesOfService } from './guides-of-service.ts';
import { markWords } from './marked-text.ts';

const city = Catalogue.parse(JSON.parse(readFileSync(new URL('../../resources/demo-city.json', import.meta.url), 'utf8')));

describe('the text of a guide', () => {
  it('is read in its parts', () => {
    expect(blocksOf('Begin\nhere.\n\n# First\n- one\n- two\n\n- three\n> Say\n> this.\n\n> Then that.')).toEqual([
      { kind: 'paragraph', text: 'Begin here.' },
      { kind: 'heading', text: 'First' },
      { kind: 'list', items: ['one', 'two'] },
      { kind: 'list', items: ['three'] },
      { kind: 'saying', text: 'Say this.' },
      { kind: 'saying', text: 'Then that.' },
    ]);
  });

  it('loses no word, whatever it is', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '#', '-', '>', '\n', 'é', '“') });
    fc.assert(fc.property(line, (text) => {
      expect(foldText(blocksOf(text).map(plainBlock).join(' '))).toBe(foldText(text));
    }));
  });

  it('names other guides in quotation marks', () => {
    expect(linksIn('See “Storm mode” and “nothing”.', city.guides).filter(({ guideCode }) => guideCode)).toEqual([{ text: '“Storm mode”', guideCode: 'STORM-MODE' }]);
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('“', '”', 'a', ' ') }), (text) => {
      expect(linksIn(text, city.guides).map((piece) => piece.text).join('')).toBe(text);
    }));
  });
});

describe('marked words', () => {
  it('begin with what was searched for, without regard to accents', () => {
    expect(markWords('Peña’s leak, leaking', ['pena', 'leak']).filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(['Peña', 'leak', 'leaking']);
  });

  it('leave the text as it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(markWords(text, ['a', '1']).map((piece) => piece.text).join('')).toBe(text);
    }));
  });
});

describe('what changed in a guide', () => {
  it('is told paragraph by paragraph', () => {
    expect(compareTexts('One.\n\nTwo.\nThree.', 'One.\nTwo, changed.\n\nThree.\nFour.')).toEqual([
      { kind: 'same', text: 'One.' },
      { kind: 'removed', text: 'Two.' },
      { kind: 'added', text: 'Two, changed.' },
      { kind: 'same', text: 'Three.' },
      { kind: 'added', text: 'Four.' },
    ]);
  });

  it('leads from either text to the other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (older, newer) => {
        const lines = compareTexts(older, newer);
        const without = (kind: string): string => lines.filter((line) => line.kind !== kind).map((line) => line.text).join('\n');
        expect([without('added'), without('removed')]).toEqual([older, newer]);
        expect(lines.filter(({ kind }) => kind === 'same').length > 0).toBe(older.split('\n').some((line) => line !== '' && newer.split('\n').includes(line)));
      }),
    );
  });
});

describe('the guides of the demo city', () => {
  it('are of every kind, at least 25, and name only what is there', () => {
    const kinds = new Set(city.guides.map(({ kind }) => kind));
    expect([city.guides.length >= 25, [...kinds].sort()]).toEqual([true, ['guide', 'guideline', 'policy', 'script']]);
    const dead = city.guides.flatMap(({ code, body }) => (body.match(/see (?:also )?(?:the guide )?“[^”]+”/giu) ?? []).filter((text) => !linksIn(text, city.guides).some(({ guideCode }) => guideCode)).map((text) => `${code}: ${text}`));
    expect(dead).toEqual([]);
  });

  it('give only numbers that no one can be called on', () => {
    const numbers = city.guides.flatMap(({ body }) => body.match(/\(?\d{3}\)? ?\d{3}-\d{4}/gu) ?? []);
    expect(numbers.filter((number) => !/^\(561\) 555-01\d\d$/.test(number))).toEqual([]);
  });

  it('are at hand where a call is taken, words to say first', () => {
    expect(guidesOfService(city, 'WATER-LEAK').map(({ kind }) => kind)).toEqual(['script', 'guide']);
    expect(guidesOfService(city, 'COMPLAINT-STAFF').map(({ code }) => code)).toEqual(['TAKING-A-COMPLAINT', 'POLICY-COMPLAINTS', 'POLICY-MISCONDUCT']);
  });
});
