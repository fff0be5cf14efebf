import { ReceiptData } from '../receipt-data.ts';
import { trackingNumberFromPayload } from '../../tracking-number/tracking-number.ts';
import { utcMs } from '../../util/time.ts';

export const SAMPLE_NUMBER = trackingNumberFromPayload(482_913_506);
export const OTHER_NUMBER = trackingNumberFromPayload(391_004_772);

const moment = (iso: string) => utcMs(Date.parse(iso));

export const SAMPLE_RECEIPT: ReceiptData = ReceiptData.parse({
  language: 'en',
  trackingNumber: SAMPLE_NUMBER,
  kind: 'serviceRequest',
  city: {
    name: 'City of Palm Harbor',
    departmentLine: 'Customer Service, City Hall',
    address: '160 Lake Avenue, Palm Harbor',
    phone: '(727) 555-0142',
    website: 'palmharbor.example/cases',
    statusUrl: 'https://palmharbor.example/status',
  },
  serviceName: 'Pothole',
  said: 'Deep hole in the right lane in front of the school.',
  location: '214 E Ocean Avenue',
  receivedAt: moment('2026-11-21T21:10:00Z'),
  printedAt: moment('2026-11-21T21:12:00Z'),
  timeZone: 'America/New_York',
  promise: { kind: 'answerBy', answerBy: moment('2026-11-24T21:10:00Z') },
  pin: '4821',
  agency: null,
  coReporterOf: null,
  copyNumber: 0,
});

export const SPANISH_RECEIPT: ReceiptData = {
  ...SAMPLE_RECEIPT,
  language: 'es',
  kind: 'complaint',
  serviceName: 'Bache',
  said: 'Un bache muy hondo: ¿cuándo lo arreglan? ¡Dañó dos llantas en mi año nuevo! Pingüino, canción, señal.',
};

export const REFERRAL_RECEIPT: ReceiptData = {
  ...SAMPLE_RECEIPT,
  kind: 'inquiry',
  promise: { kind: 'referred' },
  agency: { name: 'Florida Department of Transportation', address: '11201 N McKinley Drive, Tampa, FL 33612', phone: '(813) 555-0175', hours: 'Monday to Friday 8:00 to 17:00' },
};
