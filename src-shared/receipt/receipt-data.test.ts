import { expect, it } from 'vitest';
import { REFERRAL_RECEIPT, SAMPLE_RECEIPT } from './testing/sample-receipt.ts';
import { utcMs } from '../util/time.ts';
import { isReprint, ReceiptData, reprintOf } from './receipt-data.ts';

it('survives being stored as JSON', () => {
  expect(ReceiptData.parse(JSON.parse(JSON.stringify(SAMPLE_RECEIPT)))).toEqual(SAMPLE_RECEIPT);
});

it('counts copies: a reprint is a copy, and a reprint of that is the next', () => {
  const again = reprintOf(reprintOf(SAMPLE_RECEIPT, utcMs(5)), utcMs(9));
  expect([isReprint(SAMPLE_RECEIPT), isReprint(again), again.copyNumber, again.printedAt]).toEqual([false, true, 2, 9]);
});

it.each([
  ['a referral without its agency', { ...REFERRAL_RECEIPT, agency: null }],
  ['a status page that is not on the web', { ...SAMPLE_RECEIPT, city: { ...SAMPLE_RECEIPT.city, statusUrl: 'javascript:alert(1)' } }],
  ['a zone that does not exist', { ...SAMPLE_RECEIPT, timeZone: 'America/Palm_Harbor' }],
  ['a PIN of letters', { ...SAMPLE_RECEIPT, pin: 'abcd' }],
  ['a mistyped number', { ...SAMPLE_RECEIPT, trackingNumber: '4829135063' }],
])('refuses %s', (_case, data) => {
  expect(ReceiptData.safeParse(data).success).toBe(false);
});
