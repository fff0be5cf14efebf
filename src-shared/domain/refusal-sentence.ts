import { t } from '../language/language.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { departmentName, staffName } from '../catalogue/lookup.ts';
import { formatTrackingNumber, TrackingNumber } from '../tracking-number/tracking-number.ts';
import { unreachable } from '../util/unreachable.ts';
import type { Refusal } from './refusal.ts';
import { FIELD_LABELS } from './labels.ts';

/** What happened and what to do next, in words staff can act on. Names come from the catalogue at hand. */
export function refusalSentence(refusal: Refusal, catalogue: Catalogue): string {
  const { details } = refusal;
  const text = (key: string): string => String(details[key] ?? '');
  const who = (key: string): string => (details[key] ? staffName(catalogue, text(key)) : t`someone else`);
  const number = (key: string): string => numberWords(text(key));
  switch (refusal.reason) {
    case 'caseNotFound':
      return t`This case is not on this workstation. Search for its number, or ask your supervisor whether you may see it.`;
    case 'caseAlreadyExists':
      return t`This case has been saved already. Open it from the queue.`;
    case 'caseClosed':
      return t`The case is closed. Reopen it first, or add a note.`;
    case 'caseNotClosed':
      return t`The case is still open, so there is nothing to reopen or to review.`;
    case 'caseOnHold':
      return t`The case is on hold. Resume it first.`;
    case 'caseNotOnHold':
      return t`The case is not on hold.`;
    case 'notPermitted':
      return t`Your role does not allow this on this case. Ask your department head, or add a note instead.`;
    case 'unknownService':
      return t`Service “${text('serviceCode')}” is no longer offered. Choose another service.`;
    case 'unknownDepartment':
      return t`Department “${text('departmentCode')}” takes no cases any more. Choose another department.`;
    case 'unknownStaff':
      return t`${text('staffId')} is not an active member of staff. Choose someone else.`;
    case 'unknownOutcome':
      return t`This outcome is no longer offered. Choose another outcome.`;
    case 'unknownHoldReason':
      return t`This reason is no longer offered. Choose another reason.`;
    case 'changedMeanwhile':
      return t`${fieldLabel(text('field'))} was changed by ${who('changedBy')} in the meantime. Compare both, then keep yours or theirs.`;
    case 'takenBySomeoneElse':
      return t`${who('assigneeId')} has this case now. Ask them, or leave a note.`;
    case 'movedToAnotherDepartment':
      return t`The case is with ${departmentName(catalogue, text('departmentCode'))} now. Look at the case, then decide again.`;
    case 'sameDepartment':
      return t`The case is with this department already.`;
    case 'nothingToChange':
      return t`This is so already; nothing was changed.`;
    case 'receivedInFuture':
      return t`The received date lies in the future. Correct the date, or check this computer’s clock.`;
    case 'locationMissing':
      return t`This service needs a location. Say where it is.`;
    case 'answerMissing':
      return t`An answer is missing. Ask the citizen: ${text('question')}`;
    case 'majorRepairUnfinished':
      return t`A construction or major repair stays open until the work is done. Add a progress note and the completion date, then close.`;
    case 'trackingNumberTaken':
      return t`This tracking number belongs to another case. Save again to issue a new number, and call the citizen back.`;
    case 'sameCase':
      return t`A case cannot be linked to itself.`;
    case 'tooManyFiles':
      return t`This case has ${text('limit')} files already, and no more can be attached. Put several pages into one PDF, or link another case for them.`;
    case 'complaintNotAcknowledged':
      return t`The citizen does not know yet that this complaint was received. Acknowledge it or log a contact that reached them, then close.`;
    case 'openTasks':
      return t`Not finished yet: ${text('tasks')}. Finish these tasks first, or close and say that they are not needed any more.`;
    case 'unknownTask':
      return t`This task is not on the case. Look at the case, then decide again.`;
    case 'taskFinished':
      return t`This task is finished already. Add a new task if more has to be done.`;
    case 'taskWaits':
      return t`This task waits until “${text('title')}” is finished.`;
    case 'alreadyMerged':
      return t`This case is part of ${number('trackingNumber')} now. Undo that first, if it is wrong.`;
    case 'notMerged':
      return t`This case is not merged with another one.`;
    case 'mergeCircle':
      return t`The other case is part of this one already. Open this case and undo that first.`;
    case 'intoMerged':
      return t`${number('trackingNumber')} has become part of ${number('intoTrackingNumber')}. Look at that one, then merge into it if it is the same thing.`;
    case 'intoClosed':
      return t`${number('trackingNumber')} was closed meanwhile. Look at it, then merge again if this case is finished with it, or leave this one open.`;
    case 'sealedFromThem':
      return t`This case is sealed, and they may not see it. Choose somebody who may: the seal says who.`;
    case 'sealedStaysAlone':
      return t`A sealed case stays by itself and is not merged. Leave a note on it instead.`;
    case 'mergeRefused':
      return t`The other half of this was refused, so this half was not carried out either. There is nothing to do here.`;
    case 'surveyAnswered':
      return t`The answer of this citizen is here already. Add a note for anything they said later.`;
    case 'noFollowUp':
      return t`There is no follow-up open on this case.`;
    case 'alreadyReviewed':
      return t`${staffName(catalogue, text('by'))} has reviewed this answer already.`;
    case 'ownClosing':
      return t`You closed this case yourself. Somebody else reviews it: another head of the department, or the City Manager’s office.`;
    case 'unknownAgency':
      return t`This agency is not in the directory on that day. Choose another one, or type its name, address and phone number.`;
    case 'agencyMissing':
      return t`The case was referred, and the citizen has to read whom to turn to: name, address and phone number of ${text('agency')} must be in the text.`;
    case 'notANumberOfThisCase':
      return t`${number('trackingNumber')} does not lead to this case. Choose one of the case’s own citizens.`;
    case 'isSealed':
      return t`This case is sealed already.`;
    case 'notSealed':
      return t`This case is not sealed.`;
    case 'invalidCommand':
      return t`The entry could not be understood: ${text('problem')}. Correct it and try again.`;
    case 'unsupportedCommand':
      return t`This needs a newer version of Portreeve at the server. What you entered is kept; ask your IT office to update.`;
    case 'withdrawn':
      return t`This was settled before the server was restored, and is not carried out.`;
    default:
      return unreachable(refusal.reason);
  }
}

/** As it stands on a slip. */
function numberWords(text: string): string {
  const number = TrackingNumber.safeParse(text);
  return number.success ? formatTrackingNumber(number.data) : t`The number`;
}

function fieldLabel(field: string): string {
  return FIELD_LABELS[field as keyof typeof FIELD_LABELS] ?? field; // safe: unknown names fall through to themselves
}
