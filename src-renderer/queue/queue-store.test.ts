import { beforeEach, describe, expect, it } from 'vitest';
import type { Role, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { CaseId, StaffId } from '../../src-shared/util/ids.ts';
import { moveTo, START_POSITION } from '../ui/case-grid/cursor.ts';
import { askQueue, moveInQueue, openQueueFor, useQueueStore } from './queue-store.ts';
import { caseCount } from '../ui/case-words.ts';

const ROWS = [1, 2, 3].map((number) => ({ caseId: CaseId.parse(`00000000-0000-4000-8000-00000000000${number}`) }));

function person(id: string, role: Role): Staff {
  return { id: StaffId.parse(id), name: id, title: '', roles: [role], departmentCodes: [], email: '', isSuperUser: false, isPerson: true, isActive: true };
}

const ana = person('a.rivera', 'agent');
beforeEach(() => {
  useQueueStore.setState({ ownerId: null });
  openQueueFor(ana);
});

describe('whose queue', () => {
  it.each([
    ['agent', 'open'],
    ['departmentHead', 'myDepartment'],
    ['cityManager', 'overdue'],
  ] as const)('a %s begins with %s', (role, view) => {
    openQueueFor(person('someone.else', role));
    expect(useQueueStore.getState().view).toBe(view);
  });

  it('is kept for the same person, and begun anew for another', () => {
    askQueue({ view: 'all', search: 'elm' });
    moveInQueue(moveTo(ROWS, START_POSITION, 2));
    openQueueFor(ana);
    expect(useQueueStore.getState()).toMatchObject({ view: 'all', search: 'elm', position: { cursorIndex: 2 } });
    openQueueFor(person('r.delgado', 'departmentHead'));
    expect(useQueueStore.getState()).toMatchObject({ view: 'myDepartment', search: '', position: START_POSITION });
  });
});

it('opens with a view where one is asked for', () => {
  askQueue({ search: 'elm' });
  openQueueFor(ana, 'overdue');
  expect(useQueueStore.getState()).toMatchObject({ view: 'overdue', search: '' });
});

it('puts the cursor at the top and selects nothing when another question is asked', () => {
  moveInQueue({ ...moveTo(ROWS, START_POSITION, 2), selectedIds: new Set([ROWS[1]?.caseId ?? CaseId.parse(crypto.randomUUID())]) });
  askQueue({ sort: 'receivedNewest' });
  expect(useQueueStore.getState().position).toEqual(START_POSITION);
});

it.each([
  [0, '0 cases'],
  [1, '1 case'],
  [12_345, '12,345 cases'],
])('counts %i as %s', (count, words) => {
  expect(caseCount(count)).toBe(words);
});
