import { createCipheriv } from 'node:crypto';

/** Payloads 100,000,000 to 899,999,999: those the server leases; 9… is left to the workstations. */
export const FIRST_LEASED_PAYLOAD = 100_000_000;
export const LEASED_PAYLOADS = 800_000_000;

const HALF_BITS = 15;
const HALF_SIZE = 1 << HALF_BITS;
const ROUNDS = 8;

/** The payload of the `index`-th number ever leased. */
export type LeasedPayload = (index: number) => number;

/**
 * A permutation of all leased payloads, fixed by a 32-byte key.
 *
 * Numbers given out one after another look unrelated, so they betray neither how many there are nor which office has
 * which, and a mistyped one rarely hits another. A Feistel network over 30 bits permutes 0 to 2^30-1; results outside the
 * wanted range are put in again until one is inside (cycle walking, 1.3 rounds of it on average), which is a permutation
 * of the range itself. The result throws outside 0 to 799,999,999: then every number there is has been given out.
 */
export function payloadPermutation(key: Buffer): LeasedPayload {
  const tables = roundTables(key);
  return (index) => {
    if (!Number.isInteger(index) || index < 0 || index >= LEASED_PAYLOADS) {
      throw new RangeError(`no tracking number has index ${index}: 800,000,000 can be leased in all`);
    }
    let value = index;
    do value = feistel(tables, value);
    while (value >= LEASED_PAYLOADS);
    return FIRST_LEASED_PAYLOAD + value;
  };
}

function feistel(tables: Uint16Array, value: number): number {
  let left = value >>> HALF_BITS;
  let right = value & (HALF_SIZE - 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    // In range: `right` has 15 bits, `round` is below ROUNDS.
    [left, right] = [right, left ^ (tables[round * HALF_SIZE + right] as number)];
  }
  return left * HALF_SIZE + right;
}

/**
 * One random function of 15 bits per round, as a table of 64 KiB each, drawn from the key by AES in counter mode.
 *
 * Tables, because a keyed hash per round took 150 µs a number (measured; an import leases ten thousand at once).
 */
function roundTables(key: Buffer): Uint16Array {
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  const stream = cipher.update(Buffer.alloc(ROUNDS * HALF_SIZE * 2));
  return Uint16Array.from({ length: ROUNDS * HALF_SIZE }, (_, at) => stream.readUInt16BE(at * 2) & (HALF_SIZE - 1));
}
