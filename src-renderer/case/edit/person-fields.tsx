import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement, Ref } from 'react';
import { ContactPreference, type Language } from '../../../src-shared/domain/case.ts';
import { PREFERENCE_LABELS } from '../../../src-shared/domain/labels.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { PersonValues } from './edit-values.ts';

const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'en', label: t`English` },
  { value: 'es', label: t`Spanish` },
];
const PREFERENCES = ContactPreference.options.map((value) => ({ value, label: PREFERENCE_LABELS[value] }));

export interface PersonFieldsProps {
  readonly title: string;
  readonly person: PersonValues;
  readonly onChange: (person: PersonValues) => void;
  readonly nameRef: Ref<HTMLInputElement>;
}

/** One of the people of a case; all empty means that there is nobody. */
export function PersonFields({ title, person, onChange, nameRef }: PersonFieldsProps): ReactElement {
  const set = (change: Partial<PersonValues>): void => onChange({ ...person, ...change });
  return (
    <fieldset className="dialog-group">
      <legend>{title}</legend>
      <div className="dialog-pair">
        <TextField label={t`Name`} value={person.name} onChange={(name) => set({ name })} inputRef={nameRef} maxLength={200} />
        <TextField label={t`Phone`} type="tel" isNumber value={person.phone} onChange={(phone) => set({ phone })} maxLength={60} />
        <TextField label={t`Email`} value={person.email} onChange={(email) => set({ email })} maxLength={254} />
        <TextField label={t`Address`} value={person.address} onChange={(address) => set({ address })} maxLength={300} />
        <Select<Language> label={t`Language`} value={person.language} onChange={(language) => set({ language })} choices={LANGUAGES} />
        <Select<ContactPreference> label={t`Contact preference`} value={person.preference} onChange={(preference) => set({ preference })} choices={PREFERENCES} />
        <TextField label={t`Needs`} value={person.needs} onChange={(needs) => set({ needs })} maxLength={500} />
        <div className="case-edit-check">
          <Checkbox label={t`Neighborhood contributor`} isChecked={person.isContributor === true} onChange={(isContributor) => set({ isContributor })} />
        </div>
      </div>
    </fieldset>
  );
}
