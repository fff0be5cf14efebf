/** True when the bytes at `at` are these, given as numbers and as texts of one byte a character. */
export function startsWith(bytes: Uint8Array, pattern: readonly (string | number)[], at = 0): boolean {
  let position = at;
  for (const part of pattern) {
    for (const value of typeof part === 'number' ? [part] : codesOf(part)) {
      if (bytes[position] !== value) return false;
      position += 1;
    }
  }
  return true;
}

/** The text as one byte a character (Latin-1), from `start` to before `end`. */
export function latinText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 8_192)));
  return text;
}

/** Where the name stands in UTF-16 (little endian), as old Office files write names; false when nowhere. */
export function hasWideName(bytes: Uint8Array, name: string): boolean {
  const pattern = codesOf(name).flatMap((code) => [code, 0]);
  const first = pattern[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes, pattern, at)) return true;
  }
  return false;
}

function codesOf(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
