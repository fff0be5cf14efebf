import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pdfPages } from './pdf-pages.ts';

const pdf = (...lines: readonly string[]): Buffer => Buffer.from(['%PDF-1.7', ...lines, '%%EOF', ''].join('\n'), 'latin1');
const CATALOG = '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj';
const tree = (count: number): string => `2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count ${count} >>\nendobj`;
const TRAILER = 'trailer\n<< /Size 4 /Root 1 0 R >>';

it('is what the root of the page tree says', () => {
  expect(pdfPages(pdf(CATALOG, tree(3), '3 0 obj\n<< /Type /Pages /Parent 2 0 R /Count 2 /Kids [] >>\nendobj', TRAILER))).toBe(3);
});

it('is that of the last time the file was saved', () => {
  expect(pdfPages(pdf(CATALOG, tree(9), TRAILER, '%%EOF', tree(4), TRAILER))).toBe(4);
});

it('is found in compressed object streams, as scanners of these days write them', () => {
  const inside = '<< /Type /Catalog /Pages 2 0 R >> << /Type /Pages /Kids [] /Count 12 >>';
  const heads = `1 0 2 ${inside.indexOf('<< /Type /Pages')} `;
  const stream = deflateSync(Buffer.from(heads + inside, 'latin1'));
  const object = `5 0 obj\n<< /Type /ObjStm /N 2 /First ${heads.length} /Filter /FlateDecode /Length ${stream.length} >>\nstream\n${stream.toString('latin1')}\nendstream\nendobj`;
  const xref = '6 0 obj\n<< /Type /XRef /Root 1 0 R >>\nstream\n\nendstream\nendobj';
  expect(pdfPages(pdf(object, xref))).toBe(12);
});

it('is unknown rather than wrong: encrypted, broken, cut off, or no PDF', () => {
  const whole = pdf(CATALOG, tree(3), TRAILER);
  expect(pdfPages(pdf(CATALOG, tree(3), 'trailer\n<< /Root 1 0 R /Encrypt 7 0 R >>'))).toBeNull();
  expect(pdfPages(pdf(CATALOG, tree(0), TRAILER))).toBeNull();
  expect(pdfPages(pdf(tree(3), TRAILER))).toBeNull();
  expect(pdfPages(whole.subarray(0, 60))).toBeNull();
  expect(pdfPages(Buffer.from('a letter'))).toBeNull();
});

it('never throws, whatever the bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(120), (noise, at) => {
    const whole = pdf(CATALOG, tree(3), TRAILER);
    const pages = pdfPages(Buffer.concat([whole.subarray(0, at), noise, whole.subarray(at)]));
    expect(pages === null || pages >= 1).toBe(true);
  }));
});
