import { latinText, startsWith } from './bytes.ts';
import type { KindOfFile } from './kinds.ts';

const HEAD_BYTES = 4_096;
/** A text in an old Western encoding has few letters with accents; compressed bytes have half of all values above 127. */
const MOST_HIGH_SHARE = 0.3;

const MARKUP_START = /^<[a-z!?%/]/;
const MARKUP_ANYWHERE = /<(html|svg|script|iframe|object|embed|body)\b/;
const SCRIPT_START = /^(#!|@echo\b|rem\b.*\n@?echo|<\?php|windows registry editor|\[internetshortcut\]|\[autorun\])/;
const RICH_TEXT_START = /^\{\\rtf/;
const MAIL_HEADER = /^(received|from|to|subject|date|message-id|mime-version|return-path|delivered-to|content-type|reply-to|x-[a-z-]+): ?\S*/i;
/** So many known header lines before the first empty line make a text an e-mail. */
const MAIL_HEADERS_NEEDED = 3;

/** Plain text, CSV and e-mails; never markup that a browser would run, and no script that says what it is. */
export function judgeText(bytes: Uint8Array): KindOfFile {
  const head = textHead(bytes);
  if (head === null) return { ok: false, why: 'unknown' };
  const start = head.trimStart().toLowerCase();
  if (SCRIPT_START.test(start)) return { ok: false, why: 'script' };
  if (RICH_TEXT_START.test(start)) return { ok: false, why: 'unknown' };
  if (isMail(head)) return { ok: true, kind: 'email' };
  if (MARKUP_START.test(start) || MARKUP_ANYWHERE.test(start)) return { ok: false, why: 'webPage' };
  return { ok: true, kind: 'text' };
}

function isMail(head: string): boolean {
  const lines = (head.split(/\r?\n\r?\n/, 1)[0] ?? '').split(/\r?\n/);
  if (!MAIL_HEADER.test(lines[0] ?? '')) return false;
  return lines.filter((line) => MAIL_HEADER.test(line)).length >= MAIL_HEADERS_NEEDED;
}

/** The beginning as text; null when the bytes are no text at all. Every byte of the file is looked at. */
function textHead(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return wideText(bytes, 0, 1);
  if (startsWith(bytes, [0xfe, 0xff])) return wideText(bytes, 1, 0);
  const start = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  let highBytes = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isControl(byte)) return null;
    if (byte >= 0x80) highBytes += 1;
  }
  if (highBytes > MOST_HIGH_SHARE * bytes.length && !isUtf8(bytes, start)) return null;
  return latinText(bytes, start, Math.min(bytes.length, HEAD_BYTES));
}

function wideText(bytes: Uint8Array, low: 0 | 1, high: 0 | 1): string | null {
  if (bytes.length % 2 !== 0) return null;
  let head = '';
  for (let at = 2; at < bytes.length; at += 2) {
    const code = (bytes[at + low] ?? 0) + 256 * (bytes[at + high] ?? 0);
    if (isControl(code)) return null;
    if (at < HEAD_BYTES) head += String.fromCharCode(code);
  }
  return head;
}

/** Tab, line ends and form feed are text; other control characters are not. */
function isControl(code: number): boolean {
  return (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c) || code === 0x7f;
}

function isUtf8(bytes: Uint8Array, start: number): boolean {
  for (let at = start; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const more = lead < 0x80 ? 0 : lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : -1;
    if (more < 0) return false;
    for (let next = 1; next <= more; next += 1) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return false;
    at += 1 + more;
  }
  return true;
}
