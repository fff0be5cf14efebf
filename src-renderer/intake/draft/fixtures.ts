/** A small city and people for the tests of this folder. */
import { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { CallerMatch } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { emptyDraft, type IntakeDraft } from './draft.ts';

const OFFICE_DAY = [{ from: '08:00', to: '17:00' }];

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
    { code: 'STREETS', name: 'Streets', phone: '', email: '', headStaffId: null, complaintContactStaffId: null },
    { code: 'CLERK', name: 'City Clerk', phone: '', email: '', headStaffId: null, complaintContactStaffId: null },
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
      keywords: ['hole in road'],
      script: [],
      questions: [
        { code: 'SIZE', label: 'How big is it?', type: 'text', isRequired: true },
        { code: 'LANE', label: 'Which lane?', type: 'text' },
      ],
      needsLocation: true,
      isMajorRepair: true,
      isActive: true,
    },
    {
      code: 'HOURS',
      name: 'Office hours',
      label: { en: 'Office hours' },
      serviceGroup: 'Information',
      departmentCode: 'CLERK',
      policyCode: 'STANDARD',
      kind: 'inquiry',
      nature: 'information',
      keywords: [],
      script: [],
      questions: [],
      needsLocation: false,
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
      respond: [{ unit: 'elapsedHours', amount: 72, source: 'CAS 2.3' }, { unit: 'businessDays', amount: 2, source: 'A.2' }],
      resolve: [{ unit: 'businessDays', amount: 10, source: 'Streets' }],
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
  staff: [],
  agencies: [],
  dispositions: [{ code: 'ANSWERED', label: { en: 'Question answered' } }],
  holdReasons: [{ code: 'WAITING', label: { en: 'Waiting for the citizen' } }],
});

/** Monday 23 November 2026, 14:05 in New York. */
export const NOW = utcMs(Date.UTC(2026, 10, 23, 19, 5));

export const caller: CallerMatch = {
  key: '5615550142|maria nunez',
  name: 'María Núñez',
  phone: '(561) 555-0142',
  email: 'maria@example.org',
  address: '12 Elm St',
  language: 'es',
  caseCount: 3,
  openCount: 1,
  lastReceivedAt: NOW,
  isContributor: false,
  why: 'phone ends in 0142',
};

/** A fresh draft with ids that count up, and the given facts. */
export function draftWith(facts: Partial<IntakeDraft>): IntakeDraft {
  let count = 0;
  const newId = (): string => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`;
  return { ...emptyDraft({ channel: 'phone', typedBy: 'a.rivera', newId }), startedAt: NOW, ...facts };
}
