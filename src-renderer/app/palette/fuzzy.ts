import { foldText } from '../../../src-shared/util/fold-text.ts';

/**
 * How well a typed text fits a label: 0 when its letters do not all appear in order, else the larger the better.
 *
 * Letters at the beginnings of words count most (`nc` finds New case), then letters in a row; a short label wins a tie.
 */
export function fuzzyScore(typed: string, label: string): number {
  const wanted = foldText(typed).replaceAll(' ', '');
  const text = foldText(label);
  const best = bestFrom(wanted, text, { letter: 0, at: 0 });
  return best === 0 ? 0 : best + 1 / (text.length + 1);
}

interface Progress {
  /** The next letter to place. */
  readonly letter: number;
  /** Where in the label it may stand at the earliest: right after the one before. */
  readonly at: number;
}

/** Best score for the letters still to place; 0 when they are not all there. Labels are short: trying all places is cheap. */
function bestFrom(wanted: string, text: string, { letter, at: from }: Progress): number {
  const character = wanted[letter];
  if (character === undefined) return 1;
  let best = 0;
  for (let at = text.indexOf(character, from); at !== -1; at = text.indexOf(character, at + 1)) {
    const rest = bestFrom(wanted, text, { letter: letter + 1, at: at + 1 });
    if (rest > 0) best = Math.max(best, rest + letterScore(text, at, letter > 0 && at === from));
  }
  return best;
}

function letterScore(text: string, at: number, isNext: boolean): number {
  const isWordStart = at === 0 || text[at - 1] === ' ';
  return isWordStart ? 8 : isNext ? 5 : 1;
}
