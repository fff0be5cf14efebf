/**
 * The receipt as one self-contained page: Letter or A4 for a desk printer and for PDF, 80 mm for a narrow one.
 *
 * Semantic and readable without its looks: one `h1`, a heading per section, a description list of details, the number spoken in
 * words. No script, nothing fetched. Every text is escaped here and nowhere else.
 */
import { unreachable } from '../util/unreachable.ts';
import type { ReceiptBlock, ReceiptDocument, ReceiptSection, TextRole } from './receipt-document.ts';
import { fontFaces } from './receipt-fonts.ts';
import { paperStyles } from './receipt-styles.ts';
import { qrPath } from './qr-matrix.ts';

export type HtmlPaper = '80mm' | 'letter' | 'a4';

/** Elements of each kind of text. The city's name opens the page as its title. */
const ROLE_ELEMENT: Record<TextRole, { readonly tag: 'h1' | 'h2' | 'p'; readonly name: string }> = {
  city: { tag: 'h1', name: 'city' },
  heading: { tag: 'h2', name: 'heading' },
  headline: { tag: 'p', name: 'headline' },
  promise: { tag: 'p', name: 'promise' },
  strong: { tag: 'p', name: 'strong' },
  body: { tag: 'p', name: 'body' },
  note: { tag: 'p', name: 'note' },
};

/** A whole HTML document (`<!doctype html>` …). It takes the height it needs; Letter and A4 break into pages where they must. */
export function receiptHtml(document: ReceiptDocument, paper: HtmlPaper): string {
  return [
    '<!doctype html>',
    `<html lang="${document.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">`,
    `<title>${escapeHtml(document.title)}</title>`,
    `<style>${fontFaces()}${paperStyles(paper)}</style>`,
    '</head>',
    `<body class="paper-${paper}">`,
    `<main class="receipt">${receiptSections(document)}</main>`,
    '</body>',
    '</html>',
  ].join('\n');
}

/** What stands on one receipt, for a page that holds several (`receipts-html.ts`). */
export function receiptSections({ sections }: ReceiptDocument): string {
  return sections.map(sectionHtml).join('\n');
}

/** Text for the inside of an element or of a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function sectionHtml(section: ReceiptSection): string {
  const parts: string[] = [];
  let fields: string[] = [];
  const closeFields = (): void => {
    if (fields.length > 0) parts.push(`<dl>${fields.join('')}</dl>`);
    fields = [];
  };
  for (const block of section.blocks) {
    if (block.kind === 'field') {
      fields.push(`<div><dt>${escapeHtml(block.label)}</dt><dd dir="auto">${escapeHtml(block.value)}</dd></div>`);
    } else {
      closeFields();
      parts.push(blockHtml(block));
    }
  }
  closeFields();
  return `<section class="section-${section.name}">${parts.join('\n')}</section>`;
}

function blockHtml(block: Exclude<ReceiptBlock, { kind: 'field' }>): string {
  switch (block.kind) {
    case 'text': {
      const { tag, name } = ROLE_ELEMENT[block.role];
      return `<${tag} class="${name}" dir="auto">${unbroken(escapeHtml(block.text))}</${tag}>`;
    }
    case 'banner':
      return `<p class="banner">${escapeHtml(block.text)}</p>`;
    case 'number':
      return numberHtml(block);
    case 'writeIn':
      return `<p class="note" dir="auto">${escapeHtml(block.label)} ${'_'.repeat(24 * block.lines)}</p>`;
    case 'cut':
      return '<hr>';
    case 'qr':
      return qrHtml(block);
    default:
      return unreachable(block);
  }
}

/** A tracking number inside a sentence stays on one line. */
function unbroken(html: string): string {
  return html.replace(/\b\d{2}-\d{4}-\d{4}\b/g, '<span class="unbroken">$&</span>');
}

function numberHtml(block: Extract<ReceiptBlock, { kind: 'number' }>): string {
  const spoken = block.spoken.map((group) => `<span>${escapeHtml(group)}</span>`).join(', ');
  return [
    '<div class="number">',
    `<p class="number-label">${escapeHtml(block.label)}</p>`,
    `<p class="number-shown"><strong>${escapeHtml(block.shown)}</strong></p>`,
    `<p class="number-spoken">${spoken}</p>`,
    '</div>',
  ].join('');
}

function qrHtml(block: Extract<ReceiptBlock, { kind: 'qr' }>): string {
  const { path, size } = qrPath(block.content);
  const caption = escapeHtml(block.caption);
  return [
    '<figure class="qr">',
    `<svg role="img" aria-label="${caption}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">`,
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`,
    `<figcaption>${caption}</figcaption>`,
    '</figure>',
  ].join('');
}
