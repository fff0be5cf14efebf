/** The paper form a draft is keyed in from: its number, as it was typed off the sheet. */
import { t } from '../../../src-shared/language/language.ts';
import { parseTrackingNumber, type TrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import type { IntakeDraft } from './draft.ts';

/** Somebody took it down by hand, when no computer ran. */
export function isFromForm({ formNumber }: Pick<IntakeDraft, 'formNumber'>): boolean {
  return formNumber.trim() !== '';
}

/** The number for the case; null when there is no form, or it cannot be read yet. */
export function numberOfForm({ formNumber }: Pick<IntakeDraft, 'formNumber'>): TrackingNumber | null {
  const parsed = parseTrackingNumber(formNumber);
  return parsed.ok ? parsed.number : null;
}

/** What is wrong with the number and what to do; null: nothing as far as this workstation knows. */
export function formNumberProblem(draft: Pick<IntakeDraft, 'formNumber' | 'formKnown' | 'isFormSure'>): string | null {
  if (!isFromForm(draft)) return null;
  const parsed = parseTrackingNumber(draft.formNumber);
  if (!parsed.ok) return parsed.reason === 'mistyped' ? t`One digit is wrong, or two have changed places. Read the number off the sheet again.` : t`A form number has ten digits, such as 48-2913-5067. Read it off the sheet again.`;
  if (draft.formKnown === 'keyedIn') return t`This form is keyed in already. Look the number up in the queue; a second sheet needs its own number.`;
  if (draft.formKnown === 'used') return t`This is the number of a case, not of a form. Check it, or leave the field empty.`;
  const isAsked = draft.formKnown === 'unknown' || draft.formKnown === 'spoiled';
  return isAsked && !draft.isFormSure ? t`Compare the number with the sheet once more, then tick that it stands there.` : null;
}
