/** Why an office command was refused: a closed list. Each reason has one sentence for staff, in `officeRefusalSentence`. */
export const OFFICE_REFUSAL_REASONS = [
  'notPermitted',
  'authorNotActive',
  'notFound',
  'alreadyDone',
  'nothingToChange',
  'changedMeanwhile',
  'alreadyEnded',
  'endsBeforeItBegins',
  'overAlready',
  'lastsTooLong',
  'unknownStaff',
  'unknownService',
  'unknownDepartment',
  'tooManyViews',
  'unknownGuide',
  'unknownNeighborhood',
  'samePerson',
  'alreadyDelegated',
  'delegationCircle',
  'delegationChainTooLong',
  'answerMissing',
  'formsPrintedTwice',
  'tooManyFormsOut',
  'formEnded',
  'entriesChangedMeanwhile',
  'entriesWaiting',
  'entriesInUse',
  'doesNotFit',
  'signInFirst',
  'invalidCommand',
  'unsupportedCommand',
  'serverProblem',
] as const;
export type OfficeRefusalReason = (typeof OFFICE_REFUSAL_REASONS)[number];

export interface OfficeRefusal {
  readonly reason: OfficeRefusalReason;
  /** Values that make the sentence concrete; plain JSON, safe to store and to send. */
  readonly details: Readonly<Record<string, unknown>>;
}
