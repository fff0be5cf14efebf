import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { maySee } from '../../src-shared/domain/visibility.ts';
import type { CommunityQuestion } from '../../src-shared/protocol/data-rpc/community-views.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CommandId, StaffId } from '../../src-shared/util/ids.ts';
import { DAY_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import { saveCatalogue } from '../cases/catalogue.ts';
import { findCallers } from '../contacts/find-callers.ts';
import { queuePageOf } from '../search/ask-queue.ts';
import { beginSession } from '../session/session.ts';
import { citizen, type Desk, NOW, openArgs, openDesk } from '../testing/desk.ts';
import { sightOf } from '../sight/not-hidden.ts';
import { communityCases } from './community-cases.ts';
import { COUNT_SQL, communityFigures } from './community-figures.ts';
import { findContributors } from './contributors.ts';
import { beginTownHallEntry, endTownHallEntry, townHallEntry } from './town-hall-entry.ts';

const part = (code: string, name: string) => ({ code, name, liaisonStaffId: StaffId.parse('agent'), streets: [`${code.toLowerCase()} street`], outline: [], isActive: true });
const FORUM = CommandId.parse('00000000-0000-4000-8000-00000000f0f0');
const FAIR = CommandId.parse('00000000-0000-4000-8000-00000000fa1e');
const now = utcMs(NOW + 40 * DAY_MS);

let desk: Desk;
beforeEach(() => {
  desk = openDesk(60);
  desk.db.transaction(() => saveCatalogue(desk.db, { ...SMALL_CITY, version: 2, neighborhoods: [part('NORTH', 'Old Harbor'), part('SOUTH', 'Mangrove and Canal')] }));
  sitDown('agent');
});
afterEach(() => desk.close());

function sitDown(staffId: string): void {
  beginSession(desk.db, must(SMALL_CITY.staff.find(({ id }) => id === staffId), staffId), 'server', utcMs(NOW));
}

function take(more: Record<string, unknown>): Case {
  const outcome = desk.give({ type: 'case.open', args: openArgs(more) });
  if (!outcome.ok) throw new Error(outcome.reason);
  return must(findCase(desk.db, outcome.case.id), 'it was taken').case;
}

function whole(question: CommunityQuestion, limit: number): readonly string[] {
  const numbers: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: ReturnType<typeof communityCases> = communityCases(desk.db, { question, after, limit }, now);
    numbers.push(...page.rows.map(({ trackingNumber }) => trackingNumber));
    if (page.next === null) return numbers;
    after = page.next;
  }
}

const drawn = fc.record({
  neighborhoodCode: fc.constantFrom(null, 'NORTH', 'SOUTH'),
  eventId: fc.constantFrom(null, FORUM, FAIR),
  isSealed: fc.boolean(),
  isClosed: fc.boolean(),
  daysAgo: fc.integer({ min: 0, max: 60 }),
});

describe('every figure', () => {
  it('is the number of cases listed behind it, and of the documents that say so, whoever looks', () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 12 }), fc.constantFrom('agent', 'hr', 'water.head', 'commission'), fc.integer({ min: 1, max: 4 }), (facts, staffId, limit) => {
        desk.close();
        desk = openDesk(20);
        const cases = facts.map(({ neighborhoodCode, eventId, isSealed, isClosed, daysAgo }) => {
          const answeredNow = isClosed ? { disposition: 'RESOLVED', closingNote: 'Done' } : null;
          return take({ neighborhoodCode, eventId, isSealed, answeredNow, location: null, receivedAt: NOW - daysAgo * DAY_MS });
        });
        sitDown(staffId);
        const viewer = must(SMALL_CITY.staff.find(({ id }) => id === staffId), staffId);
        const seen = cases.filter((current) => maySee(viewer, current));
        const since = now - 30 * DAY_MS;
        const { neighborhoods, events } = communityFigures(desk.db, now);
        for (const code of [null, 'NORTH', 'SOUTH']) {
          const figures = neighborhoods.find((one) => one.code === code) ?? { open: 0, received: 0, overdue: 0 };
          const there = seen.filter((current) => (current.neighborhoodCode ?? null) === code);
          const expected = {
            open: there.filter(({ state }) => state !== 'closed'),
            received: there.filter(({ receivedAt }) => receivedAt > since),
            overdue: there.filter((current) => current.state !== 'closed' && isLate(current)),
          };
          for (const figure of ['open', 'received', 'overdue'] as const) {
            const listed = whole({ of: 'neighborhood', code, figure }, limit);
            expect(listed.toSorted(), `${code} ${figure}`).toEqual(expected[figure].map(({ trackingNumber }) => trackingNumber as string).toSorted());
            expect(figures[figure]).toBe(listed.length);
          }
        }
        for (const eventId of [FORUM, FAIR]) {
          const there = seen.filter((current) => current.eventId === eventId);
          const open = there.filter(({ state }) => state !== 'closed').length;
          expect(events.find((one) => one.eventId === eventId) ?? { eventId, entered: 0, open: 0 }).toEqual({ eventId, entered: there.length, open });
          expect(whole({ of: 'event', eventId, figure: 'entered' }, limit)).toHaveLength(there.length);
          expect(whole({ of: 'event', eventId, figure: 'open' }, limit)).toHaveLength(open);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('is counted by an index alone', () => {
    for (const [name, sql] of Object.entries(COUNT_SQL)) {
      const plan = desk.db.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all({ now, since: 0, ...sightOf(null) }) as { detail: string }[]; // safe: EXPLAIN's own columns
      const ofCases = plan.map(({ detail }) => detail).find((detail) => detail.includes(' c '));
      expect(ofCases, name).toContain('COVERING INDEX');
    }
  });

  it('refuses a cursor that no page gave', () => {
    expect(() => communityCases(desk.db, { question: { of: 'event', eventId: FORUM, figure: 'open' }, after: '["x; DROP TABLE case_",1]', limit: 1 }, now)).toThrow();
  });
});

/** Late with an answer: that of the small city is due within 72 hours, and nothing is due later. */
function isLate({ respondBy, respondedAt }: Case): boolean {
  return respondedAt === null && respondBy !== null && respondBy < now;
}

describe('contributors', () => {
  const ana = citizen({ isContributor: true });
  const at = (daysAgo: number): UtcMs => utcMs(NOW - daysAgo * DAY_MS);
  const names = (search = '', more = {}): readonly string[] => findContributors(desk.db, { search, limit: 100, ...more }).rows.map(({ name }) => name);

  it('are those whose latest case that says anything says so', () => {
    take({ requester: ana, receivedAt: at(9) });
    take({ requester: citizen(), receivedAt: at(8) });
    expect(names()).toEqual(['Ana Núñez']);
    expect(findCallers(desk.db, '0142', 5)).toMatchObject([{ name: 'Ana Núñez', isContributor: true }]);
    take({ requester: citizen({ isContributor: false }), receivedAt: at(7) });
    expect(names()).toEqual([]);
    expect(findCallers(desk.db, '0142', 5)).toMatchObject([{ isContributor: false }]);
    take({ requester: ana, receivedAt: at(7) });
    expect(names()).toEqual(['Ana Núñez']);
  });

  it('belong to the neighborhood of their latest case that has one, and their figures add up', () => {
    take({ requester: ana, receivedAt: at(9), neighborhoodCode: 'NORTH' });
    take({ requester: ana, receivedAt: at(8), location: null, answeredNow: { disposition: 'RESOLVED', closingNote: 'Done' } });
    take({ requester: citizen({ name: 'Bao Xiong', phone: '561-555-0188', isContributor: true }), location: null });
    take({ requester: citizen({ name: 'Nobody special', phone: '561-555-0199' }) });
    expect(findContributors(desk.db, { search: '', limit: 100 })).toMatchObject({
      total: 2,
      rows: [
        { name: 'Ana Núñez', neighborhoodCode: 'NORTH', caseCount: 2, openCount: 1, lastReceivedAt: at(8) },
        { name: 'Bao Xiong', neighborhoodCode: null, caseCount: 1 },
      ],
    });
    expect(communityFigures(desk.db, now).neighborhoods.map(({ code, contributors }) => [code, contributors]).toSorted()).toEqual([
      [null, 1],
      ['NORTH', 1],
    ]);
    expect(names('', { neighborhoodCode: null })).toEqual(['Bao Xiong']);
    expect(names('', { neighborhoodCode: 'SOUTH' })).toEqual([]);
    const [first] = findContributors(desk.db, { search: '', limit: 1 }).rows;
    expect(whole({ of: 'contributor', key: first?.key ?? '' }, 1)).toHaveLength(2);
  });

  it.each(['nunez', 'ANA N', '0142', '555-0142', 'ana@example', 'oak av', ''])('are found by %j', (search) => {
    take({ requester: ana });
    expect(names(search)).toEqual(['Ana Núñez']);
    expect(names('zzz')).toEqual([]);
  });

  it('known from a sealed case alone are told only to those who may see it', () => {
    take({ requester: ana, isSealed: true });
    expect(names()).toEqual([]);
    sitDown('hr');
    expect(names()).toEqual(['Ana Núñez']);
  });
});

describe('a neighborhood in the queue', () => {
  it('is found by its name, and is the view of its liaison', () => {
    take({ neighborhoodCode: 'SOUTH' });
    take({});
    const named = take({ neighborhoodCode: 'NORTH', location: null });
    const ask = (view: 'all' | 'myNeighborhood', search: string) =>
      queuePageOf({ db: desk.db, now: () => now }, { view, search, sort: 'due', after: null, limit: 9 }).rows.map(({ caseId }) => caseId);
    expect(ask('all', 'old harb')).toEqual([named.id]);
    expect(ask('all', 'mangrove')).toHaveLength(1);
    expect(ask('myNeighborhood', '')).toHaveLength(2);
    sitDown('agent2');
    expect(ask('myNeighborhood', '')).toEqual([]);
  });
});

describe('a town-hall entry', () => {
  const enter = (eventId: CommandId | null): string => take({ eventId, channel: 'event' }).trackingNumber;

  it('holds the numbers given out since it was begun, in order, of this person and this event', () => {
    enter(FORUM);
    const begun = utcMs(NOW + 1_500);
    expect(beginTownHallEntry(desk.db, FORUM, begun)).toEqual({ eventId: FORUM, since: begun, entered: [] });
    const [first, , third] = [enter(FORUM), enter(FAIR), enter(FORUM)];
    const joined = desk.give({ type: 'case.addCoReporter', caseId: must(findCase(desk.db, desk.db.query<object, { id: string }>('SELECT case_id AS id FROM case_ LIMIT 1').get({})?.id ?? ''), 'a case').case.id, args: { person: null, channel: 'event', receivedAt: NOW } });
    const numbers = [first, third, joined.ok ? joined.trackingNumber : ''];
    expect(townHallEntry(desk.db)?.entered).toEqual(numbers.map((trackingNumber) => ({ trackingNumber, isPrinted: false })));
    expect(beginTownHallEntry(desk.db, FORUM, utcMs(NOW + 90_000))?.since).toBe(begun);
    sitDown('agent2');
    expect(townHallEntry(desk.db)).toBeNull();
    sitDown('agent');
    endTownHallEntry(desk.db);
    expect(townHallEntry(desk.db)).toBeNull();
  });
});
