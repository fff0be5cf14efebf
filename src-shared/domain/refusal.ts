/** Why a command was refused: a closed list. Each reason has one sentence for staff, in `refusalSentence`. */
export const REFUSAL_REASONS = [
  'caseNotFound',
  'caseAlreadyExists',
  'caseClosed',
  'caseNotClosed',
  'caseOnHold',
  'caseNotOnHold',
  'notPermitted',
  'unknownService',
  'unknownDepartment',
  'unknownStaff',
  'unknownOutcome',
  'unknownHoldReason',
  'changedMeanwhile',
  'takenBySomeoneElse',
  'movedToAnotherDepartment',
  'sameDepartment',
  'nothingToChange',
  'receivedInFuture',
  'locationMissing',
  'answerMissing',
  'majorRepairUnfinished',
  'trackingNumberTaken',
  'sameCase',
  'tooManyFiles',
  'complaintNotAcknowledged',
  'openTasks',
  'unknownTask',
  'taskFinished',
  'taskWaits',
  'alreadyMerged',
  'notMerged',
  'mergeCircle',
  'intoMerged',
  'intoClosed',
  'sealedStaysAlone',
  'sealedFromThem',
  'mergeRefused',
  'surveyAnswered',
  'noFollowUp',
  'alreadyReviewed',
  'ownClosing',
  'unknownAgency',
  'agencyMissing',
  'notANumberOfThisCase',
  'isSealed',
  'notSealed',
  'invalidCommand',
  'unsupportedCommand',
  'withdrawn',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Values that make the sentence concrete; plain JSON, safe to store and to send. */
export type RefusalDetails = Readonly<Record<string, unknown>>;

export interface Refusal {
  readonly reason: RefusalReason;
  readonly details: RefusalDetails;
}
