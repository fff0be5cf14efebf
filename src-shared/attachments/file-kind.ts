/** How each kind of file is told by its bytes. */
import { judgeOldOffice } from './old-office.ts';
import { startsWith } from './bytes.ts';
import type { FileKind, KindOfFile } from './kinds.ts';
import { judgeText } from './text-kind.ts';
import { judgeZip } from './zip-kind.ts';

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

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

function isHeic(bytes: Uint8Array): boolean {
  return startsWith(bytes, ['ftyp'], 4) && HEIC_BRANDS.some((brand) => startsWith(bytes, [brand], 8));
}
