import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReceipt } from './testing/receipt-arbitrary.ts';
import { SAMPLE_RECEIPT, SPANISH_RECEIPT } from './testing/sample-receipt.ts';
import { makeReceiptDocument, type ReceiptBlock, type ReceiptDocument } from './receipt-document.ts';
import { receiptHtml } from './receipt-html.ts';

const PAPERS = ['80mm', 'letter', 'a4'] as const;

/** The same document with harmless words in place of every text. */
function harmless(document: ReceiptDocument): ReceiptDocument {
  const tame = (block: ReceiptBlock): ReceiptBlock => {
    if (block.kind === 'field') return { ...block, label: 'x', value: 'x' };
    return block.kind === 'text' ? { ...block, text: 'x' } : block;
  };
  return { ...document, title: 'x', sections: document.sections.map((section) => ({ ...section, blocks: section.blocks.map(tame) })) };
}

function tagsOf(html: string): readonly string[] {
  const withoutNumberSpans = html.replace(/<span class="unbroken">([\d-]+)<\/span>/g, '$1');
  return withoutNumberSpans.replace(/<style>[^<]*<\/style>/, '').match(/<[^>]*>/g) ?? [];
}

it('has exactly the elements of a harmless receipt, whatever its texts try', () => {
  fc.assert(
    fc.property(anyReceipt, fc.constantFrom(...PAPERS), (data, paper) => {
      const document = makeReceiptDocument(data);
      expect(tagsOf(receiptHtml(document, paper))).toEqual(tagsOf(receiptHtml(harmless(document), paper)));
    }),
  );
});

describe.each(PAPERS)('on %s', (paper) => {
  const html = receiptHtml(makeReceiptDocument(SPANISH_RECEIPT), paper);

  it('fetches nothing and runs nothing', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|\bon\w+=|url\((?!data:font\/woff2;base64,)/);
    expect(html).toContain(`default-src 'none'`);
  });

  it('reads well without its looks', () => {
    expect(html).toContain('<html lang="es">');
    expect(html).toContain('<title>Recibo 48-2913-5062</title>');
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<h2/g)).toHaveLength(4);
    expect(html).toContain('<svg role="img" aria-label="Escanee para ver su caso."');
    expect(html).toContain('<dt>Servicio</dt><dd dir="auto">Bache</dd>');
  });
});

it('keeps a tracking number inside a sentence on one line', () => {
  const html = receiptHtml(makeReceiptDocument({ ...SAMPLE_RECEIPT, coReporterOf: SAMPLE_RECEIPT.trackingNumber }), 'letter');
  expect(html).toContain('case <span class="unbroken">48-2913-5062</span>;');
});
