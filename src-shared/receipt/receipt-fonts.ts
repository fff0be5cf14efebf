import { NEXT_LATIN_BOLD, NEXT_LATIN_EXT_BOLD, NEXT_LATIN_EXT_REGULAR, NEXT_LATIN_REGULAR } from './receipt-font-data.ts';

/** Atkinson Hyperlegible: made by the Braille Institute so that 0 and O, 1, I and l cannot be taken for each other. */
export const RECEIPT_FONT_FAMILY = 'Atkinson Hyperlegible Next';

const LATIN = 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+FEFF,U+FFFD';
const LATIN_EXT = 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0';

/** `@font-face` rules with the fonts inside. Letters of other scripts fall back to the system's fonts. */
export function fontFaces(): string {
  return [
    fontFace(400, LATIN, NEXT_LATIN_REGULAR),
    fontFace(700, LATIN, NEXT_LATIN_BOLD),
    fontFace(400, LATIN_EXT, NEXT_LATIN_EXT_REGULAR),
    fontFace(700, LATIN_EXT, NEXT_LATIN_EXT_BOLD),
  ].join('\n');
}

function fontFace(weight: number, range: string, base64: string): string {
  const source = `url(data:font/woff2;base64,${base64}) format('woff2')`;
  return `@font-face{font-family:'${RECEIPT_FONT_FAMILY}';font-weight:${weight};src:${source};unicode-range:${range}}`;
}
