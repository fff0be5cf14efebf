import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useEffect, useState } from 'react';
import type { Agency } from '../../../src-shared/agencies/agency.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { type Action, DIALOG_SCOPE } from '../../app/keymap/action.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useActions } from '../../app/keymap/use-actions.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { AgencyCard } from '../../ui/agency-card.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { isOffered } from '../case-rules.ts';
import { CommandDialog } from './command-dialog.tsx';
import type { CaseDialogProps } from './dialog-props.ts';
import { findAgencyItems } from './find-people.ts';
import { agencyOf, fromDirectory, NO_AGENCY, type ReferValues, referProblems, renamed, suggestedFor } from './refer-values.ts';
import { type CommandForm, useCommandForm } from './use-command-form.ts';

type Next = 'write' | 'print' | 'nothing';
const NEXTS: readonly { readonly value: Next; readonly label: string }[] = [
  { value: 'write', label: t`Write the reply that names the agency` },
  { value: 'print', label: t`Print the slip with the agency on it` },
  { value: 'nothing', label: t`Nothing more now` },
];

interface FormValues extends ReferValues {
  readonly next: Next;
}

/**
 * Says that an agency outside the city answers for this. Name, address and phone go into the reply and on the receipt, so all three
 * are needed (S2, Policy). Suggested from the service and the place, else from the city's directory, or typed.
 */
export function ReferDialog({ current, onClose, openNext }: CaseDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const mayWrite = isOffered('write', current, useStaff());
  const [referredTo, setReferredTo] = useState<FormValues | null>(null);
  const form = useCommandForm<FormValues>({
    current,
    name: 'refer',
    initial: () => ({ ...NO_AGENCY, next: mayWrite && current.channel !== 'counter' ? 'write' : 'print' }),
    check: (values) => ({ ...referProblems(values, catalogue, now) }),
    toCommand: (values) => ({ type: 'case.refer', args: { agency: agencyOf(values), note: values.note } }),
    doneWords: t`Referred. The agency is on the slip.`,
    onClose: () => (form.values.next === 'nothing' ? onClose() : setReferredTo(form.values)),
  });
  useNextDialog(current, referredTo, openNext);
  const { values, set, error, fields } = form;
  const entry = catalogue.agencies.find(({ code }) => code === values.code);
  const take = (code: string): void => {
    const agency = catalogue.agencies.find((one) => one.code === code);
    if (agency) set(fromDirectory(agency));
  };
  return (
    <CommandDialog title={t`Refer`} doLabel={t`Refer`} form={form} onClose={onClose} size="medium">
      <p className="muted">{t`To an agency outside the city. The case stays here; the citizen gets name, address and phone in the reply and on the slip.`}</p>
      <Suggested current={current} form={form} />
      <ComboBox
        label={t`Agency`}
        inputValue={values.name}
        onInputChange={(name) => set(renamed(values, name))}
        items={findAgencyItems(catalogue, entry?.name === values.name ? '' : values.name, now)}
        onTake={({ id }) => take(id)}
        placeholder={t`name, or what it handles`}
        error={error('first')}
        inputRef={fields.refTo('first')}
      />
      {entry ? <FromDirectory entry={entry} /> : <TypedAgency form={form} />}
      <TextArea label={t`Note`} description={t`For staff; the citizen does not see it.`} value={values.note} onChange={(note) => set({ note })} rows={2} maxLength={2_000} />
      <Select label={t`Then`} value={values.next} onChange={(next) => set({ next })} choices={mayWrite ? NEXTS : NEXTS.slice(1)} />
    </CommandDialog>
  );
}

/** All the directory says, to be read out; another name in the field is another agency. */
function FromDirectory({ entry }: { readonly entry: Agency }): ReactElement {
  return (
    <div role="status" aria-label={t`What the citizen gets`}>
      <Note tone="info">
        <AgencyCard {...entry} />
      </Note>
    </div>
  );
}

function TypedAgency({ form: { values, set, error, fields } }: { readonly form: CommandForm<FormValues> }): ReactElement {
  return (
    <>
      <TextField label={t`Address`} value={values.address} onChange={(address) => set({ address })} error={error('address')} inputRef={fields.refTo('address')} maxLength={300} />
      <div className="dialog-pair">
        <TextField label={t`Phone`} type="tel" isNumber value={values.phone} onChange={(phone) => set({ phone })} error={error('phone')} inputRef={fields.refTo('phone')} maxLength={60} />
        <TextField label={t`Hours`} value={values.hours} onChange={(hours) => set({ hours })} maxLength={300} />
      </div>
    </>
  );
}

/** What comes next begins once the referral stands on the case, with it. */
function useNextDialog(current: Case, referredTo: FormValues | null, openNext: CaseDialogProps['openNext']): void {
  useEffect(() => {
    if (referredTo === null || referredTo.next === 'nothing' || current.referral?.name !== referredTo.name.trim()) return;
    openNext(referredTo.next);
  }, [current, referredTo, openNext]);
}

/** Who may answer for it, each by one key and with the reason; until one is chosen. */
function Suggested({ current, form }: { readonly current: Case; readonly form: CommandForm<FormValues> }): ReactElement | null {
  const catalogue = useCatalogue();
  const now = useNow();
  const suggested = form.values.name === '' ? suggestedFor(current, catalogue, now) : [];
  const picks = suggested.map(({ agency }, index): Action => ({ id: `refer.pick.${index + 1}`, label: t`Take ${agency.name}`, run: () => form.set(fromDirectory(agency)) }));
  useActions(DIALOG_SCOPE, picks);
  if (picks.length === 0) return null;
  return (
    <div className="dialog-picks" role="group" aria-label={t`May answer for it`}>
      {suggested.map(({ agency, reasons }, index) => {
        const pick = picks[index];
        return (
          <div key={agency.code} className="refer-pick">
            <div>
              <AgencyCard {...agency} handles="" />
              <p className="muted">{reasons.join(' · ')}</p>
            </div>
            {pick && <ActionButton action={{ ...pick, label: t`Take` }} size="small" />}
          </div>
        );
      })}
    </div>
  );
}
