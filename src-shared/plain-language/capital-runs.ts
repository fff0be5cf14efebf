import { overlaps, type Span } from './finding.ts';
import { isOrdinaryWord } from './ordinary-words.ts';

/** So many words in capitals in a row are shouted; a text that is all in capitals needs only two. */
const SHOUTED_WORDS = 3;
const ORDINARY_WORDS = 2;

/**
 * Stretches written all in capitals: `NO PONDING UPON ARRIVAL`. Acronyms cannot be told from words there, and the reader stumbles over
 * the whole of it. Three acronyms in a row are none, and neither are street addresses (`quiet`).
 */
export function capitalRuns(text: string, quiet: readonly Span[]): readonly Span[] {
  const words = [...text.matchAll(/\p{L}[\p{L}'’]*/gu)].map((match) => ({ word: match[0], start: match.index, end: match.index + match[0].length }));
  const loud = words.filter((word) => !quiet.some((span) => overlaps(span, word)));
  const needed = loud.some(({ word }) => isInSmallLetters(word)) ? SHOUTED_WORDS : 2;
  const runs: Span[] = [];
  let run: { readonly word: string; readonly start: number; readonly end: number }[] = [];
  const close = (): void => {
    const ordinary = run.filter(({ word }) => isOrdinaryWord(word));
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && run.length >= needed && ordinary.length >= ORDINARY_WORDS) runs.push({ start: first.start, end: last.end });
    run = [];
  };
  for (const word of loud) {
    if (isInCapitals(word.word)) run.push(word);
    else if (isInSmallLetters(word.word)) close();
  }
  close();
  return runs;
}

/** Two capitals or more, and nothing else; a single letter (`A`, `I`) is neither shouted nor not. */
function isInCapitals(word: string): boolean {
  const letters = word.replace(/['’]/g, '');
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

function isInSmallLetters(word: string): boolean {
  return /\p{Ll}/u.test(word);
}
