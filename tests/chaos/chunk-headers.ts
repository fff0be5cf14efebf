/**
 * Finds the inside of a chunk's header in a chunked HTTP reply as its bytes come by.
 *
 * `skip` chunks are let pass. `feed` answers how many of the bytes given end just inside the header that was looked for, or null
 * when it is not among them. A reply that is not chunked has none.
 */
export function createChunkHeaderFinder(skip: number): { feed(bytes: Buffer): number | null } {
  let head = '';
  let mode: 'head' | 'length' | 'body' | 'never' = 'head';
  let digits = '';
  let left = 0;
  let chunksToPass = skip;

  function endOfHead(): void {
    if (!head.endsWith('\r\n\r\n')) return;
    mode = /^transfer-encoding:\s*chunked/im.test(head) ? 'length' : 'never';
  }

  function endOfLength(): void {
    left = Number.parseInt(digits, 16) + 2; // its own line end
    mode = left === 2 ? 'never' : 'body';
    digits = '';
    chunksToPass -= 1;
  }

  /** True when this byte is the first of the header that was looked for. */
  function step(byte: number): boolean {
    if (mode === 'head') {
      head += String.fromCharCode(byte);
      endOfHead();
    } else if (mode === 'length') {
      if (chunksToPass === 0) return true;
      if (byte === 10) endOfLength();
      else digits += String.fromCharCode(byte);
    } else if (mode === 'body') {
      left -= 1;
      if (left === 0) mode = 'length';
    }
    return false;
  }

  return {
    feed(bytes) {
      for (const [at, byte] of bytes.entries()) {
        if (mode === 'never') return null;
        if (step(byte)) return at + 1;
      }
      return null;
    },
  };
}
