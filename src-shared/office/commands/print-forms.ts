import { z } from 'zod';
import { t } from '../../language/language.ts';
import { countForms, findForm, FORMS_OUT_MAX, FORMS_PER_BATCH, FormPin } from '../../outage-forms/form-batch.ts';
import { isStray } from '../../outage-forms/evolve-forms.ts';
import { TrackingNumber } from '../../tracking-number/tracking-number.ts';
import { acceptOffice, type OfficeRuling, refuseOffice } from '../office-decision.ts';
import { defineOfficeCommand } from '../office-command.ts';
import { mayPrintForms } from '../office-permission.ts';

export const PrintFormsArgs = z.object({
  forms: z
    .array(z.object({ number: TrackingNumber, pin: FormPin }))
    .min(1)
    .max(FORMS_PER_BATCH)
    .refine((forms) => new Set(forms.map(({ number }) => number)).size === forms.length, { error: () => t`Every sheet has a number of its own` }),
});

/**
 * These numbers stand on paper forms from now on, and go to nobody else (product.md 1; docs/decisions/0021-outage-forms.md). The
 * batch's id is this command's.
 *
 * Refuses: notPermitted, alreadyDone, formsPrintedTwice with the numbers that are on other paper too, tooManyFormsOut.
 */
export const printForms = defineOfficeCommand({
  type: 'office.printForms',
  v: 1,
  args: PrintFormsArgs,
  buildsOn: () => [],
  decide(office, { uid, args }, { actor }): OfficeRuling {
    if (!mayPrintForms(actor)) return refuseOffice('notPermitted');
    if (office.formBatches.some(({ id }) => id === uid)) return refuseOffice('alreadyDone');
    const twice = args.forms.flatMap(({ number }) => {
      const known = findForm(office.formBatches, number);
      return known && !isStray(known.batch) ? [number] : [];
    });
    if (twice.length > 0) return refuseOffice('formsPrintedTwice', { numbers: twice });
    const { out } = countForms(office.formBatches);
    if (out + args.forms.length > FORMS_OUT_MAX) return refuseOffice('tooManyFormsOut', { out, most: FORMS_OUT_MAX });
    return acceptOffice({ kind: 'formsPrinted', forms: args.forms });
  },
});
