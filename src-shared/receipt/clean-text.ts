/** Longest "You told us" on paper. The whole text is in the case; the receipt only reminds. */
export const SAID_MAX_LENGTH = 240;

/**
 * Someone's text made safe to lay out: one line, single spaces, nothing invisible that could reorder or hide what is printed.
 *
 * Control characters and line breaks become spaces; broken surrogates become U+FFFD; bidirectional overrides are removed, since
 * they can make a number read backwards. Letters, marks and emoji of any script stay, and so do no-break spaces.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200b\ufeff\u00ad]/g, '')
    .replace(/(?:(?!\u00a0)[\p{Cc}\s])+/gu, ' ')
    .trim();
}

/** Cut at the end of a word, with `…`; never longer than `maxLength` and never inside a character. */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - 1).toWellFormed().replace(/\ufffd$/, '');
  const lastSpace = cut.lastIndexOf(' ');
  const kept = lastSpace > maxLength / 2 ? cut.slice(0, lastSpace) : cut;
  return `${kept.replace(/[\s,;:.–-]+$/u, '')}…`;
}
