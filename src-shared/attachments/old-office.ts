import { hasWideName } from './bytes.ts';
import type { FileKind, KindOfFile } from './kinds.ts';

/** Names of the streams that make an OLE file a document; an installer (MSI) has none of them. */
const STREAMS: readonly (readonly [string, FileKind])[] = [
  ['WordDocument', 'oldWord'],
  ['Workbook', 'oldExcel'],
  ['PowerPoint Document', 'oldPowerpoint'],
  ['__properties_version1.0', 'outlook'],
];

/** Office files of before 2007 and Outlook messages share one container, as do new Office files with a password. */
export function judgeOldOffice(bytes: Uint8Array): KindOfFile {
  if (hasWideName(bytes, 'EncryptedPackage')) return { ok: false, why: 'locked' };
  if (hasWideName(bytes, '_VBA_PROJECT')) return { ok: false, why: 'macros' };
  const found = STREAMS.find(([name]) => hasWideName(bytes, name));
  return found ? { ok: true, kind: found[1] } : { ok: false, why: 'unknown' };
}
