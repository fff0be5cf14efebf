import { describe, expect, it } from 'vitest';
import { must } from '../util/assert.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { CommandId } from '../util/ids.ts';
import { OfficeCommand } from './commands/index.ts';
import { decideOffice } from './decide-office.ts';
import { EMPTY_OFFICE, type Office } from './office.ts';
import { viewsFor } from './shared-view-rights.ts';

const staffOf = (role: 'administrator' | 'departmentHead' | 'agent') => must(SMALL_CITY.staff.find(({ roles }) => roles.includes(role)), role);
const [admin, head, agent] = [staffOf('administrator'), staffOf('departmentHead'), staffOf('agent')];
const ids = [1, 2, 3, 4].map((n) => CommandId.parse(`00000000-0000-4000-9000-00000000000${n}`));
const question = { view: 'open', filters: 'is:overdue', search: '', sort: 'due', groupBy: 'assignee' } as const;

function give(office: Office, [nth, type, by, args]: readonly [number, string, typeof admin, object]) {
  const command = OfficeCommand.parse({ uid: ids[nth], userId: by.id, station: 'st-000000000001', madeAt: 1_795_000_000_000 + nth, type, v: 1, args });
  return decideOffice(office, command, { catalogue: SMALL_CITY, actor: by });
}
function given(office: Office, command: Parameters<typeof give>[1]): Office {
  const decision = give(office, command);
  if (!decision.ok) throw new Error(decision.reason);
  return decision.next;
}
const save = (more: object) => ({ viewId: null, seen: null, name: 'Late ones', departmentCode: null, question, columns: null, ...more });

describe('a shared view', () => {
  it('is shared by administrators with everybody, by heads with their own department, by agents with nobody', () => {
    const office = given(EMPTY_OFFICE, [0, 'office.saveView', admin, save({})]);
    expect(viewsFor(office.views, agent)).toMatchObject([{ id: ids[0], name: 'Late ones', question }]);
    const own = must(head.departmentCodes[0], 'a head has a department');
    expect(give(EMPTY_OFFICE, [0, 'office.saveView', head, save({ departmentCode: own })]).ok).toBe(true);
    expect(give(EMPTY_OFFICE, [0, 'office.saveView', head, save({})])).toMatchObject({ reason: 'notPermitted' });
    expect(give(EMPTY_OFFICE, [0, 'office.saveView', agent, save({ departmentCode: own })])).toMatchObject({ reason: 'notPermitted' });
    const theirs = given(EMPTY_OFFICE, [0, 'office.saveView', admin, save({ departmentCode: own })]);
    expect(viewsFor(theirs.views, { departmentCodes: [] })).toEqual([]);
  });

  it('is renamed by whoever saw its last change, and ends for everybody', () => {
    const office = given(EMPTY_OFFICE, [0, 'office.saveView', admin, save({})]);
    const renamed = given(office, [1, 'office.saveView', admin, save({ viewId: ids[0], seen: ids[0], name: 'Overdue ones' })]);
    expect(viewsFor(renamed.views, agent).map(({ name }) => name)).toEqual(['Overdue ones']);
    expect(give(renamed, [2, 'office.saveView', admin, save({ viewId: ids[0], seen: ids[0], name: 'Mine' })])).toMatchObject({ reason: 'changedMeanwhile' });
    const ended = given(renamed, [3, 'office.endView', admin, { viewId: ids[0] }]);
    expect(viewsFor(ended.views, agent)).toEqual([]);
    expect(give(ended, [2, 'office.endView', admin, { viewId: ids[0] }])).toMatchObject({ reason: 'alreadyEnded' });
  });
});
