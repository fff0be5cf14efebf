import { describe, expect, it } from 'vitest';
import { Agency } from '../../../src-shared/agencies/agency.ts';
import { tellsAgency } from '../../../src-shared/commands/correspond.ts';
import { must } from '../../../src-shared/util/assert.ts';
import { findProblems } from './find-problems.ts';
import { catalogue, draftWith, NOW } from './fixtures.ts';
import { outsideAgencies, referralOf } from './referral-of-draft.ts';
import { referredDraft, unreferredDraft } from './referred-draft.ts';
import { chooseService } from './service-of-draft.ts';
import { toOpenCase } from './to-open-case.ts';

const STATE = Agency.parse({ code: 'STATE', name: 'State Roads', address: '1 Route Way', phone: '555-0112', hours: 'Every day', handles: 'State roads', serviceCodes: ['POTHOLE'], placeWords: ['state route 7'] });
const OTHER = Agency.parse({ code: 'OTHER', name: 'Holes and more', address: '2 Way', phone: '555-0113', hours: '', handles: 'Any hole in a road' });
const city = { ...catalogue, agencies: [STATE, OTHER], dispositions: [...catalogue.dispositions, { code: 'REFERRED', label: { en: 'Referred' } }] };
const draft = draftWith({ serviceCode: 'POTHOLE', serviceText: 'Pothole', locationText: '4200 SR-7 N', description: 'hole in the road' });

describe('a call that an outside agency answers for', () => {
  it('is said to be theirs by what the directory says, not by a likeness of words', () => {
    expect(outsideAgencies(draft, city, NOW).map(({ agency, reasons }) => [agency.code, reasons.slice(0, 2)])).toEqual([['STATE', ['handles Pothole', 'answers for State Route 7']]]);
    expect(outsideAgencies({ ...draft, locationText: '12 Elm Street' }, city, NOW)).toEqual([]);
    expect(outsideAgencies({ ...draft, kind: 'complaint' }, city, NOW)).toEqual([]);
    expect(outsideAgencies(draft, { ...city, agencies: [{ ...STATE, until: '2026-11-22' }] }, NOW)).toEqual([]);
  });

  it('becomes a case with the agency and a closing note that has all the reply must carry; nothing else has to be asked', () => {
    const referred = referredDraft(draft, STATE, city);
    expect([...findProblems(referred, city, NOW)]).toEqual([]);
    const { fields } = toOpenCase(referred, city, NOW);
    const referral = must(fields.referral, 'it goes with the case');
    expect(referral).toEqual({ code: 'STATE', name: 'State Roads', address: '1 Route Way', phone: '555-0112', hours: 'Every day' });
    expect(fields.answeredNow).toMatchObject({ disposition: 'REFERRED' });
    expect(tellsAgency(referral, fields.answeredNow?.closingNote ?? '')).toBe(true);
  });

  it('goes back to the city as it was, also when another service is chosen or another agency taken', () => {
    expect(unreferredDraft(referredDraft(draft, STATE, city))).toEqual(draft);
    const typed = { ...draft, toldText: 'Told to wait.' };
    expect(unreferredDraft(referredDraft(typed, STATE, city))).toMatchObject({ referral: null, toldText: 'Told to wait.', isAnsweredNow: true, outcome: null });
    expect(chooseService(referredDraft(draft, STATE, city), null, 'Graffiti')).toMatchObject({ referral: null, isAnsweredNow: false, toldText: '' });
    expect(referredDraft(referredDraft(draft, STATE, city), OTHER, city).toldText).not.toContain('State Roads');
  });

  it('stays in the city where it turns out to be about somebody’s conduct', () => {
    expect(referralOf({ ...referredDraft(draft, STATE, city), kind: 'complaint', complaintAbout: 'conduct' }, city)).toBeNull();
  });
});
