import { z } from 'zod';
import { findForm } from '../../outage-forms/form-batch.ts';
import { TrackingNumber } from '../../tracking-number/tracking-number.ts';
import { CaseId, CommandId } from '../../util/ids.ts';
import { acceptOffice, type OfficeRuling, refuseOffice } from '../office-decision.ts';
import { defineOfficeCommand } from '../office-command.ts';

export const KeyInFormArgs = z.object({
  number: TrackingNumber,
  caseId: CaseId,
  /** The batch it was found in; null: no workstation had told of printing it yet. */
  batchId: CommandId.nullable(),
});

/**
 * A sheet's case was opened, or its citizen added to one, under the number on the sheet. Given together with that command, never by
 * itself; the number's own fate is decided there.
 *
 * Refuses: alreadyDone for the same sheet and case.
 */
export const keyInForm = defineOfficeCommand({
  type: 'office.keyInForm',
  v: 1,
  args: KeyInFormArgs,
  buildsOn: ({ batchId }) => (batchId === null ? [] : [batchId]),
  decide(office, { args }): OfficeRuling {
    const { number, caseId } = args;
    const end = findForm(office.formBatches, number)?.form.end;
    if (end?.kind === 'keyedIn' && end.caseIds.includes(caseId)) return refuseOffice('alreadyDone');
    return acceptOffice({ kind: 'formKeyedIn', number, caseId });
  },
});
