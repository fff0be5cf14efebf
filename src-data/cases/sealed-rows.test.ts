import { afterEach, beforeEach, expect, it } from 'vitest';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { casesOfCaller, findCallers } from '../contacts/find-callers.ts';
import { queuePageOf } from '../search/ask-queue.ts';
import { beginSession } from '../session/session.ts';
import { citizen, type Desk, NOW, openArgs, openDesk } from '../testing/desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

const SAID = { description: 'He was vexmolder', requester: citizen({ name: 'Zyxwabble', phone: '(555) 019-9887' }), location: { text: '7 Grobnitschka Road', unit: '', point: null } };

it('whoever is known from a sealed case alone is not found as a caller, by those who may see the case neither', () => {
  const outcome = desk.give({ type: 'case.open', args: openArgs({ ...SAID, isSealed: true }) });
  if (!outcome.ok) throw new Error(outcome.reason);
  beginSession(desk.db, must(SMALL_CITY.staff.find(({ id }) => id === 'hr'), 'hr'), 'server', utcMs(NOW));
  for (const text of ['Zyxwabble', '9887']) expect(findCallers(desk.db, text, 5)).toEqual([]);
});

it('a line of a list says nothing of who, where and what of a sealed case, so that nobody reads it unnoted; an open one does', () => {
  for (const isSealed of [true, false]) {
    const outcome = desk.give({ type: 'case.open', args: openArgs({ ...SAID, isSealed }) });
    if (!outcome.ok) throw new Error(outcome.reason);
  }
  beginSession(desk.db, must(SMALL_CITY.staff.find(({ id }) => id === 'hr'), 'hr'), 'server', utcMs(NOW));
  const key = must(findCallers(desk.db, 'Zyxwabble', 5)[0], 'she called twice').key;
  const lists = [
    queuePageOf({ db: desk.db, now: () => utcMs(NOW) }, { view: 'all', search: 'vexmolder', sort: 'receivedNewest', after: null, limit: 10 }).rows,
    casesOfCaller(desk.db, key),
  ];
  for (const rows of lists) {
    const said = new Map(rows.map((row) => [row.isSealed, [row.requesterName, row.locationText, row.summary].filter(Boolean)]));
    expect(said).toEqual(new Map([[true, []], [false, ['Zyxwabble', '7 Grobnitschka Road', 'He was vexmolder']]]));
  }
});
