import { RECEIPT_FONT_FAMILY } from '../receipt/receipt-fonts.ts';
import type { Language } from '../domain/case.ts';
import { LETTER_GEOMETRY, type LetterGeometry, type LetterPaper, type Rectangle } from './letter-geometry.ts';
import { letterWords } from './letter-words.ts';

const PAGE_SIZE: Record<LetterPaper, string> = { letter: 'letter', a4: 'A4' };

/** Ink and greys are dark enough to survive a worn-out office printer and a photocopy. */
const LOOKS = `
:root{--ink:#16181d;--soft:#454b57;--line:#c9ced6}
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font:11pt/1.4 '${RECEIPT_FONT_FAMILY}',system-ui,sans-serif;color:var(--ink);background:#fff;overflow-wrap:anywhere}
.head,.place{position:absolute}
.head{font-size:9.5pt;line-height:1.4;color:var(--soft);border-bottom:.35mm solid var(--ink);padding-bottom:2.5mm;overflow:hidden}
.head .city{font-weight:700;line-height:1.15;color:var(--ink);margin-bottom:.6mm}
.address{font-style:normal}
.address span{display:block;white-space:nowrap}
.sender{font-size:6.8pt;line-height:1.1;color:var(--soft);overflow:hidden;display:flex;align-items:end}
.info p{font-size:10.5pt;line-height:1.35;margin-bottom:2.2mm}
.info .label{font-size:9pt;color:var(--soft);margin-bottom:0}
.info .number{font-size:11pt;font-weight:700;font-variant-numeric:tabular-nums;white-space:nowrap}
.info .copy{font-size:9pt;font-weight:700;margin:1mm 0 0}
.fold{position:absolute;width:4mm;border-top:.2mm solid var(--line)}
.subject{font-size:12pt;font-weight:700;line-height:1.35;margin-bottom:4.5mm;text-wrap:balance}
.body p{margin-bottom:3mm;text-wrap:pretty;orphans:3;widows:3}
.unbroken{white-space:nowrap}
.signature{margin-top:6mm;break-inside:avoid}
.signature .name{margin-top:13mm;font-weight:700}
.signature p+p.line{line-height:1.35}
.agency{margin-top:7mm;border:.3mm dashed var(--ink);border-radius:1.5mm;padding:3.5mm 5.5mm 4mm;break-inside:avoid}
.agency header{display:flex;justify-content:space-between;gap:6mm;font-size:9.5pt;color:var(--soft)}
.agency h2{font-size:9.5pt;font-weight:400}
.agency .name{font-size:14pt;font-weight:700;line-height:1.25;margin:.6mm 0 .4mm}
.agency dl{margin-top:1.2mm;display:grid;gap:.4mm}
.agency dl>div{display:grid;grid-template-columns:24mm 1fr;column-gap:4mm}
.agency dt{color:var(--soft)}
.agency dd.phone{font-weight:700}
`;

/** Those of several letters in one run: each begins on a sheet of its own and has its number at the foot, but no page count. */
export function letterRunStyles(paper: LetterPaper, trackingNumbers: readonly string[]): string {
  const geometry = LETTER_GEOMETRY[paper];
  const pages = trackingNumbers.map((number, index) => `@page letter-${index + 1}{@bottom-right{${pageFoot(`"${plainNumber(number)}"`)}}}.letter-${index + 1}{page:letter-${index + 1}}`);
  return [pageRule(paper, ''), ...pages, '.sheet+.sheet{break-before:page}', LOOKS, ...places(geometry)].join('\n');
}

/**
 * Styles of one letter. Margins are given by the page above and below, by the sheet itself at the sides, so that fold marks can
 * stand at the edge. From the second page on the margin tells number and page; an older Chromium than 131 leaves that out.
 */
export function letterStyles(paper: LetterPaper, language: Language, trackingNumber: string): string {
  const geometry = LETTER_GEOMETRY[paper];
  return [pageRule(paper, `@bottom-right{${pageNumber(language, trackingNumber)}}`), '@page:first{@bottom-right{content:none}}', LOOKS, ...places(geometry)].join('\n');
}

function pageRule(paper: LetterPaper, foot: string): string {
  const { margin } = LETTER_GEOMETRY[paper];
  return `@page{size:${PAGE_SIZE[paper]};margin:${mm(margin.top)} 0 ${mm(margin.bottom)};${foot}}`;
}

function pageNumber(language: Language, trackingNumber: string): string {
  const words = letterWords(language);
  const number = plainNumber(trackingNumber);
  return pageFoot(`"${number === '' ? '' : `${number} · `}${words.page} " counter(page) " ${words.pageOf} " counter(pages)`);
}

/** Nothing but digits and dashes becomes part of a style sheet. */
function plainNumber(trackingNumber: string): string {
  return /^[0-9-]+$/.test(trackingNumber) ? trackingNumber : '';
}

function pageFoot(content: string): string {
  return `content:${content};font:9pt '${RECEIPT_FONT_FAMILY}',system-ui,sans-serif;color:#454b57;padding-right:20mm`;
}

function places(geometry: LetterGeometry): readonly string[] {
  const { margin, sheet, bodyTop, headBottom, addressBox, infoBox, senderLine, folds } = geometry;
  const width = mm(sheet.width - margin.left - margin.right);
  return [
    `.sheet{position:relative;padding:${mm(bodyTop - margin.top)} ${mm(margin.right)} 0 ${mm(margin.left)}}`,
    `.head{left:${mm(margin.left)};top:0;width:${width};max-height:${mm(headBottom - margin.top)}}`,
    place('.place.address', addressBox, margin.top),
    place('.place.info', infoBox, margin.top),
    ...(senderLine ? [place('.place.sender', senderLine, margin.top)] : []),
    ...folds.map((fold, index) => `.fold-${index + 1}{left:5mm;top:${mm(fold - margin.top)}}`),
  ];
}

/** A rectangle of the sheet, counted from where the page's text area begins. */
function place(selector: string, { left, top, width, height }: Rectangle, marginTop: number): string {
  return `${selector}{left:${mm(left)};top:${mm(top - marginTop)};width:${mm(width)};height:${mm(height)}}`;
}

function mm(value: number): string {
  return `${Number(value.toFixed(3))}mm`;
}
