/** Inclusive, as in HTTP. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** What a Range header asks for; `whole` also when there is none or it is of no use. */
export type RangeRequest =
  | { readonly kind: 'whole' }
  | { readonly kind: 'ranges'; readonly ranges: readonly ByteRange[] }
  | { readonly kind: 'unsatisfiable' };

/** electron-updater asks for at most a hundred parts of a file at once. */
const MOST_RANGES = 128;

/**
 * Reads a Range header for a file of `sizeBytes` (RFC 9110, 14.2): single, suffix, open-ended and several ranges.
 *
 * A header that is not well-formed, or asks for more parts than anyone needs, is passed over: the whole file is sent.
 */
export function readRanges(header: string | undefined, sizeBytes: number): RangeRequest {
  const parts = /^bytes=(.+)$/.exec(header ?? '')?.[1]?.split(',');
  if (parts === undefined || parts.length > MOST_RANGES) return { kind: 'whole' };
  const wanted = parts.map((part) => readRange(part.trim(), sizeBytes));
  if (wanted.includes('malformed')) return { kind: 'whole' };
  const ranges = wanted.filter((range) => typeof range === 'object');
  return ranges.length === 0 ? { kind: 'unsatisfiable' } : { kind: 'ranges', ranges };
}

function readRange(part: string, sizeBytes: number): ByteRange | 'malformed' | 'outside' {
  const match = /^(\d*)-(\d*)$/.exec(part);
  const [from, to] = [match?.[1] ?? '', match?.[2] ?? ''];
  if (match === null || (from === '' && to === '')) return 'malformed';
  if (from === '') return suffix(Number(to), sizeBytes);
  const start = Number(from);
  const end = to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (to !== '' && Number(to) < start) return 'malformed';
  return start >= sizeBytes ? 'outside' : { start, end };
}

function suffix(length: number, sizeBytes: number): ByteRange | 'outside' {
  return length === 0 || sizeBytes === 0 ? 'outside' : { start: Math.max(0, sizeBytes - length), end: sizeBytes - 1 };
}
