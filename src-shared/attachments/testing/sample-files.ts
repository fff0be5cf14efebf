/** Small files of each container for tests: stored zips with a directory (checksums left 0), OLE files with wide names. */
export function zipOf(entries: readonly (readonly [name: string, content: string])[]): Uint8Array {
  const parts: number[] = [];
  const directory: number[] = [];
  for (const [name, content] of entries) {
    const offset = parts.length;
    const shared = [...word(20), ...word(0), ...word(0), ...long(0), ...long(0), ...long(content.length), ...long(content.length), ...word(name.length), ...word(0)];
    parts.push(...latin('PK\x03\x04'), ...shared, ...latin(name), ...latin(content));
    directory.push(...latin('PK\x01\x02'), ...word(20), ...shared, ...word(0), ...word(0), ...word(0), ...long(0), ...long(offset), ...latin(name));
  }
  const end = [...latin('PK\x05\x06'), ...word(0), ...word(0), ...word(entries.length), ...word(entries.length), ...long(directory.length), ...long(parts.length), ...word(0)];
  return Uint8Array.from([...parts, ...directory, ...end]);
}

const MAIN_PART = { word: 'word/document.xml', excel: 'xl/workbook.xml', powerpoint: 'ppt/presentation.xml' } as const;

export function officeFile(kind: keyof typeof MAIN_PART): Uint8Array {
  return zipOf([['[Content_Types].xml', '<Types/>'], ['_rels/.rels', '<Relationships/>'], [MAIN_PART[kind], '<document/>']]);
}

export function oldOfficeFile(...streams: readonly string[]): Uint8Array {
  const names = ['Root Entry', ...streams].flatMap((name) => [...latin(name).flatMap((code) => [code, 0]), ...zeros(128 - 2 * name.length)]);
  return Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...zeros(504), ...names]);
}

/** A PNG of so many bytes in all; `seed` makes it another one. What follows the head is no picture, but a file like any other. */
export function pngOfSize(sizeBytes: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(sizeBytes);
  let state = seed >>> 0 || 1;
  for (let at = 0; at < sizeBytes; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  bytes.set([0x89, ...latin('PNG\r\n\x1a\n')].slice(0, sizeBytes));
  return bytes;
}

function latin(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function zeros(count: number): number[] {
  return Array.from({ length: count }, () => 0);
}

function word(value: number): number[] {
  return [value & 255, (value >> 8) & 255];
}

function long(value: number): number[] {
  return [...word(value & 65_535), ...word(value >>> 16)];
}
