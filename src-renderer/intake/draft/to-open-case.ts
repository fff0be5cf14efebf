import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { AddCoReporterInput, type CaseCommandInput, OpenCaseInput } from '../../../src-shared/protocol/data-rpc/command-input.ts';
import { formatTrackingNumber, type TrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import type { CaseId } from '../../../src-shared/util/ids.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { acceptChange } from './changed-service.ts';
import { complaintOf, misconductOf } from './complaint-of-draft.ts';
import type { IntakeDraft } from './draft.ts';
import { peopleOf } from './people.ts';
import { numberOfForm } from './form-of-draft.ts';
import { isOfEvent } from './event-of-draft.ts';
import { locationOf, neighborhoodOfDraft } from './neighborhood-of-draft.ts';
import { referralOf } from './referral-of-draft.ts';
import { eventMoment, receivedAtOf } from './received-of-draft.ts';
import { answersTo, serviceOf, settledBy } from './service-of-draft.ts';

/** The command that opens the case of a draft without problems. Throws on a draft that `findProblems` would not let through. */
export function toOpenCase(typed: IntakeDraft, catalogue: Catalogue, now: UtcMs): OpenCaseInput {
  const draft = acceptChange(typed, catalogue);
  const service = serviceOf(draft, catalogue);
  const { kind, nature, isMajorRepair } = settledBy(draft, service);
  return OpenCaseInput.parse({
    commandId: draft.commandId,
    caseId: draft.caseId,
    draftId: draft.draftId,
    windowNow: clockUsed(draft, now),
    formNumber: numberOfForm(draft),
    files: draft.files,
    fields: {
      kind,
      nature,
      isMajorRepair,
      channel: draft.channel,
      serviceCode: draft.serviceCode,
      description: draft.description,
      location: locationOf(draft),
      ...peopleOf(draft),
      answers: answersTo(service, draft.answers),
      receivedAt: receivedAtOf(draft, now),
      departmentCode: draft.departmentCode,
      assigneeId: null,
      complaintAbout: complaintOf(draft, catalogue),
      neighborhoodCode: neighborhoodOfDraft(draft, catalogue)?.code ?? null,
      eventId: isOfEvent(draft) ? (draft.event?.id ?? null) : null,
      misconduct: misconductOf(draft, catalogue),
      referral: referralOf(draft, catalogue),
      isSealed: false, // by what it is about
      answeredNow: draft.isAnsweredNow ? { disposition: draft.outcome, closingNote: draft.toldText } : null,
    },
  } satisfies UncheckedOpenCase);
}

/** What is built here, before the schema has said that it is whole. */
type UncheckedOpenCase = {
  readonly [Key in keyof Omit<OpenCaseInput, 'fields'>]: unknown;
} & { readonly fields: { readonly [Key in keyof OpenCaseInput['fields']]: unknown } };

/** The command that adds the draft's caller to a case that exists, with a number of their own. */
export function toAddCoReporter(draft: IntakeDraft, caseId: CaseId, now: UtcMs): AddCoReporterInput {
  const { requester, onBehalfOf } = peopleOf(draft);
  return AddCoReporterInput.parse({
    commandId: draft.joinCommandId,
    caseId,
    draftId: draft.draftId,
    person: onBehalfOf ?? requester,
    channel: draft.channel,
    receivedAt: receivedAtOf(draft, now),
    windowNow: clockUsed(draft, now),
    formNumber: numberOfForm(draft),
    files: draft.files,
  });
}

/** This window's clock, if the moment of receiving comes from it and not from a person. */
function clockUsed(draft: IntakeDraft, now: UtcMs): UtcMs | null {
  return draft.receivedText.trim() === '' && eventMoment(draft) === null ? now : null;
}

/** The note that keeps what a joining caller said; null when they added nothing. */
export function toJoinNote(draft: IntakeDraft, caseId: CaseId, number: TrackingNumber): CaseCommandInput | null {
  const place = [draft.locationText.trim(), draft.unit.trim()].filter(Boolean).join(', ');
  const { requester, onBehalfOf } = peopleOf(draft);
  const parts = [
    onBehalfOf ? (requester?.name ? t`Reported by ${requester.name}.` : t`Reported by an anonymous caller.`) : '',
    place === '' ? '' : t`Place: ${place}`,
    draft.description.trim(),
  ].filter((part) => part !== '');
  if (parts.length === 0) return null;
  const text = t`${formatTrackingNumber(number)} reported: ${parts.join('\n')}`;
  return { type: 'case.addNote', commandId: draft.joinNoteCommandId, caseId, args: { text } };
}
