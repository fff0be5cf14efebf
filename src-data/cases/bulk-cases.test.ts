import { afterEach, beforeEach, expect, it } from 'vitest';
import { CaseId } from '../../src-shared/util/ids.ts';
import { citizen, type Desk, openArgs, openDesk } from '../testing/desk.ts';
import { bulkCases } from './bulk-cases.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

const ids = [1, 2, 3].map((n) => CaseId.parse(`00000000-0000-4000-8000-00000000000${n}`));
const [repair, question, elsewhere] = ids as [CaseId, CaseId, CaseId]; // safe: three were made

it('says of each case what closing needs, who is told, and what it waited for last; cases that are not here are left out', () => {
  desk.give({ type: 'case.open', caseId: repair, args: openArgs({ serviceCode: 'MAIN_BREAK', isMajorRepair: true, requester: citizen({ preference: 'phone' }) }) });
  desk.give({ type: 'case.open', caseId: question, args: openArgs({ requester: null }) });
  desk.give({ type: 'case.hold', caseId: question, args: { reasonCode: 'CITIZEN', note: 'For the map', until: '2026-12-01' } });
  desk.give({ type: 'case.transfer', caseId: question, args: { departmentCode: 'WATER', seenDepartmentCode: 'STREETS', reason: '' } });
  expect(bulkCases(desk.db, { caseIds: [question, elsewhere, repair] })).toEqual([
    { caseId: question, needs: { progressNote: false, completionDate: false, acknowledgement: false }, openTaskCount: 0, told: 'nothing', lastHold: { reasonCode: 'CITIZEN', note: 'For the map', until: '2026-12-01' } },
    { caseId: repair, needs: { progressNote: true, completionDate: true, acknowledgement: false }, openTaskCount: 0, told: 'call', lastHold: null },
  ]);
});
