/**
 * Text messages: how many parts a text is sent in, and why.
 *
 * A part holds 160 characters of the GSM alphabet (153 when there are several) or 70 of any other alphabet (67): one letter
 * outside the GSM alphabet, such as `í`, costs more than half the room. 3GPP TS 23.038, 6.2.1 (alphabet) and
 * 3GPP TS 23.040, 9.2.3.24 (several parts); every part is paid for, and each citizen pays attention only to the first.
 */
import { t } from '../language/language.ts';
import { bodyText, type FilledMessage } from './fill-template.ts';

const GSM_BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Each takes two places: an escape goes before it. */
const GSM_EXTENSION = new Set('^{}\\[~]|€');

const ROOM = { 'GSM-7': { single: 160, part: 153 }, 'UCS-2': { single: 70, part: 67 } } as const;
export const MAX_SEGMENTS = 2;

export type TextEncoding = keyof typeof ROOM;

export interface TextMessage {
  /** As it is sent: typographic marks that cost room are written plainly. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Places taken, in the alphabet's own count. */
  readonly length: number;
  readonly segments: number;
  /** Characters outside the GSM alphabet, each once, in order. Empty when `encoding` is `GSM-7`. */
  readonly unusual: readonly string[];
  /** Null up to two segments; else what to do about it. */
  readonly warning: string | null;
}

/** A filled message as one text: its paragraphs on lines of their own. */
export function textMessageOf(message: FilledMessage): TextMessage {
  return textMessage(bodyText(message).replaceAll('\n\n', '\n'));
}

/** Any text as a text message. Letters keep their accents: "año" must not become something else. */
export function textMessage(given: string): TextMessage {
  const text = plainMarks(given);
  const characters = [...text];
  const unusual = [...new Set(characters.filter((character) => !GSM_BASIC.has(character) && !GSM_EXTENSION.has(character)))];
  const encoding: TextEncoding = unusual.length === 0 ? 'GSM-7' : 'UCS-2';
  const sizes = characters.map((character) => sizeIn(encoding, character));
  const length = sizes.reduce((sum, size) => sum + size, 0);
  const segments = countSegments(sizes, length, ROOM[encoding]);
  return { text, encoding, length, segments, unusual, warning: segments > MAX_SEGMENTS ? warningOf(segments, length, unusual) : null };
}

function sizeIn(encoding: TextEncoding, character: string): number {
  if (encoding === 'UCS-2') return character.length;
  return GSM_EXTENSION.has(character) ? 2 : 1;
}

/** A character of two places is never cut in half: it goes into the next part. */
function countSegments(sizes: readonly number[], length: number, room: { readonly single: number; readonly part: number }): number {
  if (length === 0) return 0;
  if (length <= room.single) return 1;
  let segments = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room.part) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return segments;
}

/** Quotation marks, dashes and spaces of print, in the marks every phone has. */
function plainMarks(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„″«»]/g, '"')
    .replace(/[‐‑–—−]/g, '-')
    .replaceAll('…', '...')
    .replaceAll('•', '-')
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ');
}

function warningOf(segments: number, length: number, unusual: readonly string[]): string {
  const long = t`This text is sent in ${segments} parts (${length} characters). Shorten it to ${MAX_SEGMENTS} at most.`;
  if (unusual.length === 0) return long;
  const shown = unusual.slice(0, 5).map((character) => `“${character}”`).join(', ');
  return t`${long} Without ${shown} more would fit into a part.`;
}
