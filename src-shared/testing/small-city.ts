/** A small city for tests: every rule has something to bite on. Built in code so that a test can say what it depends on. */
import { Catalogue, type Staff } from '../catalogue/catalogue.ts';
import { StaffId } from '../util/ids.ts';

const OFFICE = [{ from: '08:00', to: '17:00' }];

function staff(id: string, roles: Staff['roles'], departmentCodes: readonly string[]): Staff {
  return { id: StaffId.parse(id), name: id, title: '', roles, departmentCodes: [...departmentCodes], email: '', isSuperUser: false, isPerson: true, isActive: true };
}

export const SMALL_CITY: Catalogue = Catalogue.parse({
  version: 1,
  city: {
    name: 'Testville',
    departmentLine: 'Customer Service',
    address: '1 Main Street',
    phone: '555-0100',
    website: 'testville.example',
    statusUrl: 'https://testville.example/status',
    timeZone: 'America/New_York',
    locale: 'en-US',
    defaultLanguage: 'en',
    receiptHead: { en: '' },
    receiptFoot: { en: '' },
  },
  departments: ['STREETS', 'WATER', 'HR'].map((code) => ({
    code,
    name: code,
    phone: '555-0101',
    email: 'desk@testville.example',
    headStaffId: null,
    complaintContactStaffId: null,
  })),
  services: [
    service('POTHOLE', 'STREETS', { needsLocation: true, questions: [{ code: 'SIZE', label: 'How large is it?', type: 'text', isRequired: true }] }),
    service('MAIN_BREAK', 'WATER', { needsLocation: true, isMajorRepair: true }),
    service('QUESTION', 'STREETS', { kind: 'inquiry', nature: 'information' }),
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
      week: { monday: OFFICE, tuesday: OFFICE, wednesday: OFFICE, thursday: OFFICE, friday: OFFICE, saturday: [], sunday: [] },
      exceptions: [{ date: '2026-11-26', name: 'Thanksgiving Day', hours: [] }],
    },
  ],
  staff: [
    staff('agent', ['agent'], []),
    staff('agent2', ['agent'], []),
    staff('streets', ['departmentStaff'], ['STREETS']),
    staff('water.head', ['departmentHead'], ['WATER']),
    staff('commission', ['commission'], []),
    staff('hr', ['hr'], ['HR']),
    staff('admin', ['administrator'], []),
    { ...staff('gone', ['agent'], []), isActive: false },
  ],
  agencies: [{ code: 'COUNTY', name: 'The County', address: '2 Court Street', phone: '555-0199', hours: '', handles: 'County roads' }],
  dispositions: [{ code: 'RESOLVED', label: { en: 'Resolved' } }],
  holdReasons: [{ code: 'CITIZEN', label: { en: 'Waiting for the citizen' } }],
});

function service(code: string, departmentCode: string, more: Record<string, unknown>): Record<string, unknown> {
  return {
    code,
    name: code,
    label: { en: code },
    serviceGroup: 'Group',
    departmentCode,
    policyCode: 'STANDARD',
    kind: 'serviceRequest',
    nature: 'action',
    keywords: [],
    script: [],
    questions: [],
    needsLocation: false,
    isMajorRepair: false,
    isActive: true,
    ...more,
  };
}
