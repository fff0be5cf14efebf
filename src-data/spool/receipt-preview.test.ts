import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeReceiptDocument } from '../../src-shared/receipt/receipt-document.ts';
import { anyReceipt } from '../../src-shared/receipt/testing/receipt-arbitrary.ts';
import { SAMPLE_RECEIPT } from '../../src-shared/receipt/testing/sample-receipt.ts';
import { MONO_LATIN_REGULAR } from './preview-font-data.ts';
import { receiptPreviewSvg } from './receipt-preview.ts';

const PAPER = { columns: 48, codePage: 'cp858' } as const;
const ELEMENTS = /^<\/?(svg|style|defs|filter|feFlood|feComposite|g|path|text|tspan)[\s/>]/;

it('is one labelled picture that fetches nothing', () => {
  const svg = receiptPreviewSvg(makeReceiptDocument(SAMPLE_RECEIPT), PAPER);
  expect(svg).toMatch(/^<svg role="img" aria-label="Receipt 48-2913-5062" width="576px"/);
  expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|@import|href/);
  expect(svg).toContain('font/woff2;base64,');
});

it('is the same for the same receipt', () => {
  const document = makeReceiptDocument({ ...SAMPLE_RECEIPT, copyNumber: 1 });
  expect(receiptPreviewSvg(document, PAPER)).toBe(receiptPreviewSvg(document, PAPER));
});

it('has no element but those of a drawing, whatever the texts try', () => {
  fc.assert(
    fc.property(anyReceipt, (data) => {
      const tags = receiptPreviewSvg(makeReceiptDocument(data), PAPER).match(/<[^>]*>?/g) ?? [];
      for (const tag of tags) expect(tag).toMatch(ELEMENTS);
      expect(tags.filter((tag) => /\son\w+=/i.test(tag))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

it('carries exactly the font file that lies in resources with its licence', () => {
  const file = new URL('../../resources/receipt-fonts/atkinson-hyperlegible-mono-latin-400-normal.woff2', import.meta.url);
  expect(MONO_LATIN_REGULAR).toBe(readFileSync(file).toString('base64'));
});
