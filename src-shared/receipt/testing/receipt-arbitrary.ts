import fc from 'fast-check';
import { RECEIPT_KINDS, type ReceiptData } from '../receipt-data.ts';
import { PRACTICE_ENROLMENT, trackingNumberFromPayload } from '../../tracking-number/tracking-number.ts';
import { utcMs } from '../../util/time.ts';
import { hostileText } from './hostile-text.ts';

/** Without those of practice mode, which lack a part that every other receipt has. */
const number = fc.integer({ min: 100_000_000, max: 900_000_000 + PRACTICE_ENROLMENT * 1_000 - 1 }).map(trackingNumberFromPayload);
const moment = fc.integer({ min: 0, max: 4_000_000_000_000 }).map(utcMs);
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const agency = fc.record({ name: hostileText, address: hostileText, phone: hostileText, hours: fc.oneof(fc.constant(''), hostileText) });

const promise: fc.Arbitrary<ReceiptData['promise']> = fc.oneof(
  fc.record({ kind: fc.constant('answerBy' as const), answerBy: moment }),
  fc.record({ kind: fc.constant('finishBy' as const), answerBy: moment, finishBy: moment }),
  fc.record({ kind: fc.constant('majorRepair' as const), answerBy: moment }),
  fc.record({ kind: fc.constant('workBy' as const), finishBy: moment }),
  fc.record({ kind: fc.constantFrom('answeredNow' as const, 'open' as const, 'late' as const, 'closed' as const) }),
  fc.record({ kind: fc.constant('referred' as const) }),
  fc.record({ kind: fc.constant('sentence' as const), sentence: hostileText }),
);

/** Receipts of every shape, each text in them as hostile as can be. */
export const anyReceipt: fc.Arbitrary<ReceiptData> = fc.record({
  language: fc.constantFrom('en' as const, 'es' as const),
  trackingNumber: number,
  kind: fc.constantFrom(...RECEIPT_KINDS),
  city: fc.record({
    name: hostileText,
    departmentLine: hostileText,
    address: hostileText,
    phone: hostileText,
    website: hostileText,
    statusUrl: optional(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.constant('https://cité.example/état?a=1#x'))),
  }),
  serviceName: hostileText,
  said: optional(hostileText),
  location: optional(hostileText),
  receivedAt: moment,
  printedAt: moment,
  timeZone: fc.constantFrom('America/New_York', 'America/Chicago', 'Pacific/Honolulu', 'UTC'),
  promise,
  pin: optional(fc.stringMatching(/^[0-9]{4}$/)),
  agency: optional(agency),
  coReporterOf: optional(number),
  copyNumber: fc.nat(3),
});
