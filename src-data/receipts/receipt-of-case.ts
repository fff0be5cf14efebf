import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { findService } from '../../src-shared/catalogue/lookup.ts';
import type { Language } from '../../src-shared/domain/case.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { cityWording } from '../../src-shared/receipt/city-wording.ts';
import type { ReceiptData, ReceiptPromise } from '../../src-shared/receipt/receipt-data.ts';
import type { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';

/** What the citizen said, in a few words: more does not fit a slip. */
const SAID_LENGTH = 160;

const NO_DATE_SENTENCE: Record<Language, string> = {
  en: 'We have received what you told us. Thank you.',
  es: 'Hemos recibido lo que nos comunicó. Gracias.',
};

export interface ReceiptRequest {
  readonly trackingNumber: TrackingNumber;
  /** Null: the citizen's own, else the city's. */
  readonly language: Language | null;
  readonly printedAt: UtcMs;
  readonly copyNumber: number;
}

/** The receipt for one number of a case: the requester's, or a co-reporter's own. */
export function receiptOfCase(current: Case, catalogue: Catalogue, request: ReceiptRequest): ReceiptData {
  const coReporter = current.coReporters.find((reporter) => reporter.trackingNumber === request.trackingNumber);
  const person = coReporter ? coReporter.person : (current.requester ?? current.onBehalfOf);
  const language = request.language ?? person?.language ?? catalogue.city.defaultLanguage;
  const service = findService(catalogue, current.serviceCode);
  const { timeZone, name, departmentLine, address, phone, website, statusUrl } = catalogue.city;
  const { referral } = current;
  return {
    language,
    trackingNumber: request.trackingNumber,
    kind: current.kind,
    city: { name, departmentLine, address, phone, website, statusUrl },
    serviceName: service?.label[language] ?? service?.label.en ?? current.serviceCode,
    said: shorten(current.description),
    location: current.location ? [current.location.text, current.location.unit].filter(Boolean).join(', ') : null,
    receivedAt: coReporter?.receivedAt ?? current.receivedAt,
    printedAt: request.printedAt,
    timeZone,
    promise: promiseOf(current, language, request.printedAt),
    pin: (coReporter ? coReporter.pin : current.pin) ?? null,
    agency: referral ? { name: referral.name, address: referral.address, phone: referral.phone, hours: hoursOf(referral, catalogue) } : null,
    coReporterOf: coReporter ? current.trackingNumber : null,
    copyNumber: request.copyNumber,
    template: cityWording(catalogue.city),
  };
}

/** As they were noted with the referral, else as the directory has them now. */
function hoursOf({ hours, code }: NonNullable<Case['referral']>, { agencies }: Catalogue): string {
  return hours ?? agencies.find((agency) => agency.code === code)?.hours ?? '';
}

/** Only what is still to come is promised: a slip may be printed long after the case was taken, or of a letter entered after its date. */
function promiseOf(current: Case, language: Language, printedAt: UtcMs): ReceiptPromise {
  const { respondBy, respondedAt, resolveBy, isMajorRepair, hold } = current;
  if (current.referral) return { kind: 'referred' };
  if (current.state === 'closed') return { kind: current.isFirstContactResolution ? 'answeredNow' : 'closed' };
  if (respondBy === null) return { kind: 'sentence', sentence: NO_DATE_SENTENCE[language] };
  const isAhead = (at: UtcMs | null): at is UtcMs => at !== null && at > printedAt;
  const finishBy = isMajorRepair || hold?.pauses?.includes('resolve') ? null : resolveBy;
  if (respondedAt === null && isAhead(respondBy)) {
    if (isMajorRepair) return { kind: 'majorRepair', answerBy: respondBy };
    return isAhead(finishBy) ? { kind: 'finishBy', answerBy: respondBy, finishBy } : { kind: 'answerBy', answerBy: respondBy };
  }
  if (respondedAt === null || (finishBy !== null && !isAhead(finishBy))) return { kind: 'late' };
  return finishBy === null ? { kind: 'open' } : { kind: 'workBy', finishBy };
}

function shorten(text: string): string | null {
  const line = text.replace(/\s+/g, ' ').trim();
  if (!line) return null;
  return line.length <= SAID_LENGTH ? line : `${line.slice(0, SAID_LENGTH - 1).trimEnd()}…`;
}
