/**
 * Thermal printers know 256 characters at a time. This says which, and what to print for all the others.
 *
 * cp858 (DOS Latin 1 with €) and cp1252 (Windows) both hold every accented letter of English and Spanish. What a code page lacks
 * is written with letters it has (`ő` as `o`, `Ж` as `Zh`, `“` as `"`), and only what has no such spelling becomes `?`.
 */
import { LETTERS_IN_LATIN } from './letters-in-latin.ts';

export const CODE_PAGES = ['cp858', 'cp1252'] as const;
export type CodePage = (typeof CODE_PAGES)[number];

/** What stands for a character that no code page can spell. */
export const NO_LETTER = '?';

/** Bytes 0x80 to 0xFF, in order. A space marks a byte that is never sent: unassigned, or invisible. */
const UPPER_HALF: Record<CodePage, string> = {
  cp858:
    'ÇüéâäàåçêëèïîìÄÅ' +
    'ÉæÆôöòûùÿÖÜø£Ø×ƒ' +
    'áíóúñÑªº¿®¬½¼¡«»' +
    '░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤' +
    'ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀' +
    'ÓßÔÒõÕµþÞÚÛÙýÝ¯´' +
    ' ±‗¾¶§÷¸°¨·¹³²■ ',
  cp1252:
    '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž ' +
    ' ‘’“”•–—˜™š›œ žŸ' +
    ' ¡¢£¤¥¦§¨©ª«¬ ®¯' +
    '°±²³´µ¶·¸¹º»¼½¾¿' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ' +
    'ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß' +
    'àáâãäåæçèéêëìíîï' +
    'ðñòóôõö÷øùúûüýþÿ',
};

/** Byte of every character a code page can print: ASCII from space to `~`, a no-break space as a space, and its upper half. */
const BYTE_OF: Record<CodePage, ReadonlyMap<string, number>> = {
  cp858: byteTable(UPPER_HALF.cp858),
  cp1252: byteTable(UPPER_HALF.cp1252),
};

/** Rewrites a text with characters of `codePage` only. Never throws, never yields a control character. */
export function toCodePage(text: string, codePage: CodePage): string {
  const known = BYTE_OF[codePage];
  const visible = text.toWellFormed().normalize('NFC').replace(/(?!\u00a0)[\p{Cc}\s]/gu, ' ').replace(/[\p{Cf}\p{Variation_Selector}]/gu, '');
  return Array.from(visible, (character) => (known.has(character) ? character : spell(character, known))).join('');
}

/** Bytes of a text that `toCodePage` has made. Anything else prints as `?`. */
export function codePageBytes(text: string, codePage: CodePage): Uint8Array {
  const known = BYTE_OF[codePage];
  return Uint8Array.from(text, (character) => known.get(character) ?? NO_LETTER.charCodeAt(0));
}

/** The character that a byte prints, or null for a byte that is never sent. */
export function characterOfByte(byte: number, codePage: CodePage): string | null {
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
  const character = byte >= 0x80 ? (UPPER_HALF[codePage][byte - 0x80] ?? ' ') : ' ';
  return character === ' ' ? null : character;
}

function spell(character: string, known: ReadonlyMap<string, number>): string {
  const spelled = LETTERS_IN_LATIN.get(character);
  if (spelled !== undefined) return spelled;
  const base = character.normalize('NFKD').replace(/\p{M}/gu, '');
  if (/^\p{M}$|^\p{Emoji_Modifier}$/u.test(character)) return '';
  if (base === '' || base === character) return NO_LETTER;
  return Array.from(base, (part) => (known.has(part) ? part : (LETTERS_IN_LATIN.get(part) ?? NO_LETTER))).join('');
}

function byteTable(upperHalf: string): ReadonlyMap<string, number> {
  const table = new Map<string, number>([['\u00a0', 0x20]]);
  for (let byte = 0x20; byte < 0x7f; byte += 1) table.set(String.fromCharCode(byte), byte);
  Array.from(upperHalf).forEach((character, index) => {
    if (character !== ' ') table.set(character, 0x80 + index);
  });
  return table;
}
