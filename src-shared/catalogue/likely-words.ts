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
/** How well a word fits one that is misspelled by more than a letter. */
const FAR_OFF = 0.5;
/** Letters of a word in which a wrong one hardly makes it another. */
const LONG = 7;
/** The same where services are called by the word itself. */
const MEANT_TOO = 0.4;

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
  if (!isKnown && word.length >= 4 && isUnlikely) misspelled(word, words, keep);
  // `fooding` has the stem of `food`, and is `flooding` with a letter left out: both are looked at.
  if (!isKnown && !isUnlikely && !isWhole && word.length >= LONG) misspelled(word, words, (like, fit) => void (like.length >= LONG && fit > FAR_OFF && keep(like, fit)));
  for (const other of meant ?? []) for (const like of byStem.get(other) ?? []) keep(like, isWhole ? MEANT_TOO : MEANT);
  return [...found];
}

function misspelled(word: string, words: readonly string[], keep: (like: string, fit: number) => void): void {
  const most = word.length >= LONG ? 2 : 1;
  for (const like of words) {
    if (like.length < 4 || Math.abs(like.length - word.length) > most) continue;
    const distance = editDistance(word, like, most);
    if (distance <= most && ((distance === 1 && word.length >= 5) || word[0] === like[0])) keep(like, distance === 1 && word.length >= 5 ? 0.65 : FAR_OFF);
  }
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
