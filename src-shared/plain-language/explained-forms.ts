/**
 * Short forms that a text explains itself: `right of way (ROW)`, `ROW (right of way)`, `ROW means right of way`.
 *
 * Words are the long form of letters much as Schwartz and Hearst have it ("A Simple Algorithm for Identifying Abbreviation
 * Definitions in Biomedical Text", 2003): the letters are found in order in the nearest words, the first at the beginning of a word. We
 * ask for a second word beginning too, or `DP` would be explained by "the department (DP)".
 */
import type { Language } from '../domain/case.ts';
import { shortFormKey } from './known-short-forms.ts';

const IN_PARENTHESES = /\(([^()\n]{2,80})\)/gu;
const SAID_TO_MEAN = /(?<!\p{L})(\p{L}[\p{L}\p{N}&/.]*)#?["”]?,? (?:means|stands for|is short for|is|=|significa|quiere decir|es decir,?|o sea,?) (?:the |el |la )?([^.;()\n]{3,80})/gu;

/** A long form longer than this is none. */
const NEAR_LENGTH = 200;

/** Keys (see `shortFormKey`) of the short forms that are explained somewhere in the text. */
export function explainedForms(text: string, language: Language): ReadonlySet<string> {
  const explained = new Set<string>();
  for (const match of text.matchAll(IN_PARENTHESES)) {
    const inside = (match[1] ?? '').trim().replace(/^["“]|["”]$/g, '');
    const before = text.slice(Math.max(0, match.index - NEAR_LENGTH), match.index).split(/[.;:!?\n]/).at(-1) ?? '';
    const wordBefore = /([\p{L}\p{N}&/.]+)#?["”]?\s*$/u.exec(before)?.[1] ?? '';
    if (isLongForm(inside, before)) explained.add(shortFormKey(inside));
    if (isLongForm(wordBefore, inside) || isTranslation(wordBefore, inside, language)) explained.add(shortFormKey(wordBefore));
  }
  for (const match of text.matchAll(SAID_TO_MEAN)) {
    const [, short = '', long = ''] = match;
    if (isLongForm(short, firstWords(long, lettersOf(short).length * 2 + 5))) explained.add(shortFormKey(short));
  }
  return explained;
}

/** Whether the words in `long` (those nearest to the short form last) spell out `short`. */
export function isLongForm(short: string, long: string): boolean {
  const letters = lettersOf(short);
  if (letters.length < 2 || letters.length > 10 || /\s/.test(short.trim())) return false;
  const words = long.trim().split(/[\s/-]+/u).filter((word) => word !== '');
  const near = words.slice(-Math.min(letters.length + 5, letters.length * 2));
  return near.length > 1 && mostBeginnings(letters, near.join(' ').toLowerCase()) >= 2;
}

/** The most letters that can stand at word beginnings when all are found in order, the first at one; -1 when they cannot be found. */
function mostBeginnings(letters: string, long: string): number {
  let reached: readonly number[] = [];
  for (const [index, letter] of [...letters].entries()) {
    let before = index === 0 ? 0 : -1;
    reached = [...long].map((character, position) => {
      const isBeginning = startsWord(long, position);
      const isHere = character === letter && before >= 0 && (index > 0 || isBeginning);
      const here = isHere ? before + (isBeginning ? 1 : 0) : -1;
      if (index > 0) before = Math.max(before, reached[position] ?? -1);
      return here;
    });
  }
  return reached.reduce((most, count) => Math.max(most, count), -1);
}

function startsWord(text: string, position: number): boolean {
  return position === 0 || !/[\p{L}\p{N}]/u.test(text[position - 1] ?? ' ');
}

/** An English short form with Spanish words behind it, `ROW (derecho de vía)`: two words or more, and nothing but words. */
function isTranslation(short: string, long: string, language: Language): boolean {
  return language === 'es' && lettersOf(short).length >= 2 && /^\p{Ll}[\p{L}'’-]*(?: [\p{L}'’-]+)+$/u.test(long) && !/^(?:ver|vea|véase) /u.test(long);
}

function firstWords(text: string, count: number): string {
  return text.split(/\s+/).slice(0, count).join(' ');
}

function lettersOf(short: string): string {
  return short.replace(/[^\p{L}\p{N}]/gu, '').replace(/(?<=\p{Lu})s$/u, '').toLowerCase();
}
