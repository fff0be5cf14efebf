/**
 * A text made comparable: no accents, lower case, everything but letters and digits as single spaces.
 *
 * `Núñez-O'Neil` and `nunez o neil` fold alike. For search only, never for display.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The digits of a text, as ASCII: `(561) 555-0142` gives `5615550142`. */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/[^0-9]/g, '');
}
