import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { FormBatch } from '../../../src-shared/outage-forms/form-batch.ts';
import { OTHER_NUMBER, SAMPLE_NUMBER } from '../../../src-shared/receipt/testing/sample-receipt.ts';
import { SMALL_CITY } from '../../../src-shared/testing/small-city.ts';
import { trackingNumberFromPayload } from '../../../src-shared/tracking-number/tracking-number.ts';
import { CaseId, CommandId, StaffId } from '../../../src-shared/util/ids.ts';
import { DAY_MS, utcMs } from '../../../src-shared/util/time.ts';
import { accountingCsv, accountingDocument, accountingLines } from './accounting-sheet.ts';

const NOW = utcMs(1_795_000_000_000);
const by = StaffId.parse('agent');
const batch = (printedAt: number, forms: FormBatch['forms'], station: string | null = 'st-1'): FormBatch => ({ id: CommandId.parse(randomUUID()), station, by, printedAt: utcMs(printedAt), forms });
const BATCHES = [
  batch(NOW - DAY_MS, [{ number: trackingNumberFromPayload(555_000_111), pin: '1111', end: null }]),
  batch(NOW - 3 * DAY_MS, [
    { number: SAMPLE_NUMBER, pin: null, end: { kind: 'keyedIn', caseIds: [CaseId.parse(randomUUID())], by, at: NOW } },
    { number: OTHER_NUMBER, pin: '4821', end: { kind: 'spoiled', reason: '<b>=SUM(1)</b>', by, at: NOW } },
  ]),
];
const around = { catalogue: SMALL_CITY, now: NOW };

it('has every number once, the oldest print first, with what became of it', () => {
  expect(accountingLines(BATCHES, around).map(({ number, end }) => [number.replaceAll('-', ''), end])).toEqual([[SAMPLE_NUMBER, 'keyedIn'], [OTHER_NUMBER, 'spoiled'], [trackingNumberFromPayload(555_000_111), null]]);
  expect(accountingLines([batch(NOW, [], null), ...BATCHES], around)).toHaveLength(3);
});

it('leaves room to tick what is out and to sign, and gives away no PIN', () => {
  const html = accountingDocument(BATCHES, { ...around, printedBy: 'Ana' }).html('letter');
  expect(html).toContain('3 printed: 1 keyed in, 1 spoiled, 1 still out');
  expect(html.match(/class="tick"/g)).toHaveLength(2);
  expect(html).toContain('Counted by (name, signature)');
  expect(html).toContain('&lt;b&gt;=SUM(1)');
  expect(html).not.toMatch(/4821|1111/);
});

it('goes into a spreadsheet line by line', () => {
  const lines = accountingCsv(BATCHES, around).trim().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('What became of it');
});
