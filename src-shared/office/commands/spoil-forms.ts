import { z } from 'zod';
import { t } from '../../language/language.ts';
import { FORMS_PER_BATCH } from '../../outage-forms/form-batch.ts';
import { TrackingNumber } from '../../tracking-number/tracking-number.ts';
import { CommandId } from '../../util/ids.ts';
import { requiredText } from '../../util/text.ts';
import { acceptOffice, type OfficeRuling, refuseOffice } from '../office-decision.ts';
import { defineOfficeCommand } from '../office-command.ts';
import { mayPrintForms } from '../office-permission.ts';

export const SpoilFormsArgs = z.object({
  batchId: CommandId,
  numbers: z.array(TrackingNumber).min(1).max(FORMS_PER_BATCH),
  reason: requiredText(300, () => t`Say what became of these sheets, such as: torn in the printer`),
});

/**
 * Sheets that will not be keyed in: torn, lost, printed too many. Their numbers stay used up for ever. Should one turn up after all, it
 * can still be keyed in.
 *
 * Refuses: notPermitted, notFound, formEnded for a sheet that is keyed in or spoiled already.
 */
export const spoilForms = defineOfficeCommand({
  type: 'office.spoilForms',
  v: 1,
  args: SpoilFormsArgs,
  buildsOn: ({ batchId }) => [batchId],
  decide(office, { args }, { actor }): OfficeRuling {
    if (!mayPrintForms(actor)) return refuseOffice('notPermitted');
    const batch = office.formBatches.find(({ id }) => id === args.batchId);
    if (!batch) return refuseOffice('notFound', { what: 'batch of forms' });
    for (const number of args.numbers) {
      const form = batch.forms.find((one) => one.number === number);
      if (!form) return refuseOffice('notFound', { what: 'form' });
      if (form.end !== null) return refuseOffice('formEnded', { number });
    }
    return acceptOffice({ kind: 'formsSpoiled', numbers: args.numbers, reason: args.reason });
  },
});
