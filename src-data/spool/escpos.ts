/**
 * A receipt as the bytes an ESC/POS printer understands, and as a picture of what will come out of it.
 *
 * ReceiptLine lays the lines out; a few of its commands are replaced by ones that every printer has. Rules and the QR code are
 * sent as raster pictures, not as the printer's own line characters and QR command: cheap printers lack those.
 */
import receiptline, { type BaseCommand } from 'receiptline';
import { type CodePage, codePageBytes, toCodePage } from '../../src-shared/receipt/code-page.ts';
import type { ReceiptDocument } from '../../src-shared/receipt/receipt-document.ts';
import { receiptlineText, type ThermalPaper } from '../../src-shared/receipt/receiptline-text.ts';

/** `ESC t n`: which of its tables the printer reads bytes above 0x7F from. */
const SELECT_CODE_PAGE: Record<CodePage, string> = { cp858: '\x1bt\x13', cp1252: '\x1bt\x10' };

/** `ESC 2`: 30 dots from line to line. `ESC 3 n`: n dots, for the one line feed after a rule. */
const TEXT_SPACING = '\x1b2';
const RULE_SPACING = '\x1b3\x10';
const RULE_BLANK_ROWS = 12;
const RULE_BLACK_ROWS = 2;

/** A printer, its paper, and whether it has a cutter. */
export interface ThermalPrinter extends ThermalPaper {
  /** Left out: it has one. */
  readonly cuts?: boolean;
}

/** Feeds the end of a receipt past the edge it is torn off at. */
const TEAR_OFF_LINES = '\n'.repeat(5);

/** Bytes of one receipt: reset, text, QR code, partial cut, and a last question (`GS r 1`) that a printer answers when all is done. */
export function escposBytes(document: ReceiptDocument, paper: ThermalPrinter): Uint8Array {
  const commands = receiptline.transform(receiptlineText(document, paper), {
    cpl: paper.columns,
    encoding: paper.codePage,
    command: thermalCommands(paper),
    spacing: true,
    cutting: false, // the text ends with its own cut
  });
  return Buffer.from(commands, 'latin1');
}

function thermalCommands({ codePage, cuts = true }: ThermalPrinter): BaseCommand {
  const { generic } = receiptline.commands;
  return {
    ...generic,
    hr: (columns) => RULE_SPACING + ruleRaster(columns * generic.charWidth),
    area(left, width, right) {
      return TEXT_SPACING + generic.area.call(this, left, width, right); // every line begins with its area
    },
    ...(cuts ? {} : { cut: () => TEAR_OFF_LINES }),
    text: (text) => SELECT_CODE_PAGE[codePage] + latin1(codePageBytes(toCodePage(text, codePage), codePage)),
  };
}

/** `GS v 0`: a thin line with some white above it. `dots` is a whole number of bytes: characters are 12 dots, columns even. */
function ruleRaster(dots: number): string {
  const bytesPerRow = Math.floor(dots / 8);
  const rows = RULE_BLANK_ROWS + RULE_BLACK_ROWS;
  const size = latin1(Uint8Array.of(bytesPerRow & 0xff, bytesPerRow >> 8, rows & 0xff, rows >> 8));
  return `\x1dv0\x00${size}${'\x00'.repeat(bytesPerRow * RULE_BLANK_ROWS)}${'\xff'.repeat(bytesPerRow * RULE_BLACK_ROWS)}`;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
