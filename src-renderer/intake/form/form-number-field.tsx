import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import type { FormCheck } from '../../../src-shared/protocol/data-rpc/form-views.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { data } from '../../data/data-client.ts';
import { useNow } from '../../ui/use-now.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { numberOfForm } from '../draft/form-of-draft.ts';
import { changeDraft } from '../intake-store.ts';
import { DraftText } from './draft-text.tsx';
import { useDraft, useIntakeForm, useProblem } from './form-context.tsx';

/** The number of the paper form that is being keyed in. Empty for everything that is taken at the computer. */
export function FormNumberField(): ReactElement {
  const { set } = useIntakeForm();
  const { formKnown, isFormSure: isSure } = useDraft((draft) => ({ formKnown: draft.formKnown, isFormSure: draft.isFormSure }));
  const problem = useProblem('formNumber');
  const check = useFormCheck();
  const mustBeSure = formKnown === 'unknown' || formKnown === 'spoiled';
  const words = useFormWords(check);
  return (
    <>
      <DraftText
        field="formNumber"
        label={t`Form number`}
        maxLength={40}
        isNumber
        placeholder={t`only when a paper form is keyed in`}
        onChange={(formNumber) => set({ formNumber, formKnown: null, isFormSure: false })}
        {...(words === null || problem !== null ? {} : { description: words })}
      />
      {mustBeSure && <Checkbox label={t`This number stands on the sheet`} description={words ?? ''} isChecked={isSure} onChange={(isFormSure) => set({ isFormSure })} />}
    </>
  );
}

/** What this workstation knows of the number; kept in the draft, which is judged by it. */
function useFormCheck(): FormCheck | null {
  const number = useDraft(numberOfForm);
  const { data: check = null } = useQuery({
    queryKey: ['office', 'form', number],
    queryFn: ({ signal }) => (number === null ? null : data.forms.check({ number }, { signal })),
    enabled: number !== null,
  });
  const kind = number === null ? null : (check?.kind ?? null);
  useEffect(() => {
    changeDraft((current) => (numberOfForm(current) !== number || current.formKnown === kind ? current : { ...current, formKnown: kind }));
  }, [kind, number]);
  return number === null ? null : check;
}

function useFormWords(check: FormCheck | null): string | null {
  const { catalogue } = useIntakeForm();
  const now = useNow();
  if (check === null) return null;
  const at = (moment: typeof now): string => exactMoment(moment, now, catalogue.city.timeZone);
  switch (check.kind) {
    case 'out':
      return t`Printed ${at(check.printedAt)} by ${staffName(catalogue, check.by)}. Type when the request was received: it stands on the sheet.`;
    case 'unknown':
      return t`No workstation has told of printing this form yet. The one that did may not have been connected since.`;
    case 'spoiled':
      return t`${staffName(catalogue, check.by)} gave this form up as spoiled (${check.reason}).`;
    case 'keyedIn':
      return t`Keyed in by ${staffName(catalogue, check.by)}, ${at(check.at)}.`;
    case 'used':
      return null;
  }
}
