/** A case and a city for the tests of this folder. */
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { OpenedCase, Person } from '../../src-shared/domain/case.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { evolveAll } from '../../src-shared/domain/evolve.ts';
import type { Fact, NewFact } from '../../src-shared/domain/fact.ts';
import { trackingNumberFromPayload } from '../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CaseId, StaffId } from '../../src-shared/util/ids.ts';
import { HOUR_MS, utcMs } from '../../src-shared/util/time.ts';

const OFFICE_DAY = [{ from: '08:00', to: '17:00' }];
const noContact = { headStaffId: null, complaintContactStaffId: null };

export const catalogue: Catalogue = Catalogue.parse({
  version: 7,
  city: {
    name: 'Testville',
    departmentLine: '',
    address: '1 Main St',
    phone: '555-0100',
    website: '',
    statusUrl: null,
    timeZone: 'America/New_York',
    locale: 'en-US',
    defaultLanguage: 'en',
    receiptHead: { en: '' },
    receiptFoot: { en: '' },
  },
  departments: [
    { code: 'STREETS', name: 'Streets', phone: '', email: '', ...noContact },
    { code: 'CLERK', name: 'City Clerk', phone: '', email: '', ...noContact },
  ],
  services: [
    {
      code: 'POTHOLE',
      name: 'Pothole',
      label: { en: 'Pothole' },
      serviceGroup: 'Streets',
      departmentCode: 'STREETS',
      policyCode: 'STANDARD',
      kind: 'serviceRequest',
      nature: 'action',
      keywords: [],
      script: [],
      questions: [{ code: 'SIZE', label: 'How big is it?', type: 'text' }],
      needsLocation: true,
      isMajorRepair: false,
      isActive: true,
    },
  ],
  policies: [
    {
      code: 'STANDARD',
      name: 'Standard',
      calendarCode: 'CITY',
      acknowledge: [],
      respond: [{ unit: 'elapsedHours', amount: 72, source: 'CAS 2.3' }, { unit: 'businessDays', amount: 2, source: 'Policy A.2' }],
      resolve: [],
    },
  ],
  calendars: [
    {
      code: 'CITY',
      name: 'City Hall',
      timeZone: 'America/New_York',
      week: {
        monday: OFFICE_DAY,
        tuesday: OFFICE_DAY,
        wednesday: OFFICE_DAY,
        thursday: OFFICE_DAY,
        friday: OFFICE_DAY,
        saturday: [],
        sunday: [],
      },
      exceptions: [{ date: '2026-11-26', name: 'Thanksgiving Day', hours: [] }],
    },
  ],
  staff: [
    { id: 'a.rivera', name: 'Ana Rivera', title: '', roles: ['agent'], departmentCodes: [], isActive: true },
    { id: 'l.ortega', name: 'Luis Ortega', title: '', roles: ['departmentStaff'], departmentCodes: ['STREETS'], isActive: true },
    { id: 'c.clerk', name: 'Casey Clerk', title: '', roles: ['departmentStaff'], departmentCodes: ['CLERK'], isActive: true },
  ],
  agencies: [],
  dispositions: [{ code: 'DONE', label: { en: 'Work done' } }],
  holdReasons: [{ code: 'WAITING', label: { en: 'Waiting for the citizen' } }],
});

export const ANA = StaffId.parse('a.rivera');
export const LUIS = StaffId.parse('l.ortega');

/** Monday 23 November 2026, 14:05 in New York. */
export const NOW = utcMs(Date.UTC(2026, 10, 23, 19, 5));
export const NUMBER = trackingNumberFromPayload(482_913_506);
export const OTHER_NUMBER = trackingNumberFromPayload(482_913_507);

export const maria: Person = {
  name: 'María Núñez',
  phone: '(561) 555-0142',
  email: '',
  address: '',
  language: 'es',
  preference: 'phone',
  needs: '',
};

export const opened: OpenedCase = {
  trackingNumber: NUMBER,
  formerNumbers: [],
  kind: 'serviceRequest',
  nature: 'action',
  channel: 'letter',
  serviceCode: 'POTHOLE',
  description: 'A deep hole',
  location: { text: '12 Elm St', unit: 'Apt 4', point: null },
  requester: maria,
  onBehalfOf: null,
  answers: {},
  receivedAt: utcMs(NOW - 24 * HOUR_MS),
  isMajorRepair: false,
  complaintAbout: null,
  neighborhoodCode: null,
  eventId: null,
  policyCode: 'STANDARD',
  acknowledgeBy: null,
  nextProgressBy: null,
  departmentCode: 'STREETS',
  isSealed: false,
  source: null,
  pin: '4821',
  catalogueVersion: 7,
  respondBy: utcMs(NOW + 48 * HOUR_MS),
  resolveBy: null,
};

const CASE_ID = CaseId.parse('00000000-0000-4000-8000-000000000001');

/** A fact by Ana, now, unless said otherwise. */
export function factOf(fact: NewFact, envelope: Partial<Pick<Fact, 'at' | 'by' | 'id'>> = {}): Fact {
  const id = '00000000-0000-4000-8000-000000000002.0';
  return { ...fact, id, at: NOW, by: ANA, station: 'st-00000000aaaa', ...envelope } as Fact; // safe: a NewFact with its envelope
}

/** The case after it was opened and these facts came to it. */
export function caseWith(...facts: readonly NewFact[]): Case {
  const all = [factOf({ kind: 'caseOpened', opened }), ...facts.map((fact) => factOf(fact))];
  return must(evolveAll(CASE_ID, null, all), 'the case was opened');
}
