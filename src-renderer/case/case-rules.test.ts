import { describe, expect, it } from 'vitest';
import { must } from '../../src-shared/util/assert.ts';
import { closingNeeds } from '../../src-shared/domain/closing-needs.ts';
import { isOffered, mayOnlyAdd } from './case-rules.ts';
import { ANA, catalogue, caseWith } from './fixtures.ts';

const staff = (id: string) => must(catalogue.staff.find((member) => member.id === id), 'a member of staff of the fixture');
const [ana, luis, casey] = [staff('a.rivera'), staff('l.ortega'), staff('c.clerk')];
const open = caseWith();
const held = caseWith({ kind: 'putOnHold', reasonCode: 'WAITING', note: '', until: null, pauses: [] });
const closed = caseWith({ kind: 'closed', disposition: 'DONE', closingNote: 'Done.', completionDate: null, isFirstContactResolution: false });

describe('what a case offers', () => {
  it('is to hold an open case, to resume a held one, to reopen a closed one', () => {
    expect([isOffered('hold', open, ana), isOffered('resume', open, ana), isOffered('reopen', open, ana)]).toEqual([true, false, false]);
    expect([isOffered('hold', held, ana), isOffered('resume', held, ana)]).toEqual([false, true]);
    expect([isOffered('close', closed, ana), isOffered('reopen', closed, ana)]).toEqual([false, true]);
  });

  it('always takes a note, a contact and a file', () => {
    for (const one of [open, held, closed]) {
      expect([isOffered('addNote', one, ana), isOffered('logContact', one, ana), isOffered('attach', one, ana)]).toEqual([true, true, true]);
    }
  });

  it('is no longer to take it once it is one’s own', () => {
    expect(isOffered('take', open, ana)).toBe(true);
    expect(isOffered('take', caseWith({ kind: 'assigned', assigneeId: ANA, note: '' }), ana)).toBe(false);
  });

  it('lets another department add, not change', () => {
    expect([isOffered('assign', open, casey), isOffered('addNote', open, casey), mayOnlyAdd(open, casey)]).toEqual([false, true, true]);
    expect([isOffered('assign', open, luis), mayOnlyAdd(open, luis)]).toEqual([true, false]);
  });
});

describe('what closing needs', () => {
  const nothing = { progressNote: false, completionDate: false, acknowledgement: false };

  it('of a construction or major repair is a progress note and the day (S2, Step 3.6)', () => {
    const major = { ...open, isMajorRepair: true };
    const progress = { kind: 'progressNoteAdded' as const, text: 'Base is in.', nextProgressBy: null };
    expect(closingNeeds(major)).toEqual({ ...nothing, progressNote: true, completionDate: true });
    expect(closingNeeds({ ...caseWith(progress), isMajorRepair: true })).toEqual({ ...nothing, completionDate: true });
    expect(closingNeeds({ ...caseWith(progress, { kind: 'reopened', reason: 'It sank again' }), isMajorRepair: true })).toEqual({ ...nothing, progressNote: true, completionDate: true });
    expect(closingNeeds({ ...major, source: { system: 'old', id: '1', flags: [] } })).toEqual(nothing);
  });

  it('of a complaint is that its citizen knows (S3, B.1); of all else nothing', () => {
    expect(closingNeeds({ ...open, kind: 'complaint', acknowledgedAt: null })).toEqual({ ...nothing, acknowledgement: true });
    expect(closingNeeds({ ...open, kind: 'complaint', acknowledgedAt: open.enteredAt })).toEqual(nothing);
    expect(closingNeeds({ ...open, acknowledgedAt: null })).toEqual(nothing);
  });
});
