import { createHash, hash } from 'node:crypto';
import type { TableDigest } from './backup-format.ts';

const NEWLINE = 10;
const LANES = 8;

/**
 * What is remembered of a table's rows so that they can be known again.
 *
 * `sha256` is over the bytes in their order. `anyOrder` is the sum of the SHA-256 of each row, in eight lanes of 32 bits: a
 * restored table gives its rows back in another order, and sorting a city's documents only to compare them would cost more
 * than restoring them. It finds what goes wrong by accident; nobody forges rows against it.
 */
export class RowDigest {
  readonly #bytesInOrder = createHash('sha256');
  readonly #sum = new Uint32Array(LANES);
  #rows = 0;
  #bytes = 0;

  /** Takes a block of whole lines. */
  add(block: Buffer): void {
    this.#bytesInOrder.update(block);
    this.#bytes += block.length;
    for (let start = 0; start < block.length; ) {
      const end = block.indexOf(NEWLINE, start) + 1 || block.length;
      this.#addRow(block.subarray(start, end));
      start = end;
    }
  }

  #addRow(row: Buffer): void {
    this.#rows += 1;
    const digest = hash('sha256', row, 'buffer');
    // Uint32Array wraps around by itself; both reads and the write are below LANES.
    for (let lane = 0; lane < LANES; lane += 1) this.#sum[lane] = (this.#sum[lane] as number) + digest.readUInt32BE(lane * 4);
  }

  /** Ends it; nothing may be added any more. */
  result(): TableDigest {
    const anyOrder = [...this.#sum].map((lane) => lane.toString(16).padStart(8, '0')).join('');
    return { rows: this.#rows, bytes: this.#bytes, sha256: this.#bytesInOrder.digest('hex'), anyOrder };
  }
}
