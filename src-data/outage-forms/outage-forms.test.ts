import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { countForms, findForm } from '../../src-shared/outage-forms/form-batch.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { closeDatabase, openDatabase } from '../db/database.ts';
import { shownOffice } from '../office/office-store.ts';
import { runOfficeCommand } from '../office/run-office-command.ts';
import { addNumbers, countNumbersLeft } from '../outbox/number-pool.ts';
import { updateSyncState } from '../sync/sync-state.ts';
import { type Desk, leasedNumbers, NOW, openArgs, openDesk } from '../testing/desk.ts';
import { checkForm, noteKeyedIn } from './key-in-form.ts';
import { savePrinterSettings } from '../receipts/printer-settings.ts';
import { nextCopyNumber, printJobRows, storedReceipt } from '../spool/job-store.ts';
import { documentOf, SpoolPaper } from '../spool/spool-paper.ts';
import { NUMBERS_LEFT_FOR_CALLS, printForms } from './print-forms.ts';
import { printSlips } from './print-slips.ts';

const STOCK = 40;
let desk: Desk;
beforeEach(() => {
  desk = openDesk(STOCK);
});
afterEach(() => desk.close());

const around = { actor: must(findStaff(SMALL_CITY, 'agent'), 'an agent'), catalogue: SMALL_CITY, now: () => NOW };
const newId = () => CommandId.parse(randomUUID());
const print = (count: number, commandId = newId(), at: Desk['db'] = desk.db) => printForms(at, { commandId, count }, around);
function printed(count: number) {
  const outcome = print(count);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.batch;
}
const formsOf = (at = desk) => shownOffice(at.db).formBatches;
const open = (formNumber: string | null, at = desk) => at.give({ type: 'case.open', args: openArgs(), formNumber: formNumber as never });
const numbersOfCases = (count: number) =>
  Array.from({ length: count }, () => {
    const outcome = open(null);
    return outcome.ok ? outcome.trackingNumber : outcome.reason;
  });

describe('printing', () => {
  it('takes numbers for ever: no call gets one, also when the pool runs dry', () => {
    const onPaper = printed(10).forms.map(({ number }) => number);
    expect(new Set(onPaper).size).toBe(10);
    const given = numbersOfCases(STOCK - 10 + 5);
    expect(given.filter((number) => onPaper.includes(number as never))).toEqual([]);
    expect(new Set(given).size).toBe(given.length);
    addNumbers(desk.db, onPaper); // told again by a server that does not know that they are on paper
    expect(countNumbersLeft(desk.db)).toBe(0);
  });

  it('answers the same request with the same sheets', () => {
    const commandId = newId();
    expect(print(3, commandId)).toEqual(print(3, commandId));
    expect(countNumbersLeft(desk.db)).toBe(STOCK - 3);
  });

  it('leaves numbers for callers, and gives back what it took when it is refused', () => {
    expect(print(STOCK - NUMBERS_LEFT_FOR_CALLS + 1)).toMatchObject({ ok: false, reason: 'tooFewNumbers', details: { possible: STOCK - NUMBERS_LEFT_FOR_CALLS } });
    updateSyncState(desk.db, { isTooOld: 1 });
    expect(print(2)).toMatchObject({ ok: false, reason: 'workstationTooOld' });
    expect([countNumbersLeft(desk.db), formsOf()]).toEqual([STOCK, []]);
  });

  it('is on disk when it answers, and a disk put back to before it gives none of the numbers to a call once the office is known', () => {
    desk.db.raw.pragma('wal_checkpoint(TRUNCATE)');
    const before = `${desk.path}.before`;
    copyFileSync(desk.path, before);
    const { forms } = printed(5);
    desk.db.raw.pragma('wal_checkpoint(TRUNCATE)');
    const after = `${desk.path}.after`;
    copyFileSync(desk.path, after); // as after a power cut
    const again = openDatabase(after);
    expect(shownOffice(again).formBatches[0]?.forms).toEqual(forms);
    closeDatabase(again);
    const old = openDatabase(before);
    expect(countNumbersLeft(old)).toBe(STOCK);
    // What the server sends: the office with the batch.
    const text = JSON.stringify(shownOffice(desk.db));
    old.raw.prepare('INSERT OR REPLACE INTO office (one, epoch, base, shown) VALUES (1, 1, ?, ?)').run(text, text);
    const next = printForms(old, { commandId: newId(), count: 5 }, around);
    expect(next.ok && next.batch.forms.filter(({ number }) => forms.some((form) => form.number === number))).toEqual([]);
    closeDatabase(old);
  });
});

describe('on the receipt printer', () => {
  const slips = (numbers: readonly string[], isAgain = false, requestId = newId()) => printSlips(desk.db, { numbers: numbers as never, isAgain, requestId }, utcMs(NOW));
  const setUp = () => savePrinterSettings(desk.db, { target: { kind: 'file', path: '/dev/null' }, columns: 48, codePage: 'cp858', cuts: true });

  it('queues each form once, with its PIN; again only when that is wished, and then it says so', () => {
    setUp();
    const { forms } = printed(2);
    const numbers = forms.map(({ number }) => number);
    const pins = new Map(forms.map(({ number, pin }) => [number, pin]));
    expect([slips(numbers), slips(numbers)]).toEqual([{ ok: true, count: 2 }, { ok: true, count: 2 }]);
    expect(printJobRows(desk.db)).toMatchObject(numbers.map((trackingNumber) => ({ trackingNumber, isForm: true, isReprint: false, state: 'waiting' })));
    const again = newId();
    for (const requestId of [again, again]) slips(numbers.slice(0, 1), true, requestId);
    const papers = printJobRows(desk.db).map(({ jobId }) => SpoolPaper.parse(storedReceipt(desk.db, jobId)));
    expect(papers).toHaveLength(3);
    for (const paper of papers) expect(JSON.stringify(documentOf(paper))).toContain(`PIN ${pins.get(paper.trackingNumber)}`);
    expect(papers.map((paper) => JSON.stringify(documentOf(paper)).includes('PRINTED AGAIN'))).toEqual([false, false, true]);
    expect(nextCopyNumber(desk.db, must(numbers[0], 'a number'))).toBe(0); // its receipt will be the first
  });

  it('prints none of them when one is not out, or there is no such printer', () => {
    const { forms, id } = printed(2);
    const numbers = forms.map(({ number }) => number);
    expect(slips(numbers)).toMatchObject({ ok: false, sentence: expect.stringContaining('No receipt printer is set up') });
    setUp();
    runOfficeCommand(desk.db, { commandId: newId(), type: 'office.spoilForms', args: { batchId: id, numbers: numbers.slice(1), reason: 'Torn' } }, around);
    expect(slips(numbers)).toMatchObject({ ok: false, sentence: expect.stringContaining('is not out any more') });
    expect(slips(leasedNumbers(1, 999_000_000))).toMatchObject({ ok: false });
    expect(printJobRows(desk.db)).toEqual([]);
  });
});

describe('keying in', () => {
  it('opens the case under the number and the PIN on the sheet, once', () => {
    const [form] = printed(2).forms;
    const { number, pin } = must(form, 'a form');
    expect(checkForm(desk.db, number)).toMatchObject({ kind: 'out', by: 'agent' });
    const outcome = open(number);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome.case).toMatchObject({ trackingNumber: number, pin });
    noteKeyedIn(desk.db, { number, caseId: outcome.case.id }, around);
    noteKeyedIn(desk.db, { number, caseId: outcome.case.id }, around); // the answer was lost
    expect(countForms(formsOf())).toEqual({ printed: 2, keyedIn: 1, spoiled: 0, out: 1 });
    expect(findForm(formsOf(), number)?.form).toMatchObject({ pin: null, end: { kind: 'keyedIn', caseIds: [outcome.case.id] } });
    expect(checkForm(desk.db, number)).toMatchObject({ kind: 'keyedIn', caseId: outcome.case.id });
    expect(open(number)).toMatchObject({ ok: false, reason: 'formNumberUsed' });
  });

  it('takes a form of a workstation that has not told of it yet, and accounts for it when it does', () => {
    const other = openDesk(STOCK);
    const batch = printForms(other.db, { commandId: newId(), count: 3 }, { ...around, now: () => NOW });
    if (!batch.ok) throw new Error(batch.reason);
    const fresh = openDesk(0);
    const number = must(batch.batch.forms[1], 'a form').number;
    expect(checkForm(fresh.db, number)).toEqual({ kind: 'unknown' });
    const outcome = open(number, fresh);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome.trackingNumber).toBe(number);
    noteKeyedIn(fresh.db, { number, caseId: outcome.case.id }, around);
    const told = runOfficeCommand(fresh.db, { commandId: newId(), type: 'office.printForms', args: { forms: batch.batch.forms.map(({ number: each, pin }) => ({ number: each, pin })) } }, around);
    expect(told).toEqual({ ok: true });
    expect([formsOf(fresh).length, countForms(formsOf(fresh))]).toEqual([1, { printed: 3, keyedIn: 1, spoiled: 0, out: 2 }]);
    other.close();
    fresh.close();
  });

  it('uses up a number that is in stock here all the same', () => {
    const [number] = leasedNumbers(1);
    expect(open(must(number, 'a number'))).toMatchObject({ ok: true, trackingNumber: number });
    expect(numbersOfCases(STOCK - 1)).not.toContain(number);
  });

  it('refuses the number of a case that is no form, and one of practice', () => {
    const outcome = open(null);
    if (!outcome.ok || outcome.trackingNumber === null) throw new Error('not opened');
    expect(checkForm(desk.db, outcome.trackingNumber)).toEqual({ kind: 'used', caseId: outcome.case.id });
    expect(open(outcome.trackingNumber)).toMatchObject({ ok: false, reason: 'formNumberUsed' });
  });
});

describe('a spoiled sheet', () => {
  it('is accounted for with its reason, and can be keyed in when it turns up after all', () => {
    const batch = printed(3);
    const [first, second] = batch.forms.map(({ number }) => number);
    const spoil = (numbers: unknown, reason = 'Torn in the printer') => runOfficeCommand(desk.db, { commandId: newId(), type: 'office.spoilForms', args: { batchId: batch.id, numbers, reason } }, around);
    expect(spoil([first], '')).toMatchObject({ ok: false, reason: 'invalidCommand' });
    expect(spoil([first, second])).toEqual({ ok: true });
    expect(spoil([first])).toMatchObject({ ok: false, reason: 'formEnded' });
    expect(countForms(formsOf())).toEqual({ printed: 3, keyedIn: 0, spoiled: 2, out: 1 });
    const number = must(first, 'a number');
    expect(checkForm(desk.db, number)).toMatchObject({ kind: 'spoiled', reason: 'Torn in the printer' });
    expect(open(number)).toMatchObject({ ok: true, trackingNumber: number });
    noteKeyedIn(desk.db, { number, caseId: CaseId.parse(randomUUID()) }, around);
    expect(countForms(formsOf())).toEqual({ printed: 3, keyedIn: 1, spoiled: 1, out: 1 });
  });
});
