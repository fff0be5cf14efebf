import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterOfByte, CODE_PAGES, codePageBytes, NO_LETTER, toCodePage } from './code-page.ts';
import { LETTERS_IN_LATIN } from './letters-in-latin.ts';

const SPANISH = 'áéíóúüñ ÁÉÍÓÚÜÑ ¿? ¡! ºª';

describe.each(CODE_PAGES)('%s', (codePage) => {
  it('prints every letter of Spanish as it is', () => {
    expect(toCodePage(SPANISH, codePage)).toBe(SPANISH);
  });

  it('spells what it lacks with letters it has', () => {
    expect(toCodePage('Nguyễn Łukasz Erdős Ďurišová', codePage)).toMatch(/^Nguy[eê]n Lukasz Erd[oö]s Duri[sš]ová$/);
    expect(toCodePage('Иван Щукин, Ελένη', codePage)).toBe('Ivan Shchukin, Eleni');
    expect(toCodePage('½ “½” ✓ … ﬁne №', codePage)).toMatch(/^½ ["“]½["”] x (\.\.\.|…) fine No$/);
  });

  it('prints one sign for each character nobody can spell, and none for invisible ones', () => {
    expect(toCodePage('李小龍', codePage)).toBe(NO_LETTER.repeat(3));
    expect(toCodePage('👩🏽‍🔧', codePage)).toBe(NO_LETTER.repeat(2));
    expect(toCodePage('a\u200d\ufe0f\u0000b', codePage)).toBe('a b');
  });

  it('never throws, never lets a control character or a strange byte through, and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const printable = toCodePage(text, codePage);
        const bytes = codePageBytes(printable, codePage);
        expect(bytes).toHaveLength(Array.from(printable).length);
        const readBack = Array.from(bytes, (byte) => characterOfByte(byte, codePage)).join('');
        expect(readBack).toBe(printable.replaceAll('\u00a0', ' '));
        expect(toCodePage(printable, codePage)).toBe(printable);
      }),
      { numRuns: 500 },
    );
  });
});

it('agrees with the platform about cp1252', () => {
  const decoder = new TextDecoder('windows-1252');
  const bytes = Array.from({ length: 0xe0 }, (_, index) => 0x20 + index).filter((byte) => characterOfByte(byte, 'cp1252') !== null);
  expect(bytes.map((byte) => characterOfByte(byte, 'cp1252'))).toEqual(bytes.map((byte) => decoder.decode(Uint8Array.of(byte))));
});

it('spells letters with plain ASCII only', () => {
  for (const [letter, spelling] of LETTERS_IN_LATIN) expect(`${letter} ${spelling}`).toMatch(/^. [!-~]{1,4}$/u);
});
