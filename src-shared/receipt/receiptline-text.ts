/**
 * The receipt as ReceiptLine markdown, for an 80 mm thermal printer and its preview.
 *
 * Only this file knows that language. Every character of the receipt's text but letters and digits is written as `\xHH`, which
 * ReceiptLine reads after it has looked for its own signs: no text can become a command, a column or a drawing. Lines are wrapped
 * here, between words; ReceiptLine itself would cut them anywhere.
 */
import { unreachable } from '../util/unreachable.ts';
import { type CodePage, toCodePage } from './code-page.ts';
import type { ReceiptBlock, ReceiptDocument, ReceiptSection, SectionName, TextRole } from './receipt-document.ts';
import { packParts, wrapBalanced, wrapWords } from './wrap-words.ts';

export interface ThermalPaper {
  /** 42 or 48 on 80 mm paper, 32 on 58 mm. */
  readonly columns: 32 | 42 | 48;
  readonly codePage: CodePage;
}

type Align = 'left' | 'center';

/** Width and height of a character, in normal characters. */
type Size = '1x1' | '1x2' | '2x2' | '3x3';

interface Look {
  readonly size: Size;
  readonly isBold: boolean;
}

interface PrintedLine extends Look {
  readonly text: string;
  readonly align: Align;
  readonly isInverted?: boolean;
}

const SIZE_SIGN: Record<Size, string> = { '1x1': '', '1x2': '^^', '2x2': '^^^', '3x3': '^^^^' };
const SIZE_WIDTH: Record<Size, number> = { '1x1': 1, '1x2': 1, '2x2': 2, '3x3': 3 };

const PLAIN: Look = { size: '1x1', isBold: false };
const ROLE_LOOK: Record<TextRole, Look> = {
  city: { size: '2x2', isBold: true },
  heading: { size: '1x1', isBold: true },
  headline: { size: '1x1', isBold: true },
  promise: { size: '1x2', isBold: false },
  strong: { size: '1x2', isBold: true },
  body: PLAIN,
  note: PLAIN,
};

const SECTION_ALIGN: Record<SectionName, Align> = {
  practice: 'center',
  copy: 'center',
  city: 'center',
  number: 'center',
  next: 'left',
  agency: 'left',
  details: 'left',
  status: 'center',
  contact: 'center',
  foot: 'center',
};

/** Sections that no line is drawn above: they belong to the one before. */
const JOINED_SECTIONS: ReadonlySet<SectionName> = new Set(['copy', 'city']);

/** Characters beside a label that still make a line to write on. */
const LEAST_TO_WRITE_ON = 16;

const RULE = '-';
const CUT = '=';
const EMPTY_LINE = '';
/** QR cells of 6 to 8 dots (0.75 to 1 mm) and medium error correction: a phone reads it from a creased receipt. */
const QR_CELL_DOTS = { short: 8, long: 6 };
/** A bare number makes the smallest QR code there is, which is printed larger. */
const QR_SHORT_LENGTH = 14;

/** Markdown of a whole receipt, ending with the cut. Contains only characters that `paper.codePage` can print. */
export function receiptlineText(document: ReceiptDocument, paper: ThermalPaper): string {
  const sections = document.sections.flatMap((section, index) => sectionLines(section, index === 0, paper));
  return [...sections, EMPTY_LINE, CUT].join('\n');
}

/** Escapes a text for ReceiptLine: letters and digits stay, every other ASCII character becomes `\xHH`. */
export function escapeReceiptline(text: string): string {
  return text.replace(/[^0-9A-Za-z\u0080-\uffff]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function sectionLines(section: ReceiptSection, isFirst: boolean, paper: ThermalPaper): readonly string[] {
  const opening = isFirst ? [] : JOINED_SECTIONS.has(section.name) ? [EMPTY_LINE] : [RULE];
  return [...opening, ...section.blocks.flatMap((block) => blockLines(block, section.name, paper))];
}

function blockLines(block: ReceiptBlock, section: SectionName, paper: ThermalPaper): readonly string[] {
  const align = SECTION_ALIGN[section];
  switch (block.kind) {
    case 'text':
      return roleLines(block.role, block.text, section, paper);
    case 'banner':
      return textLines(block.text, { size: '2x2', isBold: true, isInverted: true, align }, paper);
    case 'field':
      return fieldLines(block.label, block.value, align, paper);
    case 'number':
      return numberLines(block, paper);
    case 'writeIn':
      return writeInLines(block, paper);
    case 'cut':
      return [EMPTY_LINE, CUT];
    case 'qr':
      return [...qrLines(block.content), ...textLines(block.caption, { ...PLAIN, align }, paper)];
    default:
      return unreachable(block);
  }
}

/** Running text stands off from the tall promise above it. */
function roleLines(role: TextRole, text: string, section: SectionName, paper: ThermalPaper): readonly string[] {
  const lines = textLines(text, { ...fitting(text, ROLE_LOOK[role], paper), align: SECTION_ALIGN[section] }, paper);
  return section === 'next' && role === 'body' ? [EMPTY_LINE, ...lines] : lines;
}

function qrLines(content: string): readonly string[] {
  const cellDots = content.length > QR_SHORT_LENGTH ? QR_CELL_DOTS.long : QR_CELL_DOTS.short;
  return [EMPTY_LINE, `{option:qrcode,${cellDots},m}`, `{code:${escapeReceiptline(content)}}`, EMPTY_LINE];
}

/** A name too long for one wide line is printed tall instead of being broken in the middle. */
function fitting(text: string, look: Look, paper: ThermalPaper): Look {
  const isTooWide = text.length * SIZE_WIDTH[look.size] > paper.columns;
  return look.size === '2x2' && isTooWide ? { ...look, size: '1x2' } : look;
}

function numberLines(block: Extract<ReceiptBlock, { kind: 'number' }>, paper: ThermalPaper): readonly string[] {
  const spoken = packParts(block.spoken.map((group) => toCodePage(group, paper.codePage)), ', ', paper.columns);
  return [
    EMPTY_LINE,
    ...textLines(block.label, { ...PLAIN, align: 'center' }, paper),
    ...textLines(block.shown, { size: block.shown.length * SIZE_WIDTH['3x3'] > paper.columns ? '2x2' : '3x3', isBold: true, align: 'center' }, paper),
    ...spoken.map((line) => printLine({ ...PLAIN, text: line, align: 'center' })),
  ];
}

/** Room for a hand above every line; the label stands on the first one, if there is space left beside it. */
function writeInLines({ label, lines }: Extract<ReceiptBlock, { kind: 'writeIn' }>, { columns, codePage }: ThermalPaper): readonly string[] {
  const shown = wrapWords(toCodePage(label, codePage), columns);
  const last = shown.at(-1) ?? '';
  const isBeside = lines === 1 && columns - last.length >= LEAST_TO_WRITE_ON;
  const above = isBeside ? shown.slice(0, -1) : shown;
  const first = isBeside ? `${last} ${'_'.repeat(columns - last.length - 1)}` : '_'.repeat(columns);
  const rows = [first, ...Array.from({ length: lines - 1 }, () => '_'.repeat(columns))];
  const plain = (text: string): string => printLine({ ...PLAIN, text, align: 'left' });
  return [EMPTY_LINE, ...above.map(plain), ...rows.flatMap((row, index) => (index === 0 && isBeside ? [plain(row)] : [EMPTY_LINE, plain(row)]))];
}

/** Details stand in two columns, label and value; in a centered section, such as the PIN, they stand on one tall line. */
function fieldLines(label: string, value: string, align: Align, paper: ThermalPaper): readonly string[] {
  if (align === 'center') return [EMPTY_LINE, ...textLines(`${label} ${value}`, { size: '1x2', isBold: true, align }, paper)];
  const labelWidth = 12;
  const values = wrapWords(toCodePage(value, paper.codePage), paper.columns - labelWidth);
  const shownLabel = toCodePage(label, paper.codePage).slice(0, labelWidth - 1);
  return values.map((line, index) => printLine({ ...PLAIN, align, text: (index === 0 ? shownLabel : '').padEnd(labelWidth) + line }));
}

function textLines(text: string, look: Omit<PrintedLine, 'text'>, paper: ThermalPaper): readonly string[] {
  const margin = look.isInverted ? ' ' : '';
  const width = Math.floor(paper.columns / SIZE_WIDTH[look.size]) - 2 * margin.length;
  const wrap = look.align === 'center' ? wrapBalanced : wrapWords;
  return wrap(toCodePage(text, paper.codePage), width).map((line) => printLine({ ...look, text: margin + line + margin }));
}

/** `|text |` is left-aligned, `|text|` centered. Bold, inverted and size signs hold until the end of their line. */
function printLine(line: PrintedLine): string {
  const signs = `${line.isInverted ? '`' : ''}${line.isBold ? '"' : ''}${SIZE_SIGN[line.size]}`;
  return `|${signs}${escapeReceiptline(line.text)}${line.align === 'left' ? ' ' : ''}|`;
}
