import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageSizeOf, pdfOptions, systemPrintOptions, withPageFooter } from './paper.ts';

it('gives a roll 80 mm wide the height of its receipt, in the unit each printing call measures in', () => {
  const size = pageSizeOf('80mm', 958); // and 2 to spare: 960 pixels are 10 inches
  expect(pdfOptions(size).pageSize).toEqual({ width: 80 / 25.4, height: 10 });
  expect(systemPrintOptions(size, 'desk').pageSize).toEqual({ width: 80_000, height: 254_000 });
});

it('never cuts a line off, however high the receipt', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (pixels) => {
      const size = systemPrintOptions(pageSizeOf('80mm', pixels), 'desk').pageSize;
      expect(typeof size === 'object' ? size.height : 0).toBeGreaterThanOrEqual((pixels / 96) * 25_400);
    }),
  );
});

it.each([
  ['letter', 'Letter'],
  ['a4', 'A4'],
] as const)('prints %s silently on its own sheet with the margins of the page', (paper, pageSize) => {
  expect(systemPrintOptions(pageSizeOf(paper, 5_000), 'desk')).toEqual({ silent: true, deviceName: 'desk', printBackground: true, pageSize });
  expect(pdfOptions(pageSizeOf(paper, 5_000))).toMatchObject({ pageSize, preferCSSPageSize: true, generateTaggedPDF: true });
});

it('puts text and page number at the foot of every page, and lets no text become markup', () => {
  const plain = pdfOptions('Letter');
  expect(withPageFooter(plain, null)).toBe(plain);
  const { footerTemplate, displayHeaderFooter } = withPageFooter(plain, 'Parks & <b>Pools</b>');
  expect(displayHeaderFooter).toBe(true);
  expect(footerTemplate).toContain('Parks &amp; &lt;b&gt;Pools&lt;/b&gt;');
  expect(footerTemplate).toMatch(/Page <span class="pageNumber"><\/span> of <span class="totalPages">/);
  expect(systemPrintOptions('Letter', 'desk', 'Parks')).toMatchObject({ footer: 'Parks' });
});
