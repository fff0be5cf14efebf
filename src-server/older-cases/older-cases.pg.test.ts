import { beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { FindCaseReply, OlderSearchReply } from '../../src-shared/protocol/older-cases.ts';
import { trackingNumberFromPayload } from '../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../src-shared/util/assert.ts';
import { DAY_MS, utcMs } from '../../src-shared/util/time.ts';
import { inTransaction } from '../db/transaction.ts';
import { revokeBuckets } from '../feed/grants.ts';
import { putCases } from '../testing/many-cases.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';
import { orderClosedCases } from './words-index.ts';

const server = useServer();
const NOW = Date.now();
const YEARS_AGO = NOW - 1_500 * DAY_MS;
let station: TestStation;
let pattern: Case;

beforeAll(async () => {
  station = await TestStation.enrol(server().app);
  const opened = station.give('case.open', openArgs(await station.takeNumber()));
  await station.push();
  await station.pull();
  pattern = must(station.cases.get(opened.caseId), 'it was pulled');
  const closed = Array.from({ length: 7 }, (_, nth) => closedCase(nth, { description: nth === 6 ? 'A pelican on the pier' : `Flamingo number ${nth}` }));
  await putCases(server().deps.pool, [...closed, closedCase(7, { description: 'Flamingo, sealed', isSealed: true }), closedCase(8, { description: 'Flamingo of last week', closedAt: utcMs(NOW - 7 * DAY_MS) })]);
  await orderClosedCases(server().deps);
});

function closedCase(nth: number, more: Partial<Case>): Case {
  const id = `00000000-0000-4000-8000-00000000010${nth}` as Case['id'];
  return { ...pattern, id, trackingNumber: trackingNumberFromPayload(800_000_000 + nth), state: 'closed', closedAt: utcMs(YEARS_AGO + nth * DAY_MS), ...more };
}

async function search(text: string, more: Record<string, unknown> = {}, from = station): Promise<OlderSearchReply> {
  const body = { station: from.id, text, closedBefore: NOW - 730 * DAY_MS, after: null, limit: 50, ...more };
  return OlderSearchReply.parse((await from.request('POST', '/sync/v1/search', body)).json());
}

async function find(by: object, from = station): Promise<FindCaseReply> {
  return FindCaseReply.parse((await from.request('POST', '/sync/v1/find', { station: from.id, by })).json());
}

describe('the search of closed cases', () => {
  it('finds by every word, the last unfinished, last closed first, and none that workstations hold or may not see', async () => {
    const { cases, next } = await search('FLAMÍNGO num');
    expect(cases.map((found) => found['description'])).toEqual([5, 4, 3, 2, 1, 0].map((nth) => `Flamingo number ${nth}`));
    expect(next).toBeNull();
    expect((await search('flamingo')).cases).toHaveLength(6);
    expect((await search('flamingo pelican')).cases).toEqual([]);
    expect((await search("' | ! &")).cases).toEqual([]);
  });

  it('comes page by page', async () => {
    const first = await search('flamingo', { limit: 4 });
    const second = await search('flamingo', { limit: 4, after: first.next });
    expect([first.cases.length, second.cases.length, second.next]).toEqual([4, 2, null]);
    expect(new Set([...first.cases, ...second.cases].map((found) => found.id)).size).toBe(6);
  });

  it('finds by the words of now after a case was changed, and by none after it was opened again', async () => {
    const number = await station.takeNumber();
    const opened = station.give('case.open', openArgs(number, { description: 'An ostrich' }));
    station.give('case.close', { disposition: 'RESOLVED', closingNote: 'Caught.', completionDate: null }, { caseId: opened.caseId });
    await station.push();
    const later = { ...server().deps, now: () => utcMs(NOW + 3 * DAY_MS) };
    await orderClosedCases(later);
    const all = { closedBefore: NOW + 10 * DAY_MS };
    expect((await search('ostrich', all)).cases).toHaveLength(1);
    station.give('case.addNote', { text: 'It was an emu' }, { caseId: opened.caseId });
    await station.push();
    await orderClosedCases(later);
    expect((await search('emu', all)).cases).toHaveLength(1);
    station.give('case.reopen', { reason: 'Back again' }, { caseId: opened.caseId });
    await station.push();
    await orderClosedCases(later);
    expect((await search('emu', all)).cases).toEqual([]);
  });

  it('shows a workstation nothing of buckets it does not hold', async () => {
    const other = await TestStation.enrol(server().app, 'Elsewhere');
    expect((await search('pelican', {}, other)).cases).toHaveLength(1);
    await inTransaction(server().deps.pool, {}, (tx) => revokeBuckets(tx, other.id, ['city'], utcMs(NOW)));
    expect((await search('pelican', {}, other)).cases).toEqual([]);
    expect((await find({ caseId: closedCase(6, {}).id }, other)).case).toBeNull();
  });
});

describe('one case', () => {
  it('is found by id and by number, with the buckets it is in', async () => {
    const wanted = closedCase(6, {});
    expect(await find({ caseId: wanted.id })).toMatchObject({ case: { description: 'A pelican on the pier' }, buckets: ['city'] });
    expect((await find({ trackingNumber: wanted.trackingNumber })).case?.id).toBe(wanted.id);
  });

  it('that is sealed is not found', async () => {
    expect(await find({ caseId: closedCase(7, {}).id })).toEqual({ case: null, buckets: [], alsoLeadsTo: [] });
  });
});
