import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseRow, QUEUE_GROUPINGS, QUEUE_SORTS, QUEUE_VIEWS, type QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { fitsConditions } from '../../src-shared/queue-query/fits-conditions.ts';
import { groupsOf } from '../../src-shared/queue-query/groups.ts';
import { parseQuery } from '../../src-shared/queue-query/parse-query.ts';
import { resolveQuery } from '../../src-shared/queue-query/resolve-query.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import { DAY_MS, HOUR_MS, utcMs } from '../../src-shared/util/time.ts';
import { type Desk, NOW, openArgs, openDesk } from '../testing/desk.ts';
import { nextCallOf } from '../../src-shared/clock/next-call.ts';
import { writeCase } from '../cases/write-case.ts';
import { countQueue, type QueueFilter, queuePage } from './queue-queries.ts';
import { findCase } from '../cases/case-queries.ts';
import { queuePageOf, whyEmpty } from './ask-queue.ts';
import { groupCounts, groupedPage } from './grouped-queue.ts';

let desk: Desk;
const numbers: string[] = [];
beforeAll(() => {
  desk = openDesk(60);
  for (let index = 0; index < 50; index += 1) {
    const receivedAt = NOW - Math.floor(index / 3) * 6 * HOUR_MS;
    const args = openArgs({ receivedAt, description: index % 2 ? `Broken lamp ${index}` : `Bache número ${index}` });
    const outcome = desk.give({ type: 'case.open', args });
    if (!outcome.ok) throw new Error(outcome.reason);
    numbers.push(outcome.case.trackingNumber);
    const { id: caseId } = outcome.case;
    if (index % 5 === 0) desk.give({ type: 'case.take', caseId, args: { seenAssigneeId: null } });
    if (index % 3 === 0) tryToCall(caseId, NOW - index * 4 * HOUR_MS);
    if (index % 7 === 0) desk.give({ type: 'case.close', caseId, args: { disposition: 'RESOLVED', closingNote: 'Repaired', completionDate: null } });
  }
});
/** Nobody answered, then. */
function tryToCall(caseId: CaseId, at: number): void {
  desk.give({ type: 'case.logContact', caseId, args: { method: 'phone', direction: 'toCitizen', outcome: 'noAnswer', person: '', text: '' } });
  const { case: current, syncState } = must(findCase(desk.db, caseId), 'it was opened');
  writeCase(desk.db, { ...current, history: current.history.map((fact) => (fact.kind === 'contactLogged' ? { ...fact, at: utcMs(at) } : fact)) }, syncState);
}
afterAll(() => {
  desk.close();
});

function filter(view: QueueView, search = ''): QueueFilter {
  return { view, search, staffId: 'agent', departmentCodes: ['STREETS'], neighborhoodCodes: ['NORTH'], now: utcMs(NOW + DAY_MS) };
}
const allOf = (of: QueueFilter) => queuePage(desk.db, of, { sort: 'receivedNewest', after: null, limit: 500 }).rows;

describe('pages', () => {
  it('put together are the whole list, in the same order, whatever their size', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUEUE_VIEWS), fc.constantFrom(...QUEUE_SORTS), fc.integer({ min: 1, max: 20 }), (view, sort, limit) => {
        const whole = queuePage(desk.db, filter(view), { sort, after: null, limit: 500 }).rows;
        const paged = [];
        for (let after: string | null = null; ; ) {
          const page: ReturnType<typeof queuePage> = queuePage(desk.db, filter(view), { sort, after, limit });
          paged.push(...page.rows);
          if (page.next === null) break;
          after = page.next;
        }
        expect(paged).toEqual(whole);
        expect(countQueue(desk.db, filter(view))).toEqual({ count: whole.length, isMore: false });
      }),
      { numRuns: 120, examples: [["all", "due", 1]] },
    );
  });

  it('refuse a cursor that is not one', () => {
    expect(() => queuePage(desk.db, filter('all'), { sort: 'due', after: '"1; DROP TABLE case_"', limit: 10 })).toThrow();
  });
});

describe('views', () => {
  it('hold what their names say', () => {
    expect(allOf(filter('open')).every((row) => row.state !== 'closed')).toBe(true);
    expect(allOf(filter('closed')).every((row) => row.state === 'closed')).toBe(true);
    expect(allOf(filter('mine')).every((row) => row.assigneeId === 'agent')).toBe(true);
    expect(allOf(filter('unassigned')).every((row) => row.assigneeId === null)).toBe(true);
    expect(allOf(filter('overdue')).every((row) => (row.respondBy ?? 0) < NOW + DAY_MS && row.respondedAt === null)).toBe(true);
    expect(allOf(filter('open')).length + allOf(filter('closed')).length).toBe(50);
    expect(allOf(filter('overdue')).length).toBeGreaterThan(0);
  });
});

describe('search', () => {
  it('finds words without accents, half-typed words, names, phones, streets and notes', () => {
    for (const text of ['numero', 'NÚMERO', 'bach', 'nunez', '555-0142', '5615550142', 'elm', 'ana@example.com', 'question', 'streets']) {
      expect(allOf(filter('all', text)).length, text).toBeGreaterThan(0);
    }
    expect(allOf(filter('all', 'repaired')).every((row) => row.state === 'closed')).toBe(true);
  });

  it('takes operators and quotes for words', () => {
    for (const text of ['"', 'lamp OR bache', 'NEAR(lamp', 'lamp*', '-lamp', 'a AND', 'col:lamp', "'; --"]) {
      expect(() => allOf(filter('all', text))).not.toThrow();
    }
  });

  it('finds exactly the case of a whole number in any view, and says when a number is mistyped', () => {
    const number = numbers[0] ?? '';
    const ask = (search: string) => queuePageOf({ db: desk.db, now: () => utcMs(NOW) }, { view: 'mine', search, sort: 'due', after: null, limit: 10 });
    expect(ask(`${number.slice(0, 2)}-${number.slice(2, 6)}-${number.slice(6)}`)).toMatchObject({ understoodAs: 'trackingNumber', rows: [{ trackingNumber: number }] });
    const mistyped = number.slice(0, 9) + ((Number(number[9]) + 1) % 10);
    expect(ask(mistyped)).toMatchObject({ understoodAs: 'mistypedTrackingNumber', rows: [] });
  });
});

describe('filters', () => {
  const CONTEXT = { catalogue: SMALL_CITY, staffId: 'agent', departmentCodes: ['STREETS'], now: utcMs(NOW) };
  const tokens = ['dept:streets', '-dept:streets', 'assignee:me', 'unassigned', '-assignee:me', 'service:pothole', 'state:new,assigned', '-state:closed', 'is:closed', 'channel:phone', '-channel:phone', 'kind:request', 'hood:none'].concat(
    ['overdue', '-overdue', 'is:answered', '-is:sealed', 'is:unsent', 'received:2d', 'received:>2d', '-received:yesterday', 'due:<today', '-due:7d', 'closed:today', 'received:2026', 'citizen:ana', 'citizen:"ana 0142"', 'place:elm', '-place:elm', 'dept:nowhere', 'call:due', '-call:due', 'call:today', 'llamar:cualquiera'],
  );
  const resolved = (text: string) => resolveQuery(parseQuery(text), text, CONTEXT);

  it('leave exactly the cases they say, in every view, sorted in every way, and count them', () => {
    const all = allOf(filter('all')).map(({ caseId }) => must(findCase(desk.db, caseId), 'it is listed'));
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...tokens), { minLength: 1, maxLength: 3 }), fc.constantFrom('all', 'open', 'closed' as const), fc.constantFrom(...QUEUE_SORTS), (typed, view, sort) => {
        const { conditions, words } = resolved(typed.join(' '));
        const wanted: QueueFilter = { ...filter(view, words), now: utcMs(NOW), conditions };
        const { rows } = queuePage(desk.db, wanted, { sort, after: null, limit: 500 });
        const expected = all.filter(({ case: current, syncState }) => {
          const { dueAt } = must(rowsById.get(current.id), 'it is listed');
          const isOfView = view === 'all' || (current.state === 'closed') === (view === 'closed');
          return isOfView && fitsConditions(current, conditions, { now: utcMs(NOW), dueAt, soonAt: dueAt, callAt: nextCallOf(current, SMALL_CITY)?.from ?? null, isUnsent: syncState !== 'confirmed' });
        });
        expect(new Set(rows.map(({ caseId }) => caseId)), typed.join(' ')).toEqual(new Set(expected.map(({ case: current }) => current.id)));
        expect(countQueue(desk.db, wanted).count).toBe(expected.length);
      }),
      { numRuns: 150 },
    );
  });
  const rowsById = new Map<string, CaseRow>();
  beforeAll(() => {
    for (const row of allOf(filter('all'))) rowsById.set(row.caseId, row);
  });

  it('find whom to call again once it is time, and with the calendar as it is then', () => {
    const found = (text: string, now = NOW) => {
      const { conditions } = resolveQuery(parseQuery(text), text, { ...CONTEXT, now: utcMs(now) });
      const wanted = { ...filter('open'), now: utcMs(now), conditions };
      const { rows } = queuePage(desk.db, wanted, { sort: 'due', after: null, limit: 500 });
      expect(countQueue(desk.db, wanted).count).toBe(rows.length);
      return rows.length;
    };
    const [due, today, any] = [found('call:due'), found('call:today'), found('call:any')];
    expect(due).toBeGreaterThan(0);
    expect(today).toBeGreaterThan(0);
    expect(any).toBeGreaterThan(due);
    expect(found('call:any -call:due')).toBe(any - due);
    expect(found('call:due', NOW + 30 * DAY_MS)).toBe(any);
  });

  it('go with words, and leave words out', () => {
    const found = (text: string) => {
      const { conditions, words } = resolved(text);
      return allOf({ ...filter('all', words), conditions }).map(({ summary }) => summary);
    };
    expect(found('broken "lamp 1" unassigned').every((summary) => summary.includes('lamp 1'))).toBe(true);
    expect(found('broken "lamp 1"')).toHaveLength(1);
    expect(found('-lamp').every((summary) => !summary.includes('lamp'))).toBe(true);
    expect(found('-lamp').length + found('lamp').length).toBe(50);
    expect(found('state:closed -bache').every((summary) => summary.includes('lamp'))).toBe(true);
  });
});

describe('groups', () => {
  it('hold every case once, page by page, in the order of the groups; closed ones are left out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUEUE_GROUPINGS), fc.constantFrom('all', 'open' as const), fc.integer({ min: 1, max: 20 }), (groupBy, view, limit) => {
        const groups = groupsOf(groupBy, SMALL_CITY, utcMs(NOW));
        const counts = groupCounts(desk.db, filter(view), groupBy, groups);
        const page = (after: string | null, closedGroups: readonly string[] = []) => groupedPage(desk.db, filter(view), { groups, closedGroups, sort: 'receivedNewest', after, limit });
        const [keys, ids]: [string[], string[]] = [[], []];
        for (let after: string | null = null; ; ) {
          const next = page(after);
          keys.push(...next.groupKeys);
          ids.push(...next.rows.map(({ caseId }) => caseId));
          if (next.next === null) break;
          after = next.next;
        }
        expect([...ids].sort()).toEqual(allOf(filter(view)).map(({ caseId }) => caseId as string).sort());
        expect(counts.map(({ key }) => key)).toEqual([...new Set(keys)]);
        for (const { key, count } of counts) expect(keys.filter((one) => one === key)).toHaveLength(count);
        expect(page(null, [...new Set(keys)]).rows).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('says which filter is in the way of an answer', () => {
    const why = whyEmpty({ db: desk.db, now: () => utcMs(NOW) }, { view: 'all', search: 'channel:web lamp' });
    expect(why).toEqual({ removing: ['channel:web'], isOfView: false });
    expect(whyEmpty({ db: desk.db, now: () => utcMs(NOW) }, { view: 'lettersToWrite', search: 'lamp' }).isOfView).toBe(true);
  });
});
