import { expect, it } from 'vitest';
import { cityWording } from './city-wording.ts';
import { makeReceiptDocument } from './receipt-document.ts';
import { ReceiptTemplate } from './receipt-template.ts';
import { SAMPLE_RECEIPT, SPANISH_RECEIPT } from './testing/sample-receipt.ts';

const NONE = { en: '' };
const textsOf = (section: string, data = SAMPLE_RECEIPT) =>
  (makeReceiptDocument(data).sections.find(({ name }) => name === section)?.blocks ?? []).flatMap((block) => (block.kind === 'text' ? [block.text] : []));

it('puts a city’s own lines under its name and at the foot, in the citizen’s language', () => {
  const template = cityWording({ receiptHead: { en: 'Open Monday to Friday\n\n 8 to 5 ', es: 'Abierto de lunes a viernes' }, receiptFoot: NONE });
  expect(ReceiptTemplate.parse(template)).toEqual(template);
  expect(textsOf('city', { ...SAMPLE_RECEIPT, template })).toEqual(expect.arrayContaining(['Open Monday to Friday', '8 to 5']));
  expect(textsOf('city', { ...SPANISH_RECEIPT, template })).toContain('Abierto de lunes a viernes');
  expect(textsOf('foot', { ...SAMPLE_RECEIPT, template })).toContain('Please keep this receipt until your case is closed.');
});

it('leaves a city that has set nothing with our wording, and bounds one that has set too much', () => {
  expect(cityWording({ receiptHead: NONE, receiptFoot: NONE })).toBeUndefined();
  const long = Array.from({ length: 20 }, () => 'x'.repeat(300)).join('\n');
  expect(() => ReceiptTemplate.parse(cityWording({ receiptHead: { en: long }, receiptFoot: { en: long } }))).not.toThrow();
});
