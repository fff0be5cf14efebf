import { latinText, startsWith } from './bytes.ts';
import type { FileKind, KindOfFile } from './kinds.ts';

const END_RECORD_BYTES = 22;
const LONGEST_COMMENT_BYTES = 65_535;
const ENTRY_BYTES = 46;
/** No office document has more parts; a directory that does not end is nobody's document. */
const MOST_ENTRIES = 20_000;

const OPEN_DOCUMENTS: readonly (readonly [string, FileKind])[] = [
  ['application/vnd.oasis.opendocument.text', 'openText'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'openSheet'],
  ['application/vnd.oasis.opendocument.presentation', 'openSlides'],
];

/** A zip is taken only when it is an office document without macros; an archive of anything else is not. */
export function judgeZip(bytes: Uint8Array): KindOfFile {
  const names = entryNames(bytes);
  if (names === null) return { ok: false, why: 'archive' };
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  const kind = openDocumentKind(bytes, names) ?? (has(/^\[content_types\]\.xml$/i) ? newOfficeKind(has) : null);
  if (kind === null) return { ok: false, why: 'archive' };
  if (has(/vbaproject\.bin$|\/activex\/|^basic\/|^scripts\//i)) return { ok: false, why: 'macros' };
  if (has(/\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|jse?|jar|class|hta|lnk)$/i)) return { ok: false, why: 'program' };
  return { ok: true, kind };
}

function newOfficeKind(has: (pattern: RegExp) => boolean): FileKind | null {
  if (has(/^word\/document\.xml$/i)) return 'word';
  if (has(/^xl\/workbook\.(xml|bin)$/i)) return 'excel';
  return has(/^ppt\/presentation\.xml$/i) ? 'powerpoint' : null;
}

/** OpenDocument says in its first part, which is not compressed, what it is. */
function openDocumentKind(bytes: Uint8Array, names: readonly string[]): FileKind | null {
  if (names[0] !== 'mimetype' || latinText(bytes, 30, 38) !== 'mimetype') return null;
  const start = 38 + word(bytes, 28);
  const mime = latinText(bytes, start, Math.min(bytes.length, start + word(bytes, 18)));
  return OPEN_DOCUMENTS.find(([known]) => known === mime)?.[1] ?? null;
}

/** Names of the directory at the end of the zip; null when there is none that can be read whole. */
function entryNames(bytes: Uint8Array): readonly string[] | null {
  const end = endRecord(bytes);
  if (end === null) return null;
  const count = word(bytes, end + 10);
  let at = word(bytes, end + 16) + 65_536 * word(bytes, end + 18);
  if (count === 0 || count > MOST_ENTRIES) return null;
  const names: string[] = [];
  for (let entry = 0; entry < count; entry += 1) {
    if (at + ENTRY_BYTES > end || !startsWith(bytes, ['PK', 1, 2], at)) return null;
    const nameBytes = word(bytes, at + 28);
    names.push(latinText(bytes, at + ENTRY_BYTES, Math.min(end, at + ENTRY_BYTES + nameBytes)));
    at += ENTRY_BYTES + nameBytes + word(bytes, at + 30) + word(bytes, at + 32);
  }
  return names;
}

function endRecord(bytes: Uint8Array): number | null {
  const lowest = Math.max(0, bytes.length - END_RECORD_BYTES - LONGEST_COMMENT_BYTES);
  for (let at = bytes.length - END_RECORD_BYTES; at >= lowest; at -= 1) {
    if (startsWith(bytes, ['PK', 5, 6], at)) return at;
  }
  return null;
}

/** Sixteen bits, little endian; 0 past the end. */
function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
}
