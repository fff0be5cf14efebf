/**
 * The Damm check digit: catches every single wrong digit and every swap of two neighbours.
 *
 * Source: H. Michael Damm, "Total anti-symmetrische Quasigruppen" (2004), the order-10 table; detection figures for this
 * table against the alternatives are in docs/decisions/0005-tracking-numbers.md.
 */
const QUASIGROUP: readonly (readonly number[])[] = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/** Check digit (0 to 9) for a string of ASCII digits. Throws on anything else. */
export function dammCheckDigit(digits: string): number {
  let interim = 0;
  for (const character of digits) {
    const row = QUASIGROUP[interim];
    const next = /^[0-9]$/.test(character) ? row?.[Number(character)] : undefined;
    if (next === undefined) throw new Error('dammCheckDigit: digits only');
    interim = next;
  }
  return interim;
}
