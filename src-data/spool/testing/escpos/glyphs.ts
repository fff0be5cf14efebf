import { readFileSync } from 'node:fs';

export const GLYPH_WIDTH = 12;
export const GLYPH_HEIGHT = 24;

/** Rows of one character, top first; bit 11 is the leftmost dot. */
export type Glyph = readonly number[];

/**
 * The printer's built-in font: 12 x 24 dots, every character of code pages 858 and 1252.
 *
 * Taken from Terminus Font by Dimitar Toshkov Zhekov, SIL Open Font License 1.1 (OFL-terminus.txt). A line of the file is a code
 * point and 24 rows of three hexadecimal digits.
 */
export function loadGlyphs(): ReadonlyMap<string, Glyph> {
  const lines = readFileSync(new URL('font-12x24.txt', import.meta.url), 'utf8').trim().split('\n');
  return new Map(lines.map(readGlyph));
}

function readGlyph(line: string): readonly [string, Glyph] {
  const [codePoint = '', rows = ''] = line.split(' ');
  const glyph = Array.from({ length: GLYPH_HEIGHT }, (_, row) => Number.parseInt(rows.slice(row * 3, row * 3 + 3), 16));
  return [String.fromCodePoint(Number.parseInt(codePoint, 16)), glyph];
}
