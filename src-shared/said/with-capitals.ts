/** Small inside a name or a street. */
const SMALL = new Set('a al de del la las los el y van von der da dos di and at of near behind beside by in on next to across from the front cerca al lado frente detras enfrente'.split(' '));

/** A name or a place that was typed in small letters, as it is written: `maria de la cruz` is `Maria de la Cruz`. Any other stays. */
export function withCapitals(text: string): string {
  if (text !== text.toLowerCase()) return text;
  return text
    .split(' ')
    .map((word, at) => (/^[ns][ew]$/.test(word) && at > 0 ? word.toUpperCase() : at > 0 && SMALL.has(word) ? word : capital(word)))
    .join(' ');
}

/** `o'neil` is `O'Neil`, `smith-jones` `Smith-Jones`, `5th` stays. */
function capital(word: string): string {
  return word.replace(/(^|[-’'(/])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase()).replace(/(['’])S$/, '$1s');
}
