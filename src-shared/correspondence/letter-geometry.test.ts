import { describe, expect, it } from 'vitest';
import { alwaysVisible, bottom, everVisible, isInside, LETTER_GEOMETRY, right, touches, type LetterPaper, type Rectangle } from './letter-geometry.ts';

const PAPERS: readonly LetterPaper[] = ['letter', 'a4'];

/** In millimeters, or in inches with `unitMm` 25.4, to a thousandth. */
function rounded({ left, top, width, height }: Rectangle, unitMm = 1): Rectangle {
  const round = (value: number): number => Math.round((value / unitMm) * 1_000) / 1_000;
  return { left: round(left), top: round(top), width: round(width), height: round(height) };
}
const inInches = (rectangle: Rectangle): Rectangle => rounded(rectangle, 25.4);

describe('what the window shows', () => {
  it('of a US Letter folded at 4 in, in a #10 envelope', () => {
    expect(inInches(alwaysVisible(LETTER_GEOMETRY.letter))).toEqual({ left: 0.875, top: 2.5, width: 3.5, height: 1 });
    expect(inInches(everVisible(LETTER_GEOMETRY.letter))).toEqual({ left: -0.125, top: 2.375, width: 5.5, height: 1.25 });
  });

  it('of an A4 sheet folded at 105 mm, in a DIN lang envelope', () => {
    expect(rounded(alwaysVisible(LETTER_GEOMETRY.a4))).toEqual({ left: 20, top: 50, width: 80, height: 40 });
    expect(rounded(everVisible(LETTER_GEOMETRY.a4))).toEqual({ left: 10, top: 45, width: 100, height: 50 });
  });
});

describe.each(PAPERS)('on %s', (paper) => {
  const geometry = LETTER_GEOMETRY[paper];
  const { sheet, envelope, folds, margin, addressBox, infoBox, senderLine, bodyTop, headBottom } = geometry;

  it('the address is seen wherever the sheet slides, with the space the post wants', () => {
    expect(isInside(addressBox, alwaysVisible(geometry), geometry.clearance)).toBe(true);
    expect(senderLine === null || isInside(senderLine, alwaysVisible(geometry), geometry.clearance)).toBe(true);
  });

  it('nothing else is ever seen', () => {
    const reach = everVisible(geometry);
    const head = { left: margin.left, top: margin.top, width: sheet.width, height: headBottom - margin.top };
    const body = { left: 0, top: bodyTop, width: sheet.width, height: sheet.height - bodyTop };
    expect([head, body, infoBox].map((place) => touches(place, reach))).toEqual([false, false, false]);
  });

  it('every third fits the envelope, and everything stands on the sheet', () => {
    const thirds = [folds[0], folds[1] - folds[0], sheet.height - folds[1]];
    expect(thirds.filter((third) => third <= 0 || third > envelope.height)).toEqual([]);
    expect(right(infoBox) <= sheet.width - 10 && bottom(infoBox) <= bodyTop).toBe(true);
  });
});

it('an address of three lines is seen whole in a letter folded in thirds that lies on its lower edge', () => {
  const { letter } = LETTER_GEOMETRY;
  const threeLines = { ...letter.addressBox, height: (3 * 13 * 25.4) / 72 };
  const inThirds = { ...letter, folds: [(11 * 25.4) / 3, (22 * 25.4) / 3] as const };
  const atRest = alwaysVisible({ ...inThirds, envelope: { ...letter.envelope, height: inThirds.folds[0] } });
  expect(isInside(threeLines, atRest)).toBe(true);
});
