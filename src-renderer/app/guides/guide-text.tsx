import { Fragment, type ReactElement, useMemo } from 'react';
import type { Guide } from '../../../src-shared/catalogue/guide.ts';
import { linksIn } from '../../../src-shared/knowledge/guide-links.ts';
import { blocksOf, type GuideBlock } from '../../../src-shared/knowledge/guide-text.ts';
import { markWords } from '../../../src-shared/knowledge/marked-text.ts';
import './guide-text.css';

export interface GuideTextProps {
  readonly guide: Pick<Guide, 'body'>;
  /** Folded words that were searched for: they are marked. */
  readonly words?: readonly string[];
  /** Guides that may be named in the text, and what opens one. */
  readonly guides?: readonly Guide[];
  readonly onOpen?: (guideCode: string) => void;
  /** Level of the headings in the text: one below that of the title around it. */
  readonly headingLevel?: 3 | 4;
}

const NONE: readonly never[] = [];

/** A guide as it is read: headings, paragraphs, lists, and words to say aloud. */
export function GuideText({ guide, words = NONE, guides = NONE, onOpen, headingLevel = 3 }: GuideTextProps): ReactElement {
  const blocks = useMemo(() => blocksOf(guide.body), [guide.body]);
  const line = (text: string): ReactElement => <Line text={text} words={words} guides={guides} onOpen={onOpen} />;
  return (
    <div className="guide-text">
      {blocks.map((block, index) => (
        <Fragment key={index}>{blockElement(block, line, headingLevel)}</Fragment>
      ))}
    </div>
  );
}

function blockElement(block: GuideBlock, line: (text: string) => ReactElement, headingLevel: 3 | 4): ReactElement {
  const Heading = headingLevel === 3 ? 'h3' : 'h4';
  switch (block.kind) {
    case 'heading':
      return <Heading>{line(block.text)}</Heading>;
    case 'paragraph':
      return <p>{line(block.text)}</p>;
    case 'saying':
      return <blockquote>{line(block.text)}</blockquote>;
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            <li key={index}>{line(item)}</li>
          ))}
        </ul>
      );
  }
}

interface LineProps {
  readonly text: string;
  readonly words: readonly string[];
  readonly guides: readonly Guide[];
  readonly onOpen: ((guideCode: string) => void) | undefined;
}

function Line({ text, words, guides, onOpen }: LineProps): ReactElement {
  const pieces = onOpen === undefined ? [{ text, guideCode: null }] : linksIn(text, guides);
  return (
    <>
      {pieces.map(({ text: piece, guideCode }, index) =>
        guideCode === null || onOpen === undefined ? (
          <MarkedText key={index} text={piece} words={words} />
        ) : (
          <button key={index} type="button" className="guide-link" onClick={() => onOpen(guideCode)}>
            <MarkedText text={piece} words={words} />
          </button>
        ),
      )}
    </>
  );
}

/** A text with the words marked that were searched for. */
export function MarkedText({ text, words }: { readonly text: string; readonly words: readonly string[] }): ReactElement {
  if (words.length === 0) return <>{text}</>;
  return <>{markWords(text, words).map((piece, index) => (piece.isMarked ? <mark key={index}>{piece.text}</mark> : <Fragment key={index}>{piece.text}</Fragment>))}</>;
}
