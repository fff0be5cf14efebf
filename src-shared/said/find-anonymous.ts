import { isFree, saidBetween, take } from './line.ts';
import type { Line, Piece } from './pieces.ts';

/** Said of a caller who gives no name, the longest first. */
const ANONYMOUS = [
  'wants to remain anonymous', 'wishes to remain anonymous', 'wants to stay anonymous', 'would like to stay anonymous', 'prefers to be anonymous', 'caller is anonymous', 'anonymous caller', 'anonymously', 'anonymous',
  'did not give a name', 'would not give a name', 'will not give a name', 'refused to give a name', 'no name given', 'declined to give name',
  'no quiso dar su nombre', 'no quiere dar su nombre', 'sin dar su nombre', 'de forma anonima', 'anonimamente', 'persona anonima', 'anonimo', 'anonima',
].map((phrase) => phrase.split(' '));

/** That the caller stays unnamed. Asked for only while nobody is named. */
export function findAnonymous(line: Line): Piece | null {
  const folded = line.tokens.map((token) => token.folded);
  for (const words of ANONYMOUS) {
    const from = folded.findIndex((_word, at) => words.every((word, offset) => folded[at + offset] === word) && isFree(line, at, at + words.length));
    if (from < 0) continue;
    const said = saidBetween(line, from, from + words.length);
    take(line, from, from + words.length);
    return { field: 'anonymous', said, value: 'yes', isGuess: false, instead: ['description'] };
  }
  return null;
}
