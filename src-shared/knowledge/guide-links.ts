import type { Guide } from '../catalogue/guide.ts';

/** A piece of a guide's text; `guideCode`: the words name another guide, which can be opened from here. */
export interface LinkedPiece {
  readonly text: string;
  readonly guideCode: string | null;
}

/**
 * A text in pieces, with the other guides it names in quotation marks: “Storm mode” names the guide of that title, or the one
 * whose title begins so before a colon. The pieces put together are the text.
 */
export function linksIn(text: string, guides: readonly Pick<Guide, 'code' | 'title' | 'isActive'>[]): readonly LinkedPiece[] {
  const pieces = text.split(/(“[^”]+”)/u).filter((piece) => piece !== '');
  return pieces.map((piece) => ({ text: piece, guideCode: piece.startsWith('“') ? codeNamed(piece.slice(1, -1), guides) : null }));
}

function codeNamed(words: string, guides: readonly Pick<Guide, 'code' | 'title' | 'isActive'>[]): string | null {
  const named = guides.find(({ title, isActive }) => isActive && (title === words || title.startsWith(`${words}:`)));
  return named?.code ?? null;
}
