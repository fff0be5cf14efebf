/**
 * Writes the font files of this folder into the source files that carry them as text.
 *
 * `node resources/receipt-fonts/embed-fonts.ts` after replacing a font file. A test compares the two.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface EmbeddedFont {
  readonly constant: string;
  readonly file: string;
}

const TARGETS: readonly { readonly source: string; readonly fonts: readonly EmbeddedFont[] }[] = [
  {
    source: '../../src-shared/receipt/receipt-font-data.ts',
    fonts: [
      { constant: 'NEXT_LATIN_REGULAR', file: 'atkinson-hyperlegible-next-latin-400-normal.woff2' },
      { constant: 'NEXT_LATIN_BOLD', file: 'atkinson-hyperlegible-next-latin-700-normal.woff2' },
      { constant: 'NEXT_LATIN_EXT_REGULAR', file: 'atkinson-hyperlegible-next-latin-ext-400-normal.woff2' },
      { constant: 'NEXT_LATIN_EXT_BOLD', file: 'atkinson-hyperlegible-next-latin-ext-700-normal.woff2' },
    ],
  },
  {
    source: '../../src-data/spool/preview-font-data.ts',
    fonts: [{ constant: 'MONO_LATIN_REGULAR', file: 'atkinson-hyperlegible-mono-latin-400-normal.woff2' }],
  },
];

const HEADING = [
  '// Made by resources/receipt-fonts/embed-fonts.ts. Atkinson Hyperlegible, SIL Open Font License 1.1: licence beside that script.',
  '// WOFF2 files as base64, so that every process and every saved page carries its own letters.',
];

for (const { source, fonts } of TARGETS) {
  const constants = fonts.map(({ constant, file }) => {
    const base64 = readFileSync(new URL(file, import.meta.url)).toString('base64');
    return `export const ${constant} =\n  '${base64}';`;
  });
  writeFileSync(new URL(source, import.meta.url), [...HEADING, ...constants, ''].join('\n'));
}
