/** A line longer than this is not of a backup: a row of ours is a case with its history, at most some megabytes. */
const LONGEST_LINE_BYTES = 64 * 1_048_576;
const NEWLINE = 10;

/**
 * Cuts a stream of bytes into blocks of whole lines, each block ending with its last newline. What follows the last newline
 * of all comes as a last block without one.
 */
export async function* wholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let partBytes = 0;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end === 0) {
      parts.push(chunk);
      partBytes += chunk.length;
      if (partBytes > LONGEST_LINE_BYTES) throw new RangeError('a line of this file is longer than any of a backup');
      continue;
    }
    const block = chunk.subarray(0, end);
    yield parts.length === 0 ? block : Buffer.concat([...parts, block]);
    parts = end === chunk.length ? [] : [chunk.subarray(end)];
    partBytes = chunk.length - end;
  }
  if (partBytes > 0) yield Buffer.concat(parts);
}
