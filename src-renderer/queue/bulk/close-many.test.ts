import { describe, expect, it } from 'vitest';
import type { BulkCase } from '../../../src-shared/protocol/data-rpc/bulk-views.ts';
import { CaseId } from '../../../src-shared/util/ids.ts';
import { closingBodies, missingInCloseMany, needsOfMany, NOTHING_TYPED, staysOpen } from './close-many.ts';

const PLAIN: BulkCase = { caseId: CaseId.parse('00000000-0000-4000-8000-000000000001'), needs: { progressNote: false, completionDate: false, acknowledgement: false }, openTaskCount: 0, told: 'sent', lastHold: null };
const repair: BulkCase = { ...PLAIN, needs: { ...PLAIN.needs, progressNote: true, completionDate: true } };
const complaint: BulkCase = { ...PLAIN, needs: { ...PLAIN.needs, acknowledgement: true }, told: 'letter' };
const divided: BulkCase = { ...PLAIN, openTaskCount: 2, told: 'nothing' };
const typed = { ...NOTHING_TYPED, disposition: 'DONE', closingNote: 'It is done.' };
const typesOf = (...given: Parameters<typeof closingBodies>) => closingBodies(...given).map(({ type }) => type);

describe('closing many cases', () => {
  it('counts what some of them need, and how their citizens hear of it', () => {
    expect(needsOfMany([PLAIN, repair, complaint, divided])).toEqual({ majorRepairs: 1, withoutProgress: 1, notAcknowledged: 1, withOpenTasks: 1, told: { sent: 2, letter: 1, call: 0, nothing: 1 } });
  });

  it('leaves open what lacks something, and gives these the closing alone, to be refused with its reason', () => {
    for (const one of [repair, complaint, divided]) {
      expect(staysOpen(one, typed)).toBe(true);
      expect(typesOf({ kind: 'complaint' }, one, typed)).toEqual(['case.close']);
    }
    expect(staysOpen(PLAIN, typed)).toBe(false);
    expect(staysOpen(repair, { ...typed, completionDate: '2026-11-02' })).toBe(true);
  });

  it('says first what each of them needs, and nothing on the others', () => {
    const all = { ...typed, completionDate: '2026-11-02', progress: 'Laid anew', toldBy: 'phone', openTasks: 'notNeeded' } as const;
    expect(typesOf({ kind: 'serviceRequest' }, repair, all)).toEqual(['case.addProgressNote', 'case.close']);
    expect(typesOf({ kind: 'complaint' }, complaint, all)).toEqual(['case.acknowledge', 'case.close']);
    expect(closingBodies({ kind: 'inquiry' }, divided, all)).toMatchObject([{ type: 'case.close', args: { openTasks: 'notNeeded', completionDate: null, isFirstContact: false } }]);
    expect(closingBodies({ kind: 'serviceRequest' }, undefined, all)).toMatchObject([{ type: 'case.close', args: { completionDate: '2026-11-02' } }]);
  });

  it('asks for the outcome and the note, and for no day to come', () => {
    expect(Object.values(missingInCloseMany(typed, '2026-11-23')).filter(Boolean)).toEqual([]);
    const missing = missingInCloseMany({ ...NOTHING_TYPED, completionDate: '2026-11-24' }, '2026-11-23');
    expect(Object.keys(missing).filter((field) => missing[field] !== undefined)).toEqual(['completionDate', 'disposition', 'closingNote']);
  });
});
