import { afterEach, beforeEach, expect, it } from 'vitest';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { makeReceiptDocument } from '../../src-shared/receipt/receipt-document.ts';
import { receiptHtml } from '../../src-shared/receipt/receipt-html.ts';
import { must } from '../../src-shared/util/assert.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { printOnPaper } from '../spool/testing/escpos/software-printer.ts';
import { citizen, type Desk, NOW, openArgs, openDesk } from '../testing/desk.ts';
import { receiptFor } from './print-receipt.ts';
import { layOutForPrinter } from './printer-settings.ts';
import { receiptOfCase } from './receipt-of-case.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

const COUNTY = { name: 'The County', address: '2 Court Street', phone: '555-0199', code: 'COUNTY', hours: 'Monday to Friday 8:00 to 16:00' };

function referred(more: Record<string, unknown> = {}) {
  const outcome = desk.give({ type: 'case.open', args: openArgs({ referral: COUNTY, requester: citizen({ language: 'en' }), ...more }) });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.case;
}

it('AS-3: the slip of a call that was referred carries the agency’s name, address, phone and hours, on thermal paper and on a page', () => {
  const answeredNow = { disposition: 'RESOLVED', closingNote: 'The County repairs this road.' };
  const receipt = must(receiptFor(desk.db, { trackingNumber: referred({ answeredNow }).trackingNumber, language: null }, utcMs(NOW)), 'its receipt');
  const slip = printOnPaper(layOutForPrinter(desk.db, receipt)).lines.map(({ text }) => text);
  const lines = ['The County', '2 Court Street', '555-0199', 'Hours: Monday to Friday 8:00 to 16:00'];
  const start = slip.indexOf('The County');
  expect(slip.slice(start, start + 4)).toEqual(lines);
  const page = receiptHtml(makeReceiptDocument(receipt), 'letter');
  expect(lines.filter((line) => !page.includes(line))).toEqual([]);
});

it('takes hours that were not noted from the directory, and prints none where nobody knows them', () => {
  const request = { language: 'es', printedAt: utcMs(NOW), copyNumber: 0 } as const;
  const { hours: _hours, ...noted } = COUNTY;
  const current = referred({ referral: noted });
  const known = { ...SMALL_CITY, agencies: SMALL_CITY.agencies.map((agency) => ({ ...agency, hours: '8 a 16' })) };
  expect(receiptOfCase(current, known, { ...request, trackingNumber: current.trackingNumber }).agency?.hours).toBe('8 a 16');
  const unknown = receiptOfCase(current, SMALL_CITY, { ...request, trackingNumber: current.trackingNumber });
  expect(JSON.stringify(makeReceiptDocument(unknown))).not.toContain('Horario');
});
