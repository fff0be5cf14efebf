import { parseAddress } from './parse-address.ts';

/**
 * What two ways of writing one place have in common, for "same place": `240 N.W. Elm Street, apt 4` and `240 northwest elm st` give
 * `240 nw elm st`; `elm & 3rd` and `corner of Third and Elm` give `3rd & elm`.
 *
 * Unit, ZIP code and city are left out. Empty when nothing is said. A key, never shown: made of the words only, so that a desk
 * without a gazetteer makes the same.
 */
export function placeKey(text: string): string {
  const { kind, number, fraction, street, cross } = parseAddress(text);
  const words = street.join(' ');
  switch (kind) {
    case 'address':
      return [number, fraction, words].filter((part) => part !== '').join(' ');
    case 'block':
      return `${number} block ${words}`;
    case 'crossing':
      return [words, cross.join(' ')].sort().join(' & ');
    default:
      return words;
  }
}
