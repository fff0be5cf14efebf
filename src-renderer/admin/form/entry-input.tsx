import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import { ComboBox } from '../../ui/combo-box.tsx';
import type { Field } from '../describe/field.ts';
import type { FieldInputProps } from './field-props.ts';
import { findChoosable } from './find-choosable.ts';
import { useForm } from './form-context.tsx';

/** One entry of another section, chosen by its name. Emptied, it is none where that is allowed. */
export function EntryInput({ field, value, onChange, path }: FieldInputProps<Extract<Field, { kind: 'entry' }>>): ReactElement {
  const { entriesOf, problemAt } = useForm();
  const [typed, setTyped] = useState<string | null>(null);
  const entries = entriesOf(field.from);
  const code = typeof value === 'string' ? value : '';
  const current = entries.find((entry) => entry.code === code);
  const shown = code === '' ? '' : (current?.name ?? code);
  const error = problemAt(path) ?? (code !== '' && !current ? t`“${code}” is not there any more. Choose another one.` : null);

  function leave(): void {
    if (typed?.trim() === '' && code !== '') onChange(field.nothing === undefined ? '' : null);
    setTyped(null);
  }
  return (
    <ComboBox
      label={field.label}
      {...(field.hint === undefined ? {} : { description: field.hint })}
      error={error}
      inputValue={typed ?? shown}
      onInputChange={setTyped}
      items={findChoosable(entries, typed ?? '')}
      onTake={({ id }) => {
        setTyped(null);
        onChange(id);
      }}
      onBlur={leave}
      emptyText={t`Nothing of that name.`}
      {...(field.nothing === undefined ? {} : { placeholder: field.nothing })}
    />
  );
}
