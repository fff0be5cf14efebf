import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { must } from '../../src-shared/util/assert.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';

const server = useServer();
let one: TestStation;
let other: TestStation;

beforeAll(async () => {
  one = await TestStation.enrol(server().app, 'Counter 1');
  other = await TestStation.enrol(server().app, 'Counter 2');
});

interface Opened {
  readonly caseId: string;
  readonly trackingNumber: string;
}

async function opened(): Promise<Opened> {
  const trackingNumber = await one.takeNumber();
  const { caseId } = one.give('case.open', openArgs(trackingNumber));
  expect(await one.pushOutcomes()).toEqual(['accepted']);
  return { caseId, trackingNumber };
}

async function stored({ caseId }: Opened): Promise<Case> {
  const { rows } = await server().deps.pool.query<{ document: Case }>('SELECT document FROM case_ WHERE id = $1', [caseId]);
  return must(rows[0], 'the case was opened').document;
}

/** Both halves, as a workstation gives them in one transaction. */
function merge(at: TestStation, from: Opened, into: Opened, userId = 'agent'): void {
  const { uid } = at.give('case.merge', { intoCaseId: into.caseId, intoTrackingNumber: into.trackingNumber, reason: '' }, { caseId: from.caseId, userId });
  at.give('case.absorb', { caseId: from.caseId, trackingNumber: from.trackingNumber, mergeUid: uid }, { caseId: into.caseId, userId });
}

function unmerge(at: TestStation, from: Opened, out: Opened): void {
  const { uid } = at.give('case.unmerge', { reason: 'Two holes', fromCaseId: out.caseId }, { caseId: from.caseId });
  at.give('case.separate', { caseId: from.caseId, unmergeUid: uid }, { caseId: out.caseId });
}

async function openEntries(at: TestStation): Promise<number> {
  const sql = `SELECT count(*)::int AS n FROM command_result WHERE station = $1 AND status <> 'accepted' AND settled_at IS NULL`;
  return must((await server().deps.pool.query<{ n: number }>(sql, [at.id])).rows[0], 'a count').n;
}

describe('a merge', () => {
  test('and its undoing are both halves or neither', async () => {
    const [a, b] = [await opened(), await opened()];
    merge(one, a, b);
    expect(await one.pushOutcomes()).toEqual(['accepted', 'accepted']);
    expect(await stored(a)).toMatchObject({ state: 'closed', mergedInto: { caseId: b.caseId } });
    expect(await stored(b)).toMatchObject({ state: 'new', absorbed: [{ caseId: a.caseId, trackingNumber: a.trackingNumber }] });
    unmerge(other, a, b);
    expect(await other.pushOutcomes()).toEqual(['accepted', 'accepted']);
    expect([(await stored(a)).mergedInto, (await stored(b)).absorbed]).toEqual([null, []]);
    unmerge(one, a, b);
    expect(await one.pushOutcomes()).toEqual(['refused notMerged', 'refused mergeRefused']);
    expect((await stored(b)).absorbed).toEqual([]);
  });

  test('from two desks in both directions goes one way; the other is refused whole, with one thing to decide', async () => {
    const [a, b] = [await opened(), await opened()];
    const before = await openEntries(other);
    merge(one, a, b);
    merge(other, b, a, 'agent2');
    const answers = await Promise.all([one.pushOutcomes(), other.pushOutcomes()]);
    expect(answers.toSorted((left, right) => String(left).localeCompare(String(right)))).toEqual([
      ['accepted', 'accepted'],
      ['refused mergeCircle', 'refused mergeRefused'],
    ]);
    const [first, second] = [await stored(a), await stored(b)];
    expect([first.mergedInto, second.mergedInto].filter(Boolean)).toHaveLength(1);
    expect(first.absorbed.length + second.absorbed.length).toBe(1);
    expect((await openEntries(one)) + (await openEntries(other))).toBe(before + 2); // the one refused before, at the first desk, and this one
  });

  test('in a ring of many, at once, leaves no circle', async () => {
    const ring = [await opened(), await opened(), await opened(), await opened(), await opened()];
    const desks = await Promise.all(ring.map((_case, at) => TestStation.enrol(server().app, `Ring ${at}`)));
    ring.forEach((from, at) => merge(must(desks[at], 'a desk each'), from, must(ring[(at + 1) % ring.length], 'the next')));
    const answers = await Promise.all(desks.map((desk) => desk.pushOutcomes()));
    for (const [merged, absorbed] of answers) expect(merged === 'accepted').toBe(absorbed === 'accepted');
    const cases = new Map((await Promise.all(ring.map(stored))).map((current) => [current.id as string, current]));
    for (const start of cases.values()) {
      let [at, hops] = [start.mergedInto?.caseId, 0];
      while (at !== undefined && hops <= ring.length) [at, hops] = [cases.get(at)?.mergedInto?.caseId, hops + 1];
      expect(hops).toBeLessThan(ring.length);
      for (const part of start.absorbed) expect(cases.get(part.caseId)?.mergedInto?.caseId).toBe(start.id);
    }
  });

  test('made offline meets a case that was merged or closed meanwhile, and says which', async () => {
    const [a, b, c] = [await opened(), await opened(), await opened()];
    merge(other, a, b);
    merge(one, b, c);
    expect(await one.pushOutcomes()).toEqual(['accepted', 'accepted']);
    const { results } = await other.push();
    expect(results).toMatchObject([{ code: 'intoMerged', detail: { trackingNumber: b.trackingNumber, intoTrackingNumber: c.trackingNumber } }, { code: 'mergeRefused' }]);
    const [d, e] = [await opened(), await opened()];
    merge(other, d, e);
    one.give('case.close', { disposition: 'RESOLVED', closingNote: 'Filled', completionDate: null }, { caseId: e.caseId });
    expect(await one.pushOutcomes()).toEqual(['accepted']);
    expect((await other.push()).results).toMatchObject([{ code: 'intoClosed', detail: { trackingNumber: e.trackingNumber } }, { code: 'mergeRefused' }]);
    expect(await stored(e)).toMatchObject({ absorbed: [] });
  });

  test('that arrives in two pieces stays one', async () => {
    const [a, b] = [await opened(), await opened()];
    merge(one, a, b);
    const half = one.outbox.length - 1;
    expect((await one.push(one.sent + 1, half)).results.map(({ status }) => status)).toEqual(['accepted']);
    expect(await one.pushOutcomes()).toEqual(['accepted']);
    expect((await stored(b)).absorbed).toHaveLength(1);
    merge(other, a, b);
    expect((await other.push(other.sent + 1, other.outbox.length - 1)).results.map(({ code }) => code)).toEqual(['alreadyMerged']);
    expect(await other.pushOutcomes()).toEqual(['refused mergeRefused']);
  });

  test('into a case that nobody knows is refused', async () => {
    const a = await opened();
    merge(one, a, { caseId: randomUUID(), trackingNumber: a.trackingNumber });
    expect(await one.pushOutcomes()).toEqual(['refused caseNotFound', 'refused mergeRefused']);
  });
});
