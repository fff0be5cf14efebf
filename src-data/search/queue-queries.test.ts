import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUEUE_SORTS, QUEUE_VIEWS, type QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { DAY_MS, HOUR_MS, utcMs } from '../../src-shared/util/time.ts';
import { type Desk, NOW, openArgs, openDesk } from '../testing/desk.ts';
import { countQueue, type QueueFilter, queuePage } from './queue-queries.ts';
import { queuePageOf } from './ask-queue.ts';

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
    if (index % 7 === 0) desk.give({ type: 'case.close', caseId, args: { disposition: 'RESOLVED', closingNote: 'Repaired', completionDate: null } });
  }
});
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
        expect(countQueue(desk.db, filter(view))).toBe(whole.length);
      }),
      { numRuns: 60 },
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
