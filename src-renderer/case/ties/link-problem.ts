/** What speaks against tying a case to another one, in words: asked before the person tries. */
import { t } from '../../../src-shared/language/language.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { formatTrackingNumber, parseTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';

export type Tie = 'related' | 'duplicateOf' | 'merge';

/** `other`: the case with the typed number, null when there is none here. Undefined: nothing speaks against it. */
export function linkProblem(typed: string, tie: Tie, other: Case | null, current: Case): string | undefined {
  const parsed = parseTrackingNumber(typed);
  if (typed.trim() === '') return t`Type the tracking number of the other case.`;
  if (!parsed.ok) return parsed.reason === 'mistyped' ? t`One digit of this number is wrong. Ask for it again.` : t`A tracking number has ten digits.`;
  if (!other) return t`No case with this number is on this workstation. Check the number.`;
  if (other.id === current.id) return t`That is this case. Type the number of the other one.`;
  if (tie !== 'merge') return current.links.some(({ caseId, relation }) => caseId === other.id && relation === tie) ? t`They are linked already.` : undefined;
  return mergeProblem(other, current);
}

function mergeProblem(other: Case, current: Case): string | undefined {
  const number = formatTrackingNumber(other.trackingNumber);
  if (current.isSealed || other.isSealed) return t`A sealed case stays by itself. Link them instead.`;
  if (other.mergedInto?.caseId === current.id) return t`${number} is part of this case already.`;
  if (other.mergedInto !== null) return t`${number} is part of ${formatTrackingNumber(other.mergedInto.trackingNumber)}. Merge into that one.`;
  return undefined;
}
