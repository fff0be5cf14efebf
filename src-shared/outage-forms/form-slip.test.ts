import { expect, it } from 'vitest';
import { receiptlineText } from '../receipt/receiptline-text.ts';
import { SAMPLE_NUMBER, SAMPLE_RECEIPT } from '../receipt/testing/sample-receipt.ts';
import { FormSlip, formSlipDocument } from './form-slip.ts';

const slip = FormSlip.parse({ paper: 'outageForm', trackingNumber: SAMPLE_NUMBER, pin: '4821', city: SAMPLE_RECEIPT.city, timeZone: 'America/New_York', printedAt: SAMPLE_RECEIPT.printedAt, copyNumber: 0 });
/** Lines as they come out, without signs. */
function linesOf(of: FormSlip, columns: 32 | 42 | 48): readonly string[] {
  return receiptlineText(formSlipDocument(of), { columns, codePage: 'cp858' })
    .split('\n')
    .map((line) => (line.startsWith('|') ? line.replace(/^\|[`"^]*/, '').replace(/ ?\|$/, '') : line).replaceAll(/\\x([0-9a-f]{2})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))));
}

it.each([32, 42, 48] as const)('has the number, the PIN and room to write on both parts, with a cut between them, %d characters wide', (columns) => {
  const lines = linesOf(slip, columns);
  const cut = lines.indexOf('=');
  const [office, citizen] = [lines.slice(0, cut), lines.slice(cut + 1)];
  expect(lines.filter((line) => line === '=')).toHaveLength(2);
  expect(citizen.at(-1)).toBe('=');
  for (const part of [office, citizen]) {
    expect(part.filter((line) => line === '48-2913-5062')).toHaveLength(1);
    expect(part).toContain('PIN 4821');
    expect(part.some((line) => line.endsWith('_______'))).toBe(true);
  }
  const texts = lines.filter((line) => !line.startsWith('{'));
  expect(Math.max(...texts.map((line) => line.length))).toBeLessThanOrEqual(columns);
  expect(office.filter((line) => line === '_'.repeat(columns)).length).toBeGreaterThanOrEqual(4);
  expect(citizen.join(' ')).toContain('Recibimos su solicitud.');
  expect(citizen.join(' ')).toContain('Call (727) 555-0142');
  expect(lines.join(' ')).not.toContain('PRINTED AGAIN');
});

it('says first of a form that was printed before that it was', () => {
  const lines = linesOf({ ...slip, copyNumber: 1 }, 48);
  expect(lines[0]).toContain('PRINTED AGAIN');
  expect(lines.slice(0, 6).join(' ')).toContain('use only if the first sheet was destroyed');
});
