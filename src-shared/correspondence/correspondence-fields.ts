import type { Catalogue, Department, Staff } from '../catalogue/catalogue.ts';
import { findDepartment, findService, findStaff } from '../catalogue/lookup.ts';
import type { Language } from '../domain/case.ts';
import type { Case } from '../domain/case-document.ts';
import type { FactKind, FactOf } from '../domain/fact.ts';
import { citizenDate } from '../receipt/citizen-date.ts';
import { qrContent } from '../receipt/receipt-document.ts';
import { spokenGroups } from '../tracking-number/spoken.ts';
import { formatTrackingNumber } from '../tracking-number/tracking-number.ts';
import type { UtcMs } from '../util/time.ts';
import { dayInWords, dayOfMomentInWords } from './day-in-words.ts';
import type { Recipient } from './recipients.ts';
import { emptyFieldValues, type FieldName, type FieldValues } from './template-field.ts';

export interface CorrespondenceSource {
  readonly case: Case;
  readonly catalogue: Catalogue;
  readonly recipient: Recipient;
  readonly language: Language;
  /** When it is written: today's date in the letter, and what is still ahead. */
  readonly at: UtcMs;
  /** Staff id of who signs; null: the department does. */
  readonly signedBy: string | null;
  /** What only the writer knows, such as `replyText` and `surveyLink`; replaces what the case says. */
  readonly given?: Partial<Record<FieldName, string>>;
}

type Part = Partial<Record<FieldName, string>>;

/**
 * What every field says for one citizen of one case, in their language: dates in words on the city's clock, the service and the
 * outcome by their label in that language, English where there is none.
 *
 * Empty where there is nothing to say. `upcoming…` dates are empty once answered, closed or past: a letter promises nothing that
 * should have happened. Internal texts (notes, reasons for reopening, contact log) are never among them.
 */
export function correspondenceFields(source: CorrespondenceSource): FieldValues {
  return {
    ...emptyFieldValues(),
    ...citizenPart(source),
    ...requestPart(source),
    ...datePart(source),
    ...departmentPart(source),
    ...resultPart(source),
    ...agencyPart(source),
    ...cityPart(source),
    ...source.given,
  };
}

function citizenPart({ case: current, recipient, language }: CorrespondenceSource): Part {
  const { person, trackingNumber } = recipient;
  const isForSomeoneElse = recipient.role === 'requester' && current.onBehalfOf !== null;
  return {
    citizenName: person.name,
    citizenAddress: person.address,
    onBehalfOfName: isForSomeoneElse ? (current.onBehalfOf?.name ?? '') : '',
    trackingNumber: formatTrackingNumber(trackingNumber),
    trackingNumberSpoken: spokenGroups(trackingNumber, language).join(', '),
    mergedTrackingNumber: mergedNumber(current, recipient),
    pin: recipient.pin ?? '',
  };
}

/** The case this one was merged into; for a co-reporter the case they were added to; else the one it is a duplicate of. */
function mergedNumber(current: Case, recipient: Recipient): string {
  if (current.mergedInto) return formatTrackingNumber(current.mergedInto.trackingNumber);
  if (recipient.trackingNumber !== current.trackingNumber) return formatTrackingNumber(current.trackingNumber);
  const link = current.links.findLast((each) => each.relation === 'duplicateOf');
  return link ? formatTrackingNumber(link.trackingNumber) : '';
}

function requestPart({ case: current, catalogue, language, recipient }: CorrespondenceSource): Part {
  const service = findService(catalogue, current.serviceCode);
  const { location } = current;
  return {
    serviceName: service?.label[language] ?? service?.label.en ?? current.serviceCode,
    location: location ? [location.text, location.unit].filter((part) => part !== '').join(', ') : '',
    description: recipient.role === 'coReporter' ? '' : current.description, // another citizen's words
    majorRepair: current.isMajorRepair ? { en: 'yes', es: 'sí' }[language] : '',
  };
}

function datePart({ case: current, catalogue, recipient, language, at }: CorrespondenceSource): Part {
  const { timeZone } = catalogue.city;
  const day = (moment: UtcMs | null): string => (moment === null ? '' : dayOfMomentInWords(moment, timeZone, language));
  const time = (moment: UtcMs | null): string => (moment === null ? '' : citizenDate(moment, timeZone, language));
  const isAhead = (moment: UtcMs | null): boolean => moment !== null && moment > at && current.closedAt === null;
  const { respondBy, resolveBy, completionDate } = current;
  return {
    todayDate: day(at),
    receivedDate: day(recipient.receivedAt),
    respondByDate: time(respondBy),
    resolveByDate: time(resolveBy),
    upcomingRespondByDate: isAhead(respondBy) && current.respondedAt === null ? time(respondBy) : '',
    upcomingResolveByDate: isAhead(resolveBy) ? time(resolveBy) : '',
    completionDate: completionDate === null ? '' : dayInWords(completionDate, language),
    closedDate: day(current.closedAt),
  };
}

function departmentPart({ case: current, catalogue, signedBy }: CorrespondenceSource): Part {
  const department = findDepartment(catalogue, current.departmentCode);
  const staff = signedBy === null ? undefined : findStaff(catalogue, signedBy);
  const signing = departmentOfSigner(staff, department, catalogue);
  return {
    departmentName: department?.name ?? '',
    departmentPhone: department?.phone ?? '',
    departmentEmail: department?.email ?? '',
    staffName: staff?.name ?? '',
    staffTitle: staff?.title ?? '',
    staffDepartmentName: signing?.name ?? '',
    staffPhone: signing?.phone ?? '',
    ...complaintContact(catalogue, department),
  };
}

/** The case's, unless whoever signs is of another one. */
function departmentOfSigner(staff: Staff | undefined, ofCase: Department | undefined, catalogue: Catalogue): Department | undefined {
  const [own] = staff?.departmentCodes ?? [];
  return own === undefined || (ofCase && staff?.departmentCodes.includes(ofCase.code)) ? ofCase : findDepartment(catalogue, own);
}

/** The department's point of contact for complaints (S3, B.3). */
function complaintContact(catalogue: Catalogue, department: Department | undefined): Part {
  const id = department?.complaintContactStaffId ?? null;
  const contact = id === null ? undefined : findStaff(catalogue, id);
  return { complaintContactName: contact?.name ?? '', complaintContactTitle: contact?.title ?? '' };
}

function resultPart({ case: current, catalogue, language }: CorrespondenceSource): Part {
  const outcome = catalogue.dispositions.find(({ code }) => code === current.disposition);
  return {
    progressNote: lastFact(current, 'progressNoteAdded')?.text ?? '',
    outcome: outcome?.label[language] ?? outcome?.label.en ?? current.disposition ?? '',
    closingNote: current.closingNote ?? '',
  };
}

function lastFact<Kind extends FactKind>(current: Case, kind: Kind): FactOf<Kind> | undefined {
  return current.history.findLast((fact): fact is FactOf<Kind> => fact.kind === kind);
}

/** As the case keeps it; hours, email and website from the directory when the case does not have them. */
function agencyPart({ case: current, catalogue }: CorrespondenceSource): Part {
  const { referral } = current;
  if (!referral) return {};
  const listed: Readonly<Record<string, unknown>> = catalogue.agencies.find(({ name }) => name === referral.name) ?? {};
  const other = (key: 'hours' | 'email' | 'website'): string => {
    const value = referral[key] ?? listed[key];
    return typeof value === 'string' ? value : '';
  };
  return {
    agencyName: referral.name,
    agencyAddress: referral.address,
    agencyPhone: referral.phone,
    agencyHours: other('hours'),
    agencyEmail: other('email'),
    agencyWebsite: other('website'),
  };
}

function cityPart({ catalogue: { city }, recipient }: CorrespondenceSource): Part {
  return {
    cityName: city.name,
    cityOffice: city.departmentLine,
    cityAddress: city.address,
    cityPhone: city.phone,
    cityWebsite: city.website,
    statusLink: city.statusUrl === null ? '' : qrContent(city.statusUrl, recipient.trackingNumber),
  };
}
