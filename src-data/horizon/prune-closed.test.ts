import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { must } from '../../src-shared/util/assert.ts';
import { DAY_MS, utcMs } from '../../src-shared/util/time.ts';
import { countCases, findCase } from '../cases/case-queries.ts';
import { writeCase } from '../cases/write-case.ts';
import { enterBucket, setCursor } from '../sync/buckets.ts';
import { type Desk, NOW, openArgs, openDesk } from '../testing/desk.ts';
import { readHorizon, updateHorizon, wantedHorizon } from './horizon.ts';
import { keepOpened, takeInFetched } from './kept-cases.ts';
import { pruneClosed, usedBytes } from './prune-closed.ts';

const now = utcMs(NOW + 10 * DAY_MS);
const breathe = async (): Promise<void> => undefined;
let desk: Desk;

beforeEach(() => {
  desk = openDesk();
  setCursor(desk.db, 'city', 5);
  updateHorizon(desk.db, { horizonDays: 100 });
});
afterEach(() => desk.close());

/** A confirmed case in the city's bucket; `closedDaysAgo` null: open. */
function putCase(nth: number, closedDaysAgo: number | null): Case {
  const taken = desk.give({ type: 'case.open', args: openArgs(), takesNumber: true });
  if (!taken.ok) throw new Error(taken.reason);
  const closedAt = closedDaysAgo === null ? null : utcMs(now - closedDaysAgo * DAY_MS);
  const receivedAt = utcMs((closedAt ?? now) - DAY_MS);
  const current: Case = { ...taken.case, id: `00000000-0000-4000-8000-0000000002${String(nth).padStart(2, '0')}` as Case['id'], trackingNumber: `55500000${String(nth).padStart(2, '0')}` as Case['trackingNumber'], state: closedAt === null ? 'new' : 'closed', closedAt, receivedAt };
  desk.db.transaction(() => {
    writeCase(desk.db, current, 'confirmed');
    enterBucket(desk.db, current.id, 'city');
  });
  return current;
}

const isHere = (current: Case): boolean => findCase(desk.db, current.id) !== null;

describe('pruning', () => {
  it('lets go of cases closed before the horizon, and of nothing else', async () => {
    const [old, recent, open] = [putCase(1, 101), putCase(2, 99), putCase(3, null)];
    expect(await pruneClosed({ db: desk.db, now, breathe })).toEqual({ byHorizon: 1, forRoom: 0 });
    expect([old, recent, open].map(isHere)).toEqual([false, true, true]);
    expect(readHorizon(desk.db)).toMatchObject({ closedSince: (Math.floor(now / DAY_MS) - 100) * DAY_MS, prunedAt: now });
    const left = desk.db.query<object, { count: number }>('SELECT count(*) AS count FROM case_bucket').get({});
    expect(left?.count).toBe(2);
  });

  it('keeps a case with something pending, and one that was opened today', async () => {
    const [pending, opened, old] = [putCase(1, 300), putCase(2, 300), putCase(3, 300)];
    expect(desk.give({ type: 'case.addNote', caseId: pending.id, args: { text: 'Called again' } }).ok).toBe(true);
    keepOpened(desk.db, opened, now);
    await pruneClosed({ db: desk.db, now, breathe });
    expect([pending, opened, old].map(isHere)).toEqual([true, true, false]);
    await pruneClosed({ db: desk.db, now: utcMs(now + 2 * DAY_MS), breathe });
    expect([pending, opened].map(isHere)).toEqual([true, false]);
  });

  it('makes room with the oldest closed cases while there is too little, says so, and asks for no more than it can keep', async () => {
    const closed = Array.from({ length: 60 }, (_, nth) => putCase(nth, 99 - nth));
    const used = usedBytes(desk.db);
    updateHorizon(desk.db, { boundBytes: used - 20_000 });
    const { forRoom } = await pruneClosed({ db: desk.db, now, breathe });
    expect(forRoom).toBeGreaterThan(0);
    expect(usedBytes(desk.db)).toBeLessThan(used);
    expect(isHere(must(closed[0], 'sixty were put'))).toBe(false);
    const { closedSince, shortSince } = readHorizon(desk.db);
    expect(shortSince).toBe(closedSince);
    expect(wantedHorizon(desk.db)).toEqual({ closedSince: shortSince });
  });

  it('lets go of nothing where the city keeps cases for ever', async () => {
    updateHorizon(desk.db, { horizonDays: null });
    const old = putCase(1, 3_000);
    expect(await pruneClosed({ db: desk.db, now, breathe })).toEqual({ byHorizon: 0, forRoom: 0 });
    expect(isHere(old)).toBe(true);
    expect(readHorizon(desk.db).closedSince).toBeNull();
  });
});

describe('a fetched case', () => {
  it('is taken in for a day when a bucket of it is held here, and never over what is here', async () => {
    const old = putCase(1, 400);
    await pruneClosed({ db: desk.db, now, breathe });
    takeInFetched(desk.db, old, ['sealed:WATER'], now);
    expect(isHere(old)).toBe(false);
    takeInFetched(desk.db, old, ['city'], now);
    expect(isHere(old)).toBe(true);
    expect(desk.give({ type: 'case.addNote', caseId: old.id, args: { text: 'Asked about it' } }).ok).toBe(true);
    takeInFetched(desk.db, old, ['city'], now);
    expect(findCase(desk.db, old.id)?.case.history.at(-1)).toMatchObject({ kind: 'noteAdded' });
    const before = countCases(desk.db);
    await pruneClosed({ db: desk.db, now: utcMs(now + DAY_MS / 2), breathe });
    expect(countCases(desk.db)).toBe(before);
  });
});
