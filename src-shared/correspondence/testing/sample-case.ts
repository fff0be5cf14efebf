import type { Case } from '../../domain/case-document.ts';
import type { Person } from '../../domain/case.ts';
import { trackingNumberFromPayload } from '../../tracking-number/tracking-number.ts';
import { StaffId } from '../../util/ids.ts';
import { utcMs } from '../../util/time.ts';

const at = (iso: string) => utcMs(Date.parse(iso));

export const SAMPLE_PERSON: Person = {
  name: 'Maria Alvarez-Johnson',
  phone: '(561) 555-0177',
  email: 'maria@example.org',
  address: '214 E Ocean Avenue, Apt 3, Portreeve Bay, FL 33444',
  language: 'en',
  preference: 'letter',
  needs: '',
};

/** The parts of a case that letters are made of; the rest of a real case is not read. */
export function sampleCase(more: Partial<Case> = {}): Case {
  const opened = {
    kind: 'serviceRequest',
    nature: 'action',
    channel: 'phone',
    serviceCode: 'POTHOLE',
    description: 'Deep hole in front of the school.',
    location: { text: '214 E Ocean Avenue', unit: 'Lot 2', point: null },
    requester: SAMPLE_PERSON,
    onBehalfOf: null,
    trackingNumber: trackingNumberFromPayload(482_913_506),
    departmentCode: 'STREETS',
    isMajorRepair: false,
    receivedAt: at('2026-11-21T21:10:00Z'),
    pin: '4821',
    respondBy: at('2026-11-24T21:10:00Z'),
    resolveBy: at('2026-12-07T22:00:00Z'),
  };
  const rest = {
    state: 'inProgress',
    enteredBy: StaffId.parse('agent'),
    respondedAt: null,
    closedAt: null,
    disposition: null,
    closingNote: null,
    completionDate: null,
    referral: null,
    coReporters: [],
    links: [],
    mergedInto: null,
    history: [],
  };
  return { ...opened, ...rest, ...more } as unknown as Case; // safe for what is tested: correspondence reads only the parts given here
}
