import receiptline from 'receiptline';
import type { ReceiptDocument } from '../../src-shared/receipt/receipt-document.ts';
import { escapeHtml } from '../../src-shared/receipt/receipt-html.ts';
import { receiptlineText, type ThermalPaper } from '../../src-shared/receipt/receiptline-text.ts';
import { MONO_LATIN_REGULAR } from './preview-font-data.ts';

const FONT_FAMILY = 'Receipt Preview';
const FONT_FACE = `@font-face{font-family:'${FONT_FAMILY}';src:url(data:font/woff2;base64,${MONO_LATIN_REGULAR}) format('woff2')}`;
/** ReceiptLine sizes its own font at 22; ours is wider and fills a cell of 12 units at 20. */
const FONT_SIZE = 20;

/**
 * The thermal receipt as a self-contained SVG: the same lines and breaks as on paper. 12 units are one character.
 *
 * Labelled with `document.title` for assistive technology. Nothing is fetched: the font is inside.
 */
export function receiptPreviewSvg(document: ReceiptDocument, paper: ThermalPaper): string {
  const svg = receiptline.transform(receiptlineText(document, paper), {
    cpl: paper.columns,
    encoding: paper.codePage,
    command: 'svg',
    spacing: true,
    cutting: false,
  });
  return svg
    .replace(/<style[^]*?<\/style>/, `<style>${FONT_FACE}</style>`)
    .replace(/font-family="[^"]*"( fill="#000") font-size="\d+"/, `font-family="'${FONT_FAMILY}', monospace"$1 font-size="${FONT_SIZE}"`)
    .replaceAll(/receipt-[0-9a-f]{8}-[0-9a-f-]{27}/g, 'receipt-inverted')
    .replace('<svg ', `<svg role="img" aria-label="${escapeHtml(document.title)}" `);
}
