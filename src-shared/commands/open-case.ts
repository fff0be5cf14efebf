import { z } from 'zod';
import { OpenedCase, OpeningFields, ReferralAgency } from '../domain/case.ts';
import { accept, type DecideContext, refuse, type Ruling } from '../domain/decision.ts';
import type { NewFact } from '../domain/fact.ts';
import { neighborhoodOf } from '../community/neighborhood-of.ts';
import { complaintAboutOf, sealOnOpening } from '../domain/sealing.ts';
import { findDepartment, findService, findStaff } from '../catalogue/lookup.ts';
import { t } from '../language/language.ts';
import { Code, StaffId } from '../util/ids.ts';
import { requiredText } from '../util/text.ts';
import { MINUTE_MS } from '../util/time.ts';
import type { CommandDefinition } from './command.ts';
import { surveyOffer } from './close-case.ts';
import { promisesAgain } from './promises.ts';
import { mayReferTo } from './refer-case.ts';
import { nextProgressBy } from './task-dates.ts';
import { toPointOfContact } from './transfer-case.ts';

/** The number is taken from the workstation's own pool in the same transaction, never typed by hand. */
export const OpenCaseArgs = OpeningFields.extend({
  trackingNumber: OpenedCase.shape.trackingNumber,
  /** Null: the service's own department. */
  departmentCode: Code.nullable(),
  assigneeId: StaffId.nullable(),
  isSealed: z.boolean(),
  source: OpenedCase.shape.source,
  /** Numbers on slips the citizen holds for this case already. Since version 2. */
  formerNumbers: OpenedCase.shape.formerNumbers,
  pin: OpenedCase.shape.pin,
  /** For an inquiry finished while the citizen is there: the case is answered and closed at once (S3, A.3). */
  answeredNow: z
    .object({ disposition: Code, closingNote: requiredText(10_000, () => t`Write what the citizen was told`) })
    .nullable(),
  /** The agency outside the city that the citizen was sent to on the spot (AS-3); it stands on the slip. Null: none. */
  referral: ReferralAgency.nullable().default(null),
  /** Catalogue version of the workstation that told the citizen the dates; they hold also where the rules have changed since. */
  catalogueVersion: z.int().positive().optional(),
  /** A complaint about somebody's conduct: the case is sealed from the start, and a supervisor told (CO-3). */
  misconduct: z.object({ accusedStaffId: StaffId.nullable(), reason: requiredText(2_000, () => t`Say what is alleged, in a few words`) }).nullable().default(null),
});
export type OpenCaseArgs = z.infer<typeof OpenCaseArgs>;

/** A clock may be a little ahead of the one that stamped the letter. */
const CLOCK_TOLERANCE_MS = 5 * MINUTE_MS;

/**
 * Takes a case: gives it its number, department and promises. A complaint goes to the department's point of contact (CO-4); one about
 * conduct is sealed at once.
 *
 * Refuses: unknownService, unknownDepartment, unknownStaff, unknownOutcome, receivedInFuture, locationMissing,
 * answerMissing, unknownAgency. Imported cases (`source` set) may lack a location and answers: their city never asked.
 */
export const openCase = {
  type: 'case.open',
  v: 2,
  args: OpenCaseArgs,
  upcasts: { 1: (args) => ({ ...args, formerNumbers: [] }) },
  decide(_current, command, context): Ruling {
    const { args } = command;
    const service = findService(context.catalogue, args.serviceCode);
    if (!service) return refuse('unknownService', { serviceCode: args.serviceCode });
    const departmentCode = args.departmentCode ?? service.departmentCode;
    if (!findDepartment(context.catalogue, departmentCode)) return refuse('unknownDepartment', { departmentCode });
    if (args.assigneeId && !findStaff(context.catalogue, args.assigneeId)?.isActive) {
      return refuse('unknownStaff', { staffId: args.assigneeId });
    }
    if (args.receivedAt > command.madeAt + CLOCK_TOLERANCE_MS) return refuse('receivedInFuture');
    if (args.referral && !mayReferTo(context.catalogue, args.referral, command.madeAt)) return refuse('unknownAgency');
    return missingAnswer(args, context) ?? answeredNowProblem(args, context) ?? openedFacts(args, departmentCode, context);
  },
} satisfies CommandDefinition<'case.open', typeof OpenCaseArgs, null>;

function missingAnswer(args: OpenCaseArgs, { catalogue }: DecideContext): Ruling | null {
  const service = findService(catalogue, args.serviceCode);
  if (!service || args.source || args.answeredNow) return null;
  if (service.needsLocation && !args.location) return refuse('locationMissing');
  const open = service.questions.find((question) => question.isRequired && !args.answers[question.code]);
  return open ? refuse('answerMissing', { questionCode: open.code, question: open.label }) : null;
}

function answeredNowProblem(args: OpenCaseArgs, { catalogue }: DecideContext): Ruling | null {
  const code = args.answeredNow?.disposition;
  if (code === undefined || catalogue.dispositions.some((disposition) => disposition.code === code)) return null;
  return refuse('unknownOutcome', { disposition: code });
}

function openedFacts(args: OpenCaseArgs, departmentCode: string, context: DecideContext): Ruling {
  const { catalogue } = context;
  const { assigneeId, answeredNow, misconduct: _misconduct, referral, catalogueVersion, ...fields } = args;
  const complaintAbout = complaintAboutOf(args, catalogue);
  // A later one is of a life of the server that is gone.
  const told = { catalogueVersion: Math.min(catalogueVersion ?? catalogue.version, catalogue.version) };
  const promises = promisesAgain({ ...args, pauses: [] }, told, context, args.receivedAt);
  const seal = sealOnOpening(args, departmentCode, catalogue);
  const opened = {
    ...fields,
    neighborhoodCode: args.neighborhoodCode ?? neighborhoodOf(catalogue.neighborhoods, args.location)?.code ?? null,
    ...{ complaintAbout, departmentCode, isSealed: args.isSealed || seal !== null },
    ...promises,
    nextProgressBy: nextProgressBy(catalogue, args, args.receivedAt),
  };
  const facts: NewFact[] = [{ kind: 'caseOpened', opened }];
  if (seal) facts.push(seal);
  if (assigneeId) facts.push({ kind: 'assigned', assigneeId, note: '' });
  else if (!args.source && !seal) facts.push(...toPointOfContact(args.kind, departmentCode, catalogue));
  if (referral) facts.push({ kind: 'referred', agency: referral, note: '' });
  if (answeredNow) {
    facts.push({ kind: 'responded' }, { kind: 'closed', ...answeredNow, completionDate: null, isFirstContactResolution: true });
    facts.push(...surveyOffer({ ...opened, survey: null }, { catalogue }));
  }
  return accept(...facts);
}
