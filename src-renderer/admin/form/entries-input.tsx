import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useRef, useState } from 'react';
import { sectionWord } from '../../../src-shared/catalogue/sections.ts';
import { Button } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import type { Field } from '../describe/field.ts';
import type { FieldInputProps } from './field-props.ts';
import { findChoosable } from './find-choosable.ts';
import { useForm } from './form-context.tsx';

/** Several entries of another section: those chosen, each with a way out, and a field that adds one. */
export function EntriesInput({ field, value, onChange, path }: FieldInputProps<Extract<Field, { kind: 'entries' }>>): ReactElement {
  const { entriesOf, problemWithin } = useForm();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const entries = entriesOf(field.from);
  const codes = Array.isArray(value) ? value.map(String) : [];
  const nameOf = (code: string): string => entries.find((entry) => entry.code === code)?.name ?? t`${code} (not there any more)`;
  const word = sectionWord(field.from);
  function remove(code: string): void {
    onChange(codes.filter((one) => one !== code));
    input.current?.focus();
  }
  return (
    <fieldset className="admin-fieldset">
      <legend>{field.label}</legend>
      {field.hint !== undefined && <p className="field-description">{field.hint}</p>}
      {codes.length === 0 && <p className="muted">{field.nothing}</p>}
      {codes.length > 0 && (
        <ul className="admin-chosen" aria-label={field.label}>
          {codes.map((code) => (
            <li key={code}>
              <span>{nameOf(code)}</span>
              <Button size="small" look="quiet" icon="cross" label={t`Remove ${nameOf(code)}`} onPress={() => remove(code)}>
                {t`Remove`}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ComboBox
        label={t`Add ${word}`}
        error={problemWithin(path)}
        inputValue={typed}
        onInputChange={setTyped}
        items={findChoosable(entries, typed, codes)}
        onTake={({ id }) => {
          setTyped('');
          onChange([...codes, id]);
        }}
        onBlur={() => setTyped('')}
        emptyText={t`Nothing else of that name.`}
        inputRef={input}
      />
    </fieldset>
  );
}
