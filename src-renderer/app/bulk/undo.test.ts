import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { StaffId } from '../../../src-shared/util/ids.ts';
import { inverseOf, undoStep } from './undo.ts';

const [ana, rosa] = [StaffId.parse('ana'), StaffId.parse('rosa')];
// Safe: an undo reads no more of a row.
const row = (assigneeId: StaffId | null) => ({ departmentCode: 'WATER', assigneeId }) as CaseRow;

describe('what puts it back', () => {
  it('gives a case to whoever had it, nobody included, if nobody else has it meanwhile', () => {
    expect(inverseOf(row(null), { type: 'case.assign', args: { assigneeId: rosa, seenAssigneeId: null, note: '' } }, 'ana')).toMatchObject([{ type: 'case.assign', args: { assigneeId: null, seenAssigneeId: 'rosa' } }]);
    expect(inverseOf(row(rosa), { type: 'case.take', args: { seenAssigneeId: rosa } }, ana)).toMatchObject([{ type: 'case.assign', args: { assigneeId: 'rosa', seenAssigneeId: 'ana' } }]);
  });

  it('brings a transferred case back, and then to whoever had it', () => {
    const body = { type: 'case.transfer', args: { departmentCode: 'PARKS', seenDepartmentCode: 'WATER', reason: '', isMisrouted: false } } as const;
    expect(inverseOf(row(rosa), body, ana)).toMatchObject([
      { type: 'case.transfer', args: { departmentCode: 'WATER', seenDepartmentCode: 'PARKS' } },
      { type: 'case.assign', args: { assigneeId: 'rosa', seenAssigneeId: null } },
    ]);
    expect(inverseOf(row(null), body, ana)).toHaveLength(1);
  });

  it('resumes what was put on hold; a note stays', () => {
    expect(inverseOf(row(null), { type: 'case.hold', args: { reasonCode: 'PARTS', note: '', until: null } }, ana)).toMatchObject([{ type: 'case.resume' }]);
    expect(inverseOf(row(null), { type: 'case.addNote', args: { text: 'x' } }, ana)).toEqual([]);
  });

  it('opens again what was closed and leaves what was said before; a hold that was ended is kept in mind', () => {
    const close = { type: 'case.close', args: { disposition: 'DONE', closingNote: 'Done.', completionDate: null, openTasks: 'refuse' } } as const;
    const note = { type: 'case.addProgressNote', args: { text: 'Laid anew' } } as const;
    expect(undoStep({ ...row(null), state: 'onHold' }, [note, close], ana)).toMatchObject({ bodies: [{ type: 'case.reopen' }], endedHold: true });
    expect(undoStep({ ...row(null), state: 'new' }, [close], ana).endedHold).toBe(false);
    expect(undoStep({ ...row(null), state: 'onHold' }, [note], ana)).toMatchObject({ bodies: [], endedHold: false });
  });
});
