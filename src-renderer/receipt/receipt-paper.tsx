import type { ReactElement } from 'react';
import { qrPath } from '../../src-shared/receipt/qr-matrix.ts';
import type { ReceiptBlock, ReceiptDocument, ReceiptSection } from '../../src-shared/receipt/receipt-document.ts';
import { unreachable } from '../../src-shared/util/unreachable.ts';
import './receipt-paper.css';

/** A receipt as it will come out of the printer, in text that can be read out and selected. */
export function ReceiptPaper({ document }: { readonly document: ReceiptDocument }): ReactElement {
  return (
    <article className="receipt-paper" lang={document.language} aria-label={document.title}>
      {document.sections.map((section) => (
        <Section key={section.name} section={section} />
      ))}
    </article>
  );
}

function Section({ section }: { readonly section: ReceiptSection }): ReactElement {
  return (
    <div className="receipt-section" data-section={section.name}>
      {section.blocks.map((block, index) => (
        <Block key={`${section.name}-${index}`} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: ReceiptBlock }): ReactElement {
  switch (block.kind) {
    case 'text':
      return (
        <p className="receipt-text" data-role={block.role} dir="auto">
          {block.text}
        </p>
      );
    case 'banner':
      return <p className="receipt-banner">{block.text}</p>;
    case 'field':
      return (
        <p className="receipt-field">
          <span>{block.label}</span> <span dir="auto">{block.value}</span>
        </p>
      );
    case 'number':
      return (
        <div className="receipt-number">
          <p>{block.label}</p>
          <p className="receipt-number-shown">{block.shown}</p>
          <p>{block.spoken.join(', ')}</p>
        </div>
      );
    case 'writeIn':
      return <p className="receipt-text">{`${block.label} ${'_'.repeat(24 * block.lines)}`}</p>;
    case 'cut':
      return <hr />;
    case 'qr':
      return <QrCode content={block.content} caption={block.caption} />;
    default:
      return unreachable(block);
  }
}

function QrCode({ content, caption }: { readonly content: string; readonly caption: string }): ReactElement {
  const { path, size } = qrPath(content);
  return (
    <figure className="receipt-qr">
      <svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" aria-hidden="true" focusable="false">
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
