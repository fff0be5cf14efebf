import { foldText } from '../../../src-shared/util/fold-text.ts';

/**
 * How well a typed text fits a label: 0 when its letters do not all appear in order, else the larger the better.
 *
 * Letters at the beginnings of words count most (`nc` finds New case), then letters in a row; a short label wins a tie.
 */
export function fuzzyScore(typed: string, label: string): number {
  const wanted = foldText(typed).replaceAll(' ', '');
  const text = foldText(label);
  const best = bestFrom(wanted, 0, text, 0, false);
  return best === 0 ? 0 : best + 1 / (text.length + 1);
}

/** Best score for the rest of the letters from a position; 0 when they are not all there. Labels are short: trying all is cheap. */
function bestFrom(wanted: string, letter: number, text: string, from: number, wasNeighbour: boolean): number {
  const character = wanted[letter];
  if (character === undefined) return 1;
  let best = 0;
  for (let at = text.indexOf(character, from); at !== -1; at = text.indexOf(character, at + 1)) {
    const rest = bestFrom(wanted, letter + 1, text, at + 1, true);
    if (rest > 0) best = Math.max(best, rest + letterScore(text, at, wasNeighbour && at === from));
  }
  return best;
}

function letterScore(text: string, at: number, isNext: boolean): number {
  const isWordStart = at === 0 || text[at - 1] === ' ';
  return isWordStart ? 8 : isNext ? 5 : 1;
}
