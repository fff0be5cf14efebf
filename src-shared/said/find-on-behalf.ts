import { announcedBy, BEHALF_ANNOUNCED, BEHALF_SURELY, FOR_SOMEBODY, RELATION, WHOSE } from './connecting.ts';
import { isCapital, nameEnd, type KnownNames, titledEnd } from './find-name.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { isFree, saidBetween, take } from './line.ts';
import type { Line, Piece } from './pieces.ts';
import { withCapitals } from './with-capitals.ts';

/**
 * Whom somebody calls for: `calling for my mother Ruth Abelson`, `for a resident, Mr. Pierce`. What the two are to each other stays
 * in the description. A case for two people asks for both names, so that only what is surely a name is taken: "for my mother she
 * uses a wheelchair" names nobody.
 */
export function findOnBehalf(line: Line, known: KnownNames): Piece | null {
  const folded = line.tokens.map((token) => token.folded);
  for (let from = 2; from < folded.length; from += 1) {
    const way = wayOfSaying(folded, from);
    const to = way === null ? from : personEnd(line, from, known, way);
    if (to === from || !isFree(line, from, to)) continue;
    const announced = way === 'somebody' ? 0 : announcedBy(folded, from, BEHALF_SURELY) || announcedBy(folded, from, BEHALF_ANNOUNCED);
    const first = isFree(line, from - announced, to) ? from - announced : from;
    take(line, first, to);
    return { field: 'onBehalfOf', said: saidBetween(line, first, to), value: withCapitals(saidBetween(line, from, to)), isGuess: way !== 'somebody', instead: ['name', 'description'] };
  }
  return null;
}

/** How the words right before say that a person follows: `somebody` by what they are to the caller. */
type Way = 'somebody' | 'surely' | 'likely';

function wayOfSaying(folded: readonly string[], at: number): Way | null {
  const related = announcedBy(folded, at, RELATION);
  const whose = related === 0 ? 0 : announcedBy(folded, at - related, WHOSE);
  if (whose > 0 && [FOR_SOMEBODY, BEHALF_SURELY, BEHALF_ANNOUNCED].some((phrases) => announcedBy(folded, at - related - whose, phrases) > 0)) return 'somebody';
  if (announcedBy(folded, at, BEHALF_SURELY) > 0) return 'surely';
  return announcedBy(folded, at, BEHALF_ANNOUNCED) > 0 ? 'likely' : null;
}

/** Where the person's name ends; `from` itself: no name stands there. */
function personEnd(line: Line, from: number, known: KnownNames, way: Way): number {
  const titled = titledEnd(line, from, known);
  if (titled !== null) return titled;
  const to = nameEnd(line, from, known, false);
  const words = line.tokens.slice(from, to);
  const isFirstName = GIVEN_NAMES.has(words[0]?.folded ?? '');
  if (words.length === 1) return way === 'somebody' && isFirstName ? to : from;
  const isName = isFirstName || way === 'surely' || words.every(isCapital) || known.callers.has(words.map(({ folded }) => folded).join(' '));
  return isName ? to : from;
}
