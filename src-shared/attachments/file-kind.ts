/** What may be attached, and how each kind is told by its bytes. Names are never believed: see `docs/decisions/0010-attachments-in-the-database.md`. */
import { judgeOldOffice } from './old-office.ts';
import { startsWith } from './bytes.ts';
import { judgeText } from './text-kind.ts';
import { judgeZip } from './zip-kind.ts';

export const FILE_KINDS = {
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  webp: { mediaType: 'image/webp', extensions: ['webp'] },
  gif: { mediaType: 'image/gif', extensions: ['gif'] },
  heic: { mediaType: 'image/heic', extensions: ['heic', 'heif'] },
  tiff: { mediaType: 'image/tiff', extensions: ['tif', 'tiff'] },
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  text: { mediaType: 'text/plain', extensions: ['txt', 'csv', 'tsv', 'log', 'md'] },
  email: { mediaType: 'message/rfc822', extensions: ['eml'] },
  outlook: { mediaType: 'application/vnd.ms-outlook', extensions: ['msg'] },
  word: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  excel: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  powerpoint: { mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', extensions: ['pptx'] },
  oldWord: { mediaType: 'application/msword', extensions: ['doc'] },
  oldExcel: { mediaType: 'application/vnd.ms-excel', extensions: ['xls'] },
  oldPowerpoint: { mediaType: 'application/vnd.ms-powerpoint', extensions: ['ppt'] },
  openText: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  openSheet: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  openSlides: { mediaType: 'application/vnd.oasis.opendocument.presentation', extensions: ['odp'] },
} as const satisfies Record<string, { readonly mediaType: string; readonly extensions: readonly [string, ...string[]] }>;
export type FileKind = keyof typeof FILE_KINDS;

/** Why bytes are not taken: `locked` has a password, so nobody can look inside; `unknown` is none of the kinds above. */
export const NOT_ALLOWED = ['empty', 'program', 'script', 'webPage', 'macros', 'locked', 'archive', 'unknown'] as const;
export type NotAllowed = (typeof NOT_ALLOWED)[number];

export type KindOfFile = { readonly ok: true; readonly kind: FileKind } | { readonly ok: false; readonly why: NotAllowed };

const PICTURES: readonly (readonly [FileKind, (bytes: Uint8Array) => boolean])[] = [
  ['jpeg', (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff])],
  ['png', (bytes) => startsWith(bytes, [0x89, 'PNG\r\n', 0x1a, '\n'])],
  ['gif', (bytes) => startsWith(bytes, ['GIF87a']) || startsWith(bytes, ['GIF89a'])],
  ['webp', (bytes) => startsWith(bytes, ['RIFF']) && startsWith(bytes, ['WEBP'], 8)],
  ['tiff', (bytes) => startsWith(bytes, ['II*', 0]) || startsWith(bytes, ['MM', 0, '*'])],
  ['heic', isHeic],
  ['pdf', (bytes) => startsWith(bytes, ['%PDF-'])],
];

/** First bytes of programs: Windows, Linux, macOS and Java, WebAssembly, Android, shortcuts, compiled help. */
const PROGRAMS: readonly (readonly (string | number)[])[] = [
  ['MZ'],
  [0x7f, 'ELF'],
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0, 'asm'],
  ['dex\n'],
  [0x4c, 0, 0, 0, 0x01, 0x14, 0x02, 0],
  ['ITSF'],
];

/** Tells the kind of a whole file by its bytes alone. The same at the workstation that takes it and at the server that keeps it. */
export function kindOfFile(bytes: Uint8Array): KindOfFile {
  if (bytes.length === 0) return { ok: false, why: 'empty' };
  for (const [kind, isKind] of PICTURES) if (isKind(bytes)) return { ok: true, kind };
  if (PROGRAMS.some((head) => startsWith(bytes, head))) return { ok: false, why: 'program' };
  if (startsWith(bytes, ['PK', 3, 4])) return judgeZip(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return judgeOldOffice(bytes);
  return judgeText(bytes);
}

export function mediaTypeOf(kind: FileKind): string {
  return FILE_KINDS[kind].mediaType;
}

/** Null for a media type that no allowed kind has. */
export function kindOfMediaType(mediaType: string): FileKind | null {
  const found = Object.entries(FILE_KINDS).find(([, kind]) => kind.mediaType === mediaType);
  return found ? (found[0] as FileKind) : null; // safe: a key of FILE_KINDS
}

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

function isHeic(bytes: Uint8Array): boolean {
  return startsWith(bytes, ['ftyp'], 4) && HEIC_BRANDS.some((brand) => startsWith(bytes, [brand], 8));
}
