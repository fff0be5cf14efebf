import { afterEach, beforeEach, expect, it } from 'vitest';
import { maySee } from '../../src-shared/domain/visibility.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import { beginSession } from '../session/session.ts';
import { type Desk, NOW, openArgs, openDesk } from '../testing/desk.ts';
import { maySeeHere, notHidden, sightNow, sightOf } from './not-hidden.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

function taken(more: Record<string, unknown>) {
  const outcome = desk.give({ type: 'case.open', args: openArgs(more) });
  if (!outcome.ok) throw new Error(outcome.reason);
  return must(findCase(desk.db, outcome.case.id), 'it was taken').case;
}

it('the statement and the rule agree for everybody, on every kind of sealed case', () => {
  const about = (accusedStaffId: string | null, departmentCode: string | null = null) => taken({ kind: 'complaint', departmentCode, misconduct: { accusedStaffId, reason: 'Rude' } });
  const cases = [taken({}), taken({ isSealed: true }), taken({ isSealed: true, departmentCode: 'WATER' }), about(null), about('streets'), about('water.head', 'WATER'), about('hr'), about(null, 'HR'), about('admin', 'WATER')];
  const sql = `SELECT c.case_id AS caseId FROM case_ c WHERE ${notHidden('c.case_key')}`;
  for (const member of SMALL_CITY.staff.filter(({ isActive }) => isActive)) {
    const seen = desk.db.query<Record<string, unknown>, { caseId: string }>(sql).all(sightOf(member)).map(({ caseId }) => caseId);
    const expected = cases.filter((current) => maySee(member, current)).map(({ id }) => id as string);
    expect(seen.toSorted(), member.id).toEqual(expected.toSorted());
  }
});

it('while nobody is signed in, nothing sealed is seen', () => {
  const sealed = taken({ isSealed: true });
  const sql = `SELECT count(*) AS count FROM case_ c WHERE ${notHidden('c.case_key')}`;
  const count = () => desk.db.query<Record<string, unknown>, { count: number }>(sql).get(sightNow(desk.db))?.count;
  expect([count(), maySeeHere(desk.db, sealed)]).toEqual([0, false]);
  beginSession(desk.db, must(SMALL_CITY.staff.find(({ id }) => id === 'hr'), 'hr'), 'server', utcMs(NOW));
  expect([count(), maySeeHere(desk.db, sealed)]).toEqual([1, true]);
});
