import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressBlock, addressLines } from './letter-address.ts';
import { LETTER_GEOMETRY } from './letter-geometry.ts';

const BOX = LETTER_GEOMETRY.letter.addressBox;

describe('an address typed into one field', () => {
  it.each([
    ['214 E Ocean Avenue, Apt 3, Portreeve Bay, FL 33444', ['214 E Ocean Avenue, Apt 3', 'Portreeve Bay, FL 33444']],
    ['214 E Ocean Avenue, Portreeve Bay, FL', ['214 E Ocean Avenue', 'Portreeve Bay, FL']],
    ['PO Box 12, Egret Springs, FL 33499-1234, USA', ['PO Box 12', 'Egret Springs, FL 33499-1234', 'USA']],
    ['214 Ocean Avenue, Portreeve Bay', ['214 Ocean Avenue', 'Portreeve Bay']],
    ['214 Ocean Avenue', ['214 Ocean Avenue']],
    ['c/o Rivera \n 12 Elm St,  Apt 3\n\nPortreeve Bay, FL 33444\n', ['c/o Rivera', '12 Elm St, Apt 3', 'Portreeve Bay, FL 33444']],
    ['', []],
  ])('%j', (address, lines) => {
    expect(addressLines(address)).toEqual(lines);
  });

  it('loses no letter', () => {
    const letters = (text: string): string => text.replace(/[\s,]/g, '');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'FL', ' ', ',', ', ', '1', '33444', '\n', '\r') }), (address) => {
        expect(letters(addressLines(address).join(''))).toBe(letters(address));
      }),
    );
  });
});

describe('the block in the window', () => {
  const sizes = (lines: readonly string[]) => {
    const { fontPt, fits, lines: laid } = addressBlock(lines, BOX);
    return [laid.length, fontPt, fits];
  };

  it('is as large as its lines let it be', () => {
    expect(sizes(['Maria Alvarez', '214 E Ocean Avenue', 'Portreeve Bay, FL 33444'])).toEqual([3, 11, true]);
    expect(sizes(Array.from({ length: 5 }, () => 'Line'))).toEqual([5, 9.3, true]);
    expect(sizes(Array.from({ length: 6 }, () => 'Line'))).toEqual([6, 8, true]);
  });

  it('breaks a line that is too wide, after a comma if it can', () => {
    const { lines } = addressBlock(['The Honorable Maria Fernanda Alvarez de la Cruz-Johnson, Esquire, Attorney at Law and Notary Public', 'Portreeve Bay'], BOX);
    expect(lines.slice(0, -1).join(' ')).toBe('The Honorable Maria Fernanda Alvarez de la Cruz-Johnson, Esquire, Attorney at Law and Notary Public');
    expect(lines.length).toBeGreaterThan(2);
  });

  it('says so when it cannot fit', () => {
    expect(sizes(Array.from({ length: 7 }, () => 'Line'))).toEqual([7, 8, false]);
    expect(addressBlock(['W'.repeat(600)], BOX).fits).toBe(false);
  });

  it('has room for none', () => {
    expect(sizes([])).toEqual([0, 11, true]);
  });
});
