import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyReceipt } from './testing/receipt-arbitrary.ts';
import { CODE_PAGES } from './code-page.ts';
import { makeReceiptDocument } from './receipt-document.ts';
import { receiptlineText } from './receiptline-text.ts';

const paper = fc.record({ columns: fc.constantFrom(42 as const, 48 as const), codePage: fc.constantFrom(...CODE_PAGES) });

/** Every line is one of ours; inside, each ASCII character but letters and digits is written as its code. */
const ESCAPED = String.raw`(?:[0-9A-Za-z\u0080-\uffff]|\\x[2-7][0-9a-f])`;
const LINE = new RegExp(String.raw`^(?:|-|=|\{option:qrcode,[68],m\}|\{code:${ESCAPED}+\}|\|` + '`?"?' + String.raw`(?:\^{2,4})?${ESCAPED}+ ?\|)$`);

const CELLS: Readonly<Record<string, number>> = { '^^^': 2, '^^^^': 3 };

it('holds none of ReceiptLine’s signs but our own, and no line wider than the paper', () => {
  fc.assert(
    fc.property(anyReceipt, paper, (data, { columns, codePage }) => {
      const lines = receiptlineText(makeReceiptDocument(data), { columns, codePage }).split('\n');
      for (const line of lines) expect(line).toMatch(LINE);
      expect(lines.filter((line) => line.startsWith('{'))).toHaveLength(2);
      expect(lines.filter((line) => line === '=')).toHaveLength(1);
      for (const [, size = '', text = ''] of lines.map((line) => /^\|[`"]*(\^*)(.*?) ?\|$/.exec(line) ?? [])) {
        expect(text.replace(/\\x../g, '.').length * (CELLS[size] ?? 1)).toBeLessThanOrEqual(columns);
      }
    }),
  );
});
