import type { Case } from '../domain/case-document.ts';
import type { FieldName } from './template-field.ts';

/**
 * What a citizen whose case was merged is told of the work: it is done, reported on, closed and referred on the case that goes on.
 *
 * To be given on top of what the citizen's own case says. Of a person's words only those meant for citizens are among them.
 */
export function workOfWhole({ closingNote, history, referral }: Case): Partial<Record<FieldName, string>> {
  const progress = history.findLast((fact) => fact.kind === 'progressNoteAdded');
  return {
    closingNote: closingNote ?? '',
    progressNote: progress?.text ?? '',
    ...(referral === null ? {} : { agencyName: referral.name, agencyAddress: referral.address, agencyPhone: referral.phone, agencyHours: referral.hours ?? '' }),
  };
}
