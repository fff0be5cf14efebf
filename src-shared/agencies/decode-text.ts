/** In every runtime we have (Node, Electron, browsers), though in none of the type libraries a pure folder may use. */
declare const TextDecoder: new (label: string, options?: { readonly fatal?: boolean }) => { decode(bytes: Uint8Array): string };

/**
 * The text of a file as offices save it: UTF-16 where a byte order mark says so, UTF-8 when every byte fits, else Windows-1252, in
 * which every byte means something. The mark itself is not part of the text. Never throws.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes) ?? '';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes) ?? '';
  return decode('utf-8', bytes, true) ?? decode('windows-1252', bytes) ?? '';
}

/** Null when the bytes do not fit and `fatal` is set. */
function decode(label: string, bytes: Uint8Array, fatal = false): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
