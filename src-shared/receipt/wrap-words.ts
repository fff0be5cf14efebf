/**
 * Breaks a text into lines of at most `width` characters, between words where it can.
 *
 * A word longer than a line (a web address) is cut where the line ends. No line is empty, begins or ends with a space.
 */
export function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (joined.length <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = cutInto(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

/** Like `wrapWords`, with lines of much the same length: for centered text, so that no single word is left on the last line. */
export function wrapBalanced(text: string, width: number): readonly string[] {
  const fewest = wrapWords(text, width).length;
  let narrowest = width;
  while (narrowest > 1 && wrapWords(text, narrowest - 1).length === fewest) narrowest -= 1;
  return wrapWords(text, narrowest);
}

/** Joins short parts into as few lines as fit: the groups of a spoken number stay whole. */
export function packParts(parts: readonly string[], separator: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const joined = last === undefined ? part : `${last}${separator}${part}`;
    if (last !== undefined && joined.length <= width) lines[lines.length - 1] = joined;
    else lines.push(part);
  }
  return lines.flatMap((line, index) => wrapWords(index < lines.length - 1 ? `${line}${separator.trimEnd()}` : line, width));
}

function cutInto(word: string, width: number): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < word.length; start += width) pieces.push(word.slice(start, start + width));
  return pieces;
}
