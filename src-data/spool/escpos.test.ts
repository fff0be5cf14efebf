import fc from 'fast-check';
import receiptline from 'receiptline';
import { describe, expect, it } from 'vitest';
import { CODE_PAGES, type CodePage, codePageBytes, characterOfByte } from '../../src-shared/receipt/code-page.ts';
import type { ReceiptData } from '../../src-shared/receipt/receipt-data.ts';
import { makeReceiptDocument, qrContent } from '../../src-shared/receipt/receipt-document.ts';
import { readCommands } from './testing/escpos/commands.ts';
import { type PrintedLine, type PrintedReceipt, printOnPaper } from './testing/escpos/software-printer.ts';
import { anyReceipt } from '../../src-shared/receipt/testing/receipt-arbitrary.ts';
import { REFERRAL_RECEIPT, SAMPLE_RECEIPT, SPANISH_RECEIPT } from '../../src-shared/receipt/testing/sample-receipt.ts';
import { escposBytes } from './escpos.ts';

const COLUMNS = [32, 42, 48] as const;
const PAPERS = COLUMNS.flatMap((columns) => CODE_PAGES.map((codePage) => ({ columns, codePage })));
type Paper = (typeof PAPERS)[number];

function print(data: ReceiptData, paper: Paper): PrintedReceipt {
  return printOnPaper(escposBytes(makeReceiptDocument(data), paper), paper.columns);
}

const textsOf = (printed: PrintedReceipt): readonly string[] => printed.lines.map((line) => line.text);
const onOneLine = (printed: PrintedReceipt): string => textsOf(printed).join(' ').replace(/ +/g, ' ');

function isCentered(line: PrintedLine, columns: number): boolean {
  return Math.abs(line.from - (columns * 12 - line.to)) <= 12;
}

describe.each(PAPERS)('on $columns columns in $codePage', (paper) => {
  it('prints the number large, in the middle, once', () => {
    const [line, ...others] = print(SAMPLE_RECEIPT, paper).lines.filter(({ text }) => text === '48-2913-5062');
    const size = paper.columns === 32 ? 2 : 3; // a line of 58 mm holds no more
    expect(line).toMatchObject({ height: size, isBold: true, to: (line?.from ?? 0) + 12 * size * 12 });
    expect(line && isCentered(line, paper.columns)).toBe(true);
    expect(others).toEqual([]);
  });

  it('says in English what happens by when, and whom to call', () => {
    const said = onOneLine(print(SAMPLE_RECEIPT, paper));
    expect(said).toContain('We will answer you by Tuesday, November 24, 2026, 4:10 PM.');
    expect(said).toContain('Call (727) 555-0142 and say your tracking number.');
    expect(said).toContain('four eight, two nine one three, five zero six two');
  });

  it('says it in Spanish with every accent', () => {
    const said = onOneLine(print(SPANISH_RECEIPT, paper));
    expect(said).toContain('Le responderemos a más tardar el martes 24 de noviembre de 2026, a las 4:10 p. m.');
    expect(said).toContain('¿cuándo lo arreglan? ¡Dañó dos llantas en mi año nuevo! Pingüino, canción, señal.');
    expect(said).toContain('Qué sigue ahora');
  });

  it('marks a reprint as a copy, white on black, before all else', () => {
    expect(print({ ...SAMPLE_RECEIPT, copyNumber: 1 }, paper).lines[0]).toMatchObject({ text: 'COPY', isInverted: true, height: 2 });
    expect(print(SAMPLE_RECEIPT, paper).lines.some((line) => line.isInverted)).toBe(false);
  });

  it('prints the agency of a referral with address and phone', () => {
    const said = onOneLine(print(REFERRAL_RECEIPT, paper));
    for (const line of ['Florida Department of Transportation', '11201 N McKinley Drive, Tampa, FL 33612', '(813) 555-0175']) {
      expect(said).toContain(line);
    }
  });

  it('wraps long names between words', () => {
    const name = 'Consolidated City and County of San Buenaventura-by-the-Sea';
    const printed = print({ ...SAMPLE_RECEIPT, city: { ...SAMPLE_RECEIPT.city, name } }, paper);
    expect(printed.lines.slice(0, 2)).toEqual([expect.objectContaining({ isBold: true }), expect.objectContaining({ isBold: true })]);
    expect(textsOf(printed).slice(0, 2).join(' ')).toBe(name);
  });

  it('carries a QR code that a phone reads', () => {
    expect(print(SAMPLE_RECEIPT, paper).paper.readQr()).toBe('https://palmharbor.example/status?n=4829135062');
    expect(print({ ...SAMPLE_RECEIPT, city: { ...SAMPLE_RECEIPT.city, statusUrl: null } }, paper).paper.readQr()).toBe('4829135062');
  });

  it('cuts once at the end, then asks to be told when all is done', () => {
    const kinds = readCommands(escposBytes(makeReceiptDocument(SAMPLE_RECEIPT), paper)).map((command) => command.kind);
    expect(kinds.filter((kind) => kind === 'cut')).toHaveLength(1);
    expect(kinds.slice(-2)).toEqual(['cut', 'askWhenDone']);
  });
});

it('feeds the paper out to be torn off where the printer has no cutter', () => {
  const bytes = escposBytes(makeReceiptDocument(SAMPLE_RECEIPT), { columns: 32, codePage: 'cp858', cuts: false });
  const kinds = readCommands(bytes).map((command) => command.kind);
  expect([kinds.includes('cut'), kinds.slice(-6)]).toEqual([false, ['lineFeed', 'lineFeed', 'lineFeed', 'lineFeed', 'lineFeed', 'askWhenDone']]);
});

describe('whatever its texts try', () => {
  it('a receipt is text, pictures, one cut and one question, and its QR code is still read', () => {
    fc.assert(
      fc.property(anyReceipt, fc.constantFrom(...PAPERS), (data, paper) => {
        const printed = print(data, paper);
        expect([printed.cutCount, printed.askedWhenDone]).toEqual([1, 1]);
        expect(printed.paper.readQr()).toBe(qrContent(data.city.statusUrl, data.trackingNumber));
      }),
      { numRuns: 60 },
    );
  });

  it('its bytes hold no command in real time, which a printer would obey even inside a picture', () => {
    fc.assert(
      fc.property(anyReceipt, fc.constantFrom(...PAPERS), (data, paper) => {
        const bytes = Buffer.from(escposBytes(makeReceiptDocument(data), paper)).toString('latin1');
        expect(bytes).not.toMatch(/\x10[\x04\x05\x14]/);
      }),
    );
  });
});

it.each(CODE_PAGES)('encodes %s as ReceiptLine’s own tables do', (codePage: CodePage) => {
  for (let byte = 0x80; byte < 0x100; byte += 1) {
    const character = characterOfByte(byte, codePage);
    if (character === null) continue;
    const theirs = receiptline.commands.escpos.text(character, codePage).slice(3); // after ESC t n
    expect([character, String.fromCharCode(...codePageBytes(character, codePage))]).toEqual([character, theirs]);
  }
});
