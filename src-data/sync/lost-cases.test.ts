import { afterEach, beforeEach, expect, it } from 'vitest';
import { must } from '../../src-shared/util/assert.ts';
import { findCase } from '../cases/case-queries.ts';
import { type Desk, openArgs, openDesk } from '../testing/desk.ts';
import { forgetLost, keepIfLost, lostDocuments, someLostCases } from './lost-cases.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

function taken() {
  const outcome = desk.give({ type: 'case.open', args: openArgs() });
  if (!outcome.ok) throw new Error(outcome.reason);
  desk.give({ type: 'case.addNote', caseId: outcome.case.id, args: { text: 'Dog in the yard' } });
  return must(findCase(desk.db, outcome.case.id), 'it was just taken').case;
}

it('keeps a case the server has no more, with the commands it lacks', () => {
  const seen = taken();
  keepIfLost(desk.db, seen, null, ['city']);
  expect(someLostCases(desk.db, 10)).toEqual([{ caseId: seen.id, commands: seen.history.map((fact) => fact.id.split('.')[0]) }]);
  expect(lostDocuments(desk.db, [seen.id], 1_000_000)).toEqual([seen]);
  forgetLost(desk.db, [seen.id]);
  expect(someLostCases(desk.db, 10)).toEqual([]);
});

it('keeps one of which the server lacks the end, and none it has in full', () => {
  const seen = taken();
  const earlier = { ...seen, history: seen.history.slice(0, 1) };
  keepIfLost(desk.db, seen, seen, ['city']);
  expect(someLostCases(desk.db, 10)).toEqual([]);
  keepIfLost(desk.db, seen, earlier, ['city']);
  expect(someLostCases(desk.db, 10)).toMatchObject([{ commands: [seen.history[1]?.id.split('.')[0]] }]);
});

it('keeps nothing of a bucket this workstation may not hold', () => {
  keepIfLost(desk.db, { ...taken(), isSealed: true }, null, ['city']);
  expect(someLostCases(desk.db, 10)).toEqual([]);
});

it('sends as much as fits one request, but always something', () => {
  const cases = [taken(), taken(), taken()];
  for (const seen of cases) keepIfLost(desk.db, seen, null, ['city']);
  const ids = cases.map(({ id }) => id);
  expect(lostDocuments(desk.db, ids, 10)).toHaveLength(1);
  expect(lostDocuments(desk.db, ids, 1_000_000)).toHaveLength(3);
});
