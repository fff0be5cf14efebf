import type { ReactElement } from 'react';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { Field } from '../describe/field.ts';
import type { FieldInputProps } from './field-props.ts';
import { useForm } from './form-context.tsx';

/** Several of a short list, in the order of the list. */
export function ChoicesInput({ field, value, onChange, path }: FieldInputProps<Extract<Field, { kind: 'choices' }>>): ReactElement {
  const { problemWithin } = useForm();
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const problem = problemWithin(path);
  return (
    <fieldset className="admin-fieldset">
      <legend>{field.label}</legend>
      {field.hint !== undefined && <p className="field-description">{field.hint}</p>}
      {problem !== null && <p className="field-error">{problem}</p>}
      <div className="admin-choices">
        {field.choices.map((choice) => (
          <Checkbox
            key={choice.value}
            label={choice.label}
            isChecked={chosen.includes(choice.value)}
            onChange={(isChecked) => onChange(field.choices.map((one) => one.value).filter((one) => (one === choice.value ? isChecked : chosen.includes(one))))}
          />
        ))}
      </div>
    </fieldset>
  );
}
