/** Which words of a vocabulary are meant by one that was typed. */
import { editDistance } from '../util/edit-distance.ts';
import { MEANT_BY, SAID_OF_ANYTHING } from './everyday-words.ts';
import { stemOf } from './word-stem.ts';

export interface Vocabulary {
  /** Folded, each once. */
  readonly words: readonly string[];
  readonly byStem: ReadonlyMap<string, readonly string[]>;
  readonly bySound: ReadonlyMap<string, readonly string[]>;
}

/** How well a word fits another that means the same (`everyday-words.ts`). */
const MEANT = 0.7;
/** The same where services are called by the word itself. */
const MEANT_TOO = 0.4;
/** How well a word fits one that differs from it by a letter, and by more. */
const ONE_OFF = 0.65;
const FAR_OFF = 0.5;
/** Letters of a word in which a wrong one hardly makes it another. */
const LONG = 7;

export function vocabularyOf(words: readonly string[]): Vocabulary {
  return { words, byStem: grouped(words, stemOf), bySound: grouped(words, soundOf) };
}

/** Each word of the vocabulary that may be meant, with how well it fits (0 to 1): itself, its forms, its beginnings, its misspellings, what means the same. */
export function likelyWords(word: string, { words, byStem, bySound }: Vocabulary): readonly (readonly [string, number])[] {
  const found = new Map<string, number>();
  const keep = (like: string, fit: number): void => void found.set(like, Math.max(fit, found.get(like) ?? 0));
  const stem = stemOf(word);
  const forms = byStem.get(stem) ?? [];
  const isWhole = forms.includes(word); // "cat" is hardly the beginning of "catch"
  for (const like of words) {
    if (like.startsWith(word)) keep(like, like === word ? 1 : (isWhole ? 0.3 : 0.5) + (0.4 * word.length) / like.length);
    else if (word.length >= 5 && like.length >= 4 && word.startsWith(like)) keep(like, 0.4);
  }
  for (const like of forms) if (SAID_OF_ANYTHING.has(like) === SAID_OF_ANYTHING.has(word)) keep(like, 0.9); // `calling` is no `calles`
  const meant = MEANT_BY.get(stem);
  const isKnown = meant !== undefined || SAID_OF_ANYTHING.has(word); // a word of its own is no misspelling of another
  if (!isKnown && word.length >= 4) for (const like of bySound.get(soundOf(word)) ?? []) keep(like, 0.75);
  const isUnlikely = Math.max(0, ...found.values()) < MEANT;
  // `fooding` has the stem of `food`, and is `flooding` with a letter left out: both are looked at.
  const mayBeAnother = isUnlikely || (!isWhole && word.length >= LONG);
  if (!isKnown && word.length >= 4 && mayBeAnother) for (const [like, fit] of misspelled(word, words)) if (isUnlikely || (fit === ONE_OFF && like.length >= LONG)) keep(like, fit);
  for (const other of meant ?? []) for (const like of byStem.get(other) ?? []) keep(like, isWhole ? MEANT_TOO : MEANT);
  return [...found];
}

/** Words that are the one that was typed but for a letter, or two of a long word, with how well they fit. */
function misspelled(word: string, words: readonly string[]): readonly (readonly [string, number])[] {
  const most = word.length >= LONG ? 2 : 1;
  return words.flatMap((like) => {
    if (like.length < 4 || Math.abs(like.length - word.length) > most) return [];
    const distance = editDistance(word, like, most);
    const isOneOff = distance === 1 && word.length >= 5;
    return distance <= most && (isOneOff || word[0] === like[0]) ? [[like, isOneOff ? ONE_OFF : FAR_OFF] as const] : [];
  });
}

function grouped(words: readonly string[], keyOf: (word: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) groups.set(keyOf(word), [...(groups.get(keyOf(word)) ?? []), word]);
  return groups;
}

/** A word as it sounds to who writes it down: `vache` is `bache`, `garvage` is `garbage`, `senyal` is not reached. */
function soundOf(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/(?:qu|q|ck)/g, 'k')
    .replace(/[cs](?=[ei])|z|ss/g, 's')
    .replace(/c(?!h)/g, 'k')
    .replace(/v/g, 'b')
    .replace(/ll|j/g, 'y')
    .replace(/(?<!c|s)h/g, '')
    .replace(/(.)\1+/g, '$1');
}
