/** Several receipts as one document, each on a sheet of its own: the slips of a whole town hall, cut apart and handed out. */
import type { ReceiptDocument } from './receipt-document.ts';
import { escapeHtml, receiptSections } from './receipt-html.ts';
import { fontFaces } from './receipt-fonts.ts';
import { paperStyles } from './receipt-styles.ts';

const ONE_A_SHEET = '.receipt{break-after:page}.receipt:last-child{break-after:auto}';

/** A whole HTML document in the order given; each receipt keeps its own language. `title`: of the document. */
export function receiptsHtml(documents: readonly ReceiptDocument[], paper: 'letter' | 'a4', title: string): string {
  return [
    '<!doctype html>',
    `<html lang="${documents[0]?.language ?? 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${fontFaces()}${paperStyles(paper)}${ONE_A_SHEET}</style>`,
    '</head>',
    `<body class="paper-${paper}">`,
    ...documents.map((document) => `<article class="receipt" lang="${document.language}">${receiptSections(document)}</article>`),
    '</body>',
    '</html>',
  ].join('\n');
}
