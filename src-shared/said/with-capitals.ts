import { STREET_TYPES } from '../places/street-words.ts';

/** Small inside a name or a street. */
const SMALL = new Set('a al de del la las los el y van von der da dos di and at of near behind beside by in on next to across from the front cerca al lado frente detras enfrente'.split(' '));

/** A name or a place that was typed in small letters, as it is written: `maria de la cruz` is `Maria de la Cruz`. Any other stays. */
export function withCapitals(text: string): string {
  if (text !== text.toLowerCase()) return text;
  return text
    .split(' ')
    .map((word, at, words) => {
      if (at === 0) return capital(word);
      // `5 a st`: the street is called so.
      const isName = word.length === 1 && STREET_TYPES.has(words[at + 1] ?? '');
      return /^[ns][ew]$/.test(word) ? word.toUpperCase() : SMALL.has(word) && !isName ? word : capital(word);
    })
    .join(' ');
}

/** `o'neil` is `O'Neil`, `smith-jones` `Smith-Jones`, `5th` stays. */
function capital(word: string): string {
  return word.replace(/(^|[-’'(/])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase()).replace(/(['’])S$/, '$1s');
}
