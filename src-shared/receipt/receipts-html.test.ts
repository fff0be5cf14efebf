import { expect, it } from 'vitest';
import { makeReceiptDocument } from './receipt-document.ts';
import { receiptHtml } from './receipt-html.ts';
import { receiptsHtml } from './receipts-html.ts';
import { SAMPLE_RECEIPT, SPANISH_RECEIPT } from './testing/sample-receipt.ts';

const documents = [SAMPLE_RECEIPT, SPANISH_RECEIPT].map((data) => makeReceiptDocument(data));

it('holds what each receipt holds alone, in its own language, and nothing that is fetched', () => {
  const html = receiptsHtml(documents, 'letter', 'Slips of “Fair & Forum”');
  for (const document of documents) {
    const [, alone = ''] = /<main class="receipt">(.*)<\/main>/s.exec(receiptHtml(document, 'letter')) ?? [];
    expect(alone).not.toBe('');
    expect(html).toContain(`<article class="receipt" lang="${document.language}">${alone}</article>`);
  }
  expect(html).toContain('<title>Slips of “Fair &amp; Forum”</title>');
  expect(html).not.toMatch(/<script|<link|<img|url\((?!data:font\/woff2;base64,)/);
});
