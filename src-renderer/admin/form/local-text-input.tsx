import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Field } from '../describe/field.ts';
import type { FieldInputProps } from './field-props.ts';
import { useForm } from './form-context.tsx';

const LANGUAGES = [
  { key: 'en', name: t`English` },
  { key: 'es', name: t`Spanish` },
] as const;

/** A text in English and Spanish, side by side. An empty Spanish one is left out: the English one counts. */
export function LocalTextInput({ field, value, onChange, path }: FieldInputProps<Extract<Field, { kind: 'localText' }>>): ReactElement {
  const { problemAt } = useForm();
  const texts = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}; // safe: only its languages are read
  const { es: _spanish, ...withoutSpanish } = texts;
  return (
    <div className="admin-pair">
      {LANGUAGES.map(({ key, name }) => {
        const text = texts[key];
        const props = {
          label: t`${field.label} in ${name}`,
          error: problemAt(`${path}.${key}`),
          value: typeof text === 'string' ? text : '',
          onChange: (typed: string) => onChange(key === 'es' && typed === '' ? withoutSpanish : { ...texts, [key]: typed }),
          ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
          ...(field.hint === undefined || key === 'es' ? {} : { description: field.hint }),
        };
        return field.rows === undefined ? <TextField key={key} {...props} /> : <TextArea key={key} {...props} rows={field.rows} />;
      })}
    </div>
  );
}
