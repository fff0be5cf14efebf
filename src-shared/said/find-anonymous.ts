import { isFree, saidBetween, take } from './line.ts';
import type { Line, Piece } from './pieces.ts';

/** Said of a caller who gives no name. */
const ANONYMOUS: ReadonlySet<string> = new Set([
  ...['i', 'we', 'caller', 'she', 'he', 'they', ''].flatMap(staysAnonymous), 'caller is anonymous', 'anonymous caller', 'anonymous please', 'please keep me anonymous', 'keep me anonymous', 'keep it anonymous', 'anonymously', 'anonymous',
  'please don t use my name', 'please dont use my name', 'please do not use my name', 'don t use my name', 'dont use my name', 'do not use my name',
  ...['i ', ''].flatMap((who) => givesNoName(who, ['don t', 'dont', 'do not'], 'my')), ...['caller ', 'she ', 'he ', ''].flatMap((who) => givesNoName(who, ['doesn t', 'doesnt', 'does not'], 'a')),
  'i d rather not give my name', 'i would rather not give my name', 'rather not give my name', 'wont give a name', 'won t give a name', 'would not leave a name',
  'keep my name out of it', 'keep my name out of this', 'leave my name out of it',
  'did not give a name', 'would not give a name', 'will not give a name', 'refused to give a name', 'no name given', 'declined to give name',
  'prefiero no dar mi nombre', 'no quiero dar mi nombre', 'sin dar mi nombre', 'no quiso dar su nombre', 'no quiere dar su nombre', 'sin dar su nombre', 'de forma anonima', 'anonimamente', 'persona anonima', 'anonimo', 'anonima',
]);
const MOST_WORDS = Math.max(...[...ANONYMOUS].map((phrase) => phrase.split(' ').length));

/** `wants to stay anonymous`, `I'd rather remain anonymous`. */
function staysAnonymous(who: string): readonly string[] {
  const wishes = ['wants to', 'want to', 'wishes to', 'wish to', 'would like to', 'd like to', 'asks to', 'asked to', 'prefers to', 'prefer to', 'would rather', 'd rather', 'will', 'needs to'];
  const phrases = wishes.flatMap((wish) => ['remain', 'stay', 'be', 'be kept'].map((verb) => `${wish} ${verb} anonymous`));
  return phrases.map((phrase) => `${who} ${phrase}`.trim());
}

/** `I don't want to leave my name`, `caller doesn't want to give a name`. */
function givesNoName(who: string, nots: readonly string[], whose: string): readonly string[] {
  return nots.flatMap((not) => ['give', 'leave', 'say', 'tell'].map((verb) => `${who}${not} want to ${verb} ${whose} name`));
}

/** That the caller stays unnamed; the longest phrase of it. Asked for only while nobody is named. */
export function findAnonymous(line: Line): Piece | null {
  const folded = line.tokens.map((token) => token.folded);
  for (let length = Math.min(MOST_WORDS, folded.length); length > 0; length -= 1) {
    for (let from = 0; from + length <= folded.length; from += 1) {
      // `don't` is one word of the line and two of the phrase.
      const to = from + length;
      if (!ANONYMOUS.has(folded.slice(from, to).join(' ')) || !isFree(line, from, to)) continue;
      const said = saidBetween(line, from, to);
      take(line, from, to);
      return { field: 'anonymous', said, value: 'yes', isGuess: false, instead: ['description'] };
    }
  }
  return null;
}
