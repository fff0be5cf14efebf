import { createHash } from 'node:crypto';
import { foldText } from '../../../src-shared/util/fold-text.ts';

const MAX_SLUG_LENGTH = 36;

/**
 * A catalogue code for something the old system knows by name only: `SF-` and `Sewer Issues – Odor` give `SF-SEWER-ISSUES-ODOR`.
 *
 * The same name always gives the same code, so a second import finds what the first one made. Names that differ only in
 * capital letters, accents or punctuation are the same thing. A name too long or without Latin letters is told apart by a
 * few characters of its hash.
 */
export function deriveCode(prefix: string, name: string): string {
  const folded = foldText(name) || name.trim();
  const slug = folded.toUpperCase().replace(/[^A-Z0-9]+/g, '-').replace(/^-|-$/g, '');
  if (slug !== '' && slug.length <= MAX_SLUG_LENGTH && /^[a-z0-9 ]+$/.test(folded)) return prefix + slug;
  const hash = createHash('sha256').update(folded).digest('hex').slice(0, 8);
  return [prefix.replace(/-$/, ''), slug.slice(0, MAX_SLUG_LENGTH).replace(/-$/, ''), hash].filter((part) => part !== '').join('-');
}
