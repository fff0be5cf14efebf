import { t } from '../../src-shared/language/language.ts';
import type { Letter } from '../../src-shared/correspondence/letter.ts';
import type { LetterPaper } from '../../src-shared/correspondence/letter-geometry.ts';
import { letterHtml, letterRunHtml } from '../../src-shared/correspondence/letter-html.ts';
import type { PaperDocument } from '../paper/use-paper.ts';

/** A letter for the paper that is chosen when it is printed. */
export type LetterFor = (paper: LetterPaper) => Letter;

/** One letter. `number` names the file. A letter has no foot of ours: it brings its own. */
export function letterDocument(letterFor: LetterFor, number: string): PaperDocument {
  return { title: t`letter`, suggestedName: t`Letter ${number}`, pageFooter: null, html: (paper) => letterHtml(letterFor(paper)) };
}

/** Several letters in one go, in the order given. `day` names the file: `2026-11-24`. */
export function letterRunDocument(letters: readonly LetterFor[], day: string): PaperDocument {
  const title = letters.length === 1 ? t`1 letter` : t`${letters.length} letters`;
  const html = (paper: LetterPaper): string => letterRunHtml(letters.map((letterFor) => letterFor(paper)), { paper, title: `${title}, ${day}` });
  return { title: t`letters`, suggestedName: t`Letters ${day}`, pageFooter: null, html };
}
