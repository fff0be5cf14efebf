import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Case } from '../domain/case-document.ts';
import type { Language } from '../domain/case.ts';
import { Fact } from '../domain/fact.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { trackingNumberFromPayload } from '../tracking-number/tracking-number.ts';
import { CaseId } from '../util/ids.ts';
import { utcMs } from '../util/time.ts';
import { correspondenceFields, type CorrespondenceSource } from './correspondence-fields.ts';
import { formFor, recipientsOf } from './recipients.ts';
import { sampleCase, SAMPLE_PERSON } from './testing/sample-case.ts';

const at = (iso: string) => utcMs(Date.parse(iso));
const NOW = at('2026-11-23T15:00:00Z');

const CITY: Catalogue = {
  ...SMALL_CITY,
  departments: SMALL_CITY.departments.map((department) =>
    department.code === 'STREETS' ? { ...department, name: 'Streets', complaintContactStaffId: SMALL_CITY.staff[2]!.id } : department,
  ),
  services: SMALL_CITY.services.map((service) => (service.code === 'POTHOLE' ? { ...service, label: { en: 'Pothole', es: 'Bache' } } : service)),
  staff: SMALL_CITY.staff.map((member) => ({ ...member, name: `Name of ${member.id}`, title: 'Title' })),
};

function fields(current: Case, more: Partial<CorrespondenceSource> = {}) {
  const [recipient] = recipientsOf(current);
  if (!recipient) throw new Error('nobody hears about this case');
  const values = correspondenceFields({ case: current, catalogue: CITY, recipient, language: 'en', at: NOW, signedBy: null, ...more });
  const plain = Object.entries(values).map(([name, value]) => [name, value.replaceAll('\u00a0', ' ')]);
  return Object.fromEntries(plain) as typeof values; // safe: the same names
}

it('says what the case says, in the citizen’s words and on the city’s clock', () => {
  expect(fields(sampleCase(), { signedBy: 'agent' })).toMatchObject({
    citizenName: 'Maria Alvarez-Johnson',
    trackingNumber: '48-2913-5062',
    trackingNumberSpoken: 'four eight, two nine one three, five zero six two',
    serviceName: 'Pothole',
    location: '214 E Ocean Avenue, Lot 2',
    todayDate: 'Monday, November 23, 2026',
    receivedDate: 'Saturday, November 21, 2026',
    respondByDate: 'Tuesday, November 24, 2026, 4:10 PM',
    departmentName: 'Streets',
    complaintContactName: 'Name of streets',
    staffName: 'Name of agent',
    statusLink: 'https://testville.example/status?n=4829135062',
    majorRepair: '',
    agencyName: '',
    surveyLink: '',
  });
});

it('is signed from the signer’s own department, or the case’s where they belong to it or nobody signs', () => {
  const signed = (signedBy: string | null) => fields(sampleCase(), { signedBy }).staffDepartmentName;
  expect([signed('water.head'), signed('streets'), signed(null)]).toEqual(['WATER', 'Streets', 'Streets']);
});

it('says it in Spanish, with the labels the city gave in Spanish', () => {
  expect(fields(sampleCase({ isMajorRepair: true, disposition: 'RESOLVED' }), { language: 'es' })).toMatchObject({
    serviceName: 'Bache',
    receivedDate: 'sábado 21 de noviembre de 2026',
    respondByDate: 'martes 24 de noviembre de 2026, a las 4:10 p. m.',
    trackingNumberSpoken: 'cuatro ocho, dos nueve uno tres, cinco cero seis dos',
    majorRepair: 'sí',
    outcome: 'Resolved', // the small city has no Spanish for it
  });
});

it.each<[Language, string]>([['en', 'Saturday, February 29, 2020'], ['es', 'sábado 29 de febrero de 2020']])('writes a day without a clock: %s', (language, words) => {
  expect(fields(sampleCase({ completionDate: '2020-02-29' }), { language }).completionDate).toBe(words);
});

describe('a promise', () => {
  const upcoming = (more: Partial<Case>, now = NOW) => {
    const { upcomingRespondByDate, upcomingResolveByDate } = fields(sampleCase(more), { at: now });
    return [upcomingRespondByDate !== '', upcomingResolveByDate !== ''];
  };

  it('is ahead until it is kept, past, or the case is closed', () => {
    expect(upcoming({})).toEqual([true, true]);
    expect(upcoming({ respondedAt: NOW })).toEqual([false, true]);
    expect(upcoming({}, at('2026-11-25T12:00:00Z'))).toEqual([false, true]);
    expect(upcoming({ closedAt: NOW })).toEqual([false, false]);
    expect(upcoming({ respondBy: null, resolveBy: null })).toEqual([false, false]);
  });
});

it('gives the latest progress note and no note of the staff', () => {
  const envelope = { at: NOW, by: SMALL_CITY.staff[0]!.id, station: 'st-000000000000' };
  const fact = (n: number, kind: string, text: string) => Fact.parse({ id: `00000000-0000-4000-8000-000000000000.${n}`, kind, text, ...envelope });
  const history = [fact(0, 'progressNoteAdded', 'First'), fact(1, 'progressNoteAdded', 'Second'), fact(2, 'noteAdded', 'Caller was rude')];
  const values = fields(sampleCase({ history }));
  expect(values.progressNote).toBe('Second');
  expect(JSON.stringify(values)).not.toContain('rude');
});

it('takes name, address and phone of the agency from the case, its hours from the directory', () => {
  const referral = { name: 'The County', address: '9 Old Road', phone: '555-0000' };
  const agencies = [{ ...CITY.agencies[0]!, hours: 'Weekdays 8 to 5' }];
  expect(fields(sampleCase({ referral }), { catalogue: { ...CITY, agencies } })).toMatchObject({
    agencyName: 'The County',
    agencyAddress: '9 Old Road',
    agencyPhone: '555-0000',
    agencyHours: 'Weekdays 8 to 5',
  });
});

it('lets the writer add what only the writer knows', () => {
  expect(fields(sampleCase(), { given: { replyText: 'We will come.' } })).toMatchObject({ replyText: 'We will come.', serviceName: 'Pothole' });
});

describe('who hears about a case', () => {
  const neighbor = { ...SAMPLE_PERSON, name: 'Neighbor' };
  const coReporter = {
    trackingNumber: trackingNumberFromPayload(391_004_772),
    person: neighbor,
    channel: 'phone' as const,
    receivedAt: at('2026-11-22T15:00:00Z'),
    addedAt: NOW,
    pin: '7777',
  };

  it('is who asked, whom it concerns and who reported it too; nobody who is anonymous', () => {
    const current = sampleCase({ onBehalfOf: { ...SAMPLE_PERSON, name: 'Citizen' }, coReporters: [coReporter, { ...coReporter, person: null }] });
    expect(recipientsOf(current).map(({ role, person }) => [role, person.name])).toEqual([
      ['requester', 'Maria Alvarez-Johnson'],
      ['onBehalfOf', 'Citizen'],
      ['coReporter', 'Neighbor'],
    ]);
    expect(fields(current).onBehalfOfName).toBe('Citizen');
  });

  it('each with the number, PIN and day of their own, and without another citizen’s words', () => {
    const current = sampleCase({ coReporters: [coReporter] });
    expect(fields(current, { recipient: recipientsOf(current)[1]! })).toMatchObject({
      citizenName: 'Neighbor',
      trackingNumber: '39-1004-7729',
      mergedTrackingNumber: '48-2913-5062',
      pin: '7777',
      receivedDate: 'Sunday, November 22, 2026',
      description: '',
    });
  });

  it('hears the number of the case that theirs was merged into', () => {
    const mergedInto = { caseId: CaseId.parse('00000000-0000-4000-8000-000000000001'), trackingNumber: coReporter.trackingNumber, at: NOW, by: SMALL_CITY.staff[0]!.id };
    expect(fields(sampleCase({ mergedInto }))).toMatchObject({ trackingNumber: '48-2913-5062', mergedTrackingNumber: '39-1004-7729' });
    expect(fields(sampleCase()).mergedTrackingNumber).toBe('');
  });

  it.each([
    ['letter', {}, 'letter'],
    ['letter', { address: '' }, null],
    ['email', {}, 'email'],
    ['text', { phone: '' }, null],
    ['push', {}, null],
    ['none', {}, null],
  ] as const)('is written to as they wish: %s %j', (preference, more, form) => {
    expect(formFor({ person: { ...SAMPLE_PERSON, preference, ...more } })).toBe(form);
  });
});
