/**
 * The address in the window: as few lines as it needs, in the largest letters that fit.
 *
 * Widths are estimated from the letters' own (Atkinson Hyperlegible Next), on the wide side; `tests/e2e/letter-paper.spec.ts`
 * measures the printed words.
 */
import type { Rectangle } from './letter-geometry.ts';

export interface AddressBlock {
  readonly lines: readonly string[];
  readonly fontPt: number;
  readonly linePt: number;
  /** False: the address is longer than the window; it is printed as it is and may not be seen whole. */
  readonly fits: boolean;
}

/** Sizes tried, largest first. The post's machines read 8 points and more. */
const SIZES = [
  { fontPt: 11, linePt: 13 },
  { fontPt: 10, linePt: 12 },
  { fontPt: 9.3, linePt: 10.8 },
  { fontPt: 8, linePt: 9 },
] as const;

const MM_PER_POINT = 25.4 / 72;

/** Lays out name and address lines for `box`. A line too wide for it is broken at a comma or between words. */
export function addressBlock(lines: readonly string[], box: Rectangle): AddressBlock {
  const sized = SIZES.map((size) => {
    const broken = lines.flatMap((line) => breakLine(line, box.width / (size.fontPt * MM_PER_POINT)));
    const height = broken.length * size.linePt * MM_PER_POINT;
    return { lines: broken, ...size, fits: height <= box.height + 0.01 };
  });
  const smallest = sized.at(-1);
  const chosen = sized.find(({ fits, lines: broken }) => fits && broken.length === lines.length) ?? sized.find(({ fits }) => fits) ?? smallest;
  if (chosen === undefined) throw new Error('addressBlock: no sizes');
  return chosen;
}

/**
 * A postal address as people type it into one field, in lines: `214 E Ocean Avenue, Apt 3, Portreeve Bay, FL 33444` becomes street
 * and city. Lines somebody typed as lines stay as they are.
 */
export function addressLines(address: string): readonly string[] {
  const typed = address.split(/\r\n|\r|\n/).map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
  const [only] = typed;
  if (typed.length !== 1 || only === undefined) return typed;
  const cityAndState = /^(.+?),\s*([^,]+,\s*[A-Z]{2}\.?(?:\s+\d{5}(?:-\d{4})?)?)((?:,\s*[^,\d]+)?)$/.exec(only);
  if (cityAndState) {
    const [, street = '', city = '', country = ''] = cityAndState;
    return [street, city, country.replace(/^,\s*/, '')].filter((line) => line !== '');
  }
  const lastComma = only.lastIndexOf(',');
  return lastComma < 0 ? [only] : [only.slice(0, lastComma).trim(), only.slice(lastComma + 1).trim()].filter((line) => line !== '');
}

/** Lines no wider than `maxEm` times the letter height, broken after a comma if one is in the second half, else between words. */
function breakLine(line: string, maxEm: number): readonly string[] {
  if (widthEm(line) <= maxEm) return [line];
  const characters = [...line];
  let end = 0;
  for (let width = 0; end < characters.length; end += 1) {
    width += characterEm(characters[end] ?? '');
    if (width > maxEm) break;
  }
  const head = characters.slice(0, Math.max(end, 1)).join('');
  const comma = head.lastIndexOf(', ');
  const space = head.lastIndexOf(' ');
  const cut = comma > head.length / 3 ? comma + 1 : space > 0 ? space : head.length;
  const rest = line.slice(cut).trim();
  return rest === '' ? [line.slice(0, cut)] : [line.slice(0, cut).trim(), ...breakLine(rest, maxEm)];
}

/** How wide a line is printed, in parts of its letter height; rather too wide than too narrow. */
export function widthEm(text: string): number {
  return [...text].reduce((sum, character) => sum + characterEm(character), 0);
}

/** Advance widths of Atkinson Hyperlegible Next in parts of the letter height, each class by its widest. */
const WIDTHS: readonly (readonly [em: number, characters: string])[] = [
  [0.32, ' \u00a0\'`’‘,.:;|!"()ijlf¡·'],
  [0.42, 't[]{}r-_/I\\1'],
  [0.51, 'yvz*?cxs7kJ'],
  [0.58, 'aeuL2<>F^hno~Tdg«»EYbpq3¿'],
  [0.64, '59$PSV648+BRZXA=KC'],
  [0.74, '0#DwGHNUOQ&'],
  [0.88, 'mWM@%'],
];
const WIDTH_OF = new Map(WIDTHS.flatMap(([em, characters]) => [...characters].map((character) => [character, em] as const)));
const OTHER_LATIN_EM = 0.8;
const OTHER_SCRIPT_EM = 1.05;

/** A letter with an accent is as wide as without, but for `í` and its like. */
function characterEm(character: string): number {
  const [base = ''] = character.normalize('NFD');
  const known = WIDTH_OF.get(base);
  if (known !== undefined) return base === character ? known : Math.max(known, WIDTH_OF.get('t') ?? 0);
  return /[\p{Script=Latin}\p{N}\p{P}]/u.test(character) ? OTHER_LATIN_EM : OTHER_SCRIPT_EM;
}
