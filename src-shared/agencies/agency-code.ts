import { foldText } from '../util/fold-text.ts';

const MAX_SLUG_LENGTH = 40;

/**
 * A code for an agency that a file knows by its name only: `Social Security Administration (SSA)` gives
 * `SOCIAL-SECURITY-ADMINISTRATION-SSA`.
 *
 * The same name always gives the same code. `apart` tells agencies of the same name from each other (their address); it is
 * empty when the name is enough. A name that is long or without Latin letters gets a few characters of its hash.
 */
export function agencyCode(name: string, apart = ''): string {
  const folded = foldText(name);
  const slug = folded.toUpperCase().replace(/[^A-Z0-9]+/g, '-').replace(/^-|-$/g, '');
  const isWhole = slug !== '' && slug.length <= MAX_SLUG_LENGTH && /^[a-z0-9 ]*$/.test(folded);
  if (isWhole && apart === '') return slug;
  const cut = slug.slice(0, MAX_SLUG_LENGTH);
  const atWord = slug.length > MAX_SLUG_LENGTH && cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut;
  const hash = shortHash(`${folded || name} | ${foldText(apart)}`);
  return [atWord.replace(/-$/, '') || 'AGENCY', hash].join('-');
}

/** Seven letters and digits that differ when the text does (FNV-1a, 32 bits). Not a secret, and not proof against malice. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash.toString(36).toUpperCase().padStart(7, '0');
}
