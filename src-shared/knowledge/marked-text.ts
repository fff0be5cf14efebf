import { foldText } from '../util/fold-text.ts';

/** A piece of a text, as it is read; `isMarked`: it is what was searched for. */
export interface TextPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** The text in pieces, with the words marked that begin with one of these folded words. The pieces put together are the text. */
export function markWords(text: string, words: readonly string[]): readonly TextPiece[] {
  if (words.length === 0 || text === '') return text === '' ? [] : [{ text, isMarked: false }];
  const pieces: TextPiece[] = [];
  for (const token of text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const folded = foldText(token);
    const isMarked = folded !== '' && words.some((word) => folded.startsWith(word));
    const last = pieces.at(-1);
    if (last?.isMarked === isMarked) pieces[pieces.length - 1] = { text: last.text + token, isMarked };
    else pieces.push({ text: token, isMarked });
  }
  return pieces;
}
