import type { ReactElement } from 'react';
import { useCatalogue } from '../../app/workplace.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CommandDialog } from './command-dialog.tsx';
import type { CaseDialogProps } from './dialog-props.ts';
import { findAgencyItems } from './find-people.ts';
import { useCommandForm } from './use-command-form.ts';

/**
 * Says that an agency outside the city answers for this. Name, address and phone go into the reply and on the receipt, so all three
 * are needed (S2, Policy). From the city's directory, or typed.
 */
export function ReferDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const form = useCommandForm({
    current,
    name: 'refer',
    initial: () => ({ name: '', address: '', phone: '', note: '' }),
    check: ({ name, address, phone }) => ({
      first: name.trim() === '' ? 'Name the agency.' : undefined,
      address: address.trim() === '' ? 'The citizen needs the agency’s address.' : undefined,
      phone: phone.trim() === '' ? 'The citizen needs the agency’s phone number.' : undefined,
    }),
    toCommand: ({ name, address, phone, note }) => ({ type: 'case.refer', args: { agency: { name, address, phone }, note } }),
    doneWords: 'Referred. The agency is on the receipt.',
    onClose,
  });
  const { name, address, phone, note } = form.values;
  const take = (code: string): void => {
    const agency = catalogue.agencies.find((one) => one.code === code);
    if (agency) form.set({ name: agency.name, address: agency.address, phone: agency.phone });
  };
  return (
    <CommandDialog title="Refer" doLabel="Refer" form={form} onClose={onClose}>
      <p className="muted">To an agency outside the city. The case stays here; the citizen gets name, address and phone.</p>
      <ComboBox
        label="Agency"
        inputValue={name}
        onInputChange={(typed) => form.set({ name: typed })}
        items={findAgencyItems(catalogue, name)}
        onTake={({ id }) => take(id)}
        placeholder="name, or what it handles"
        error={form.error('first')}
        inputRef={form.fields.refTo('first')}
      />
      <TextField label="Address" value={address} onChange={(typed) => form.set({ address: typed })} error={form.error('address')} inputRef={form.fields.refTo('address')} maxLength={300} />
      <TextField label="Phone" type="tel" isNumber value={phone} onChange={(typed) => form.set({ phone: typed })} error={form.error('phone')} inputRef={form.fields.refTo('phone')} maxLength={60} />
      <TextArea label="Note" value={note} onChange={(typed) => form.set({ note: typed })} rows={2} maxLength={2_000} />
    </CommandDialog>
  );
}
