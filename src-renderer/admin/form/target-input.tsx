import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { Select } from '../../ui/select.tsx';
import { choicesOf } from '../describe/choices.ts';
import type { Field } from '../describe/field.ts';
import { TARGET_LABELS } from '../describe/target.ts';
import { EntryInput } from './entry-input.tsx';
import type { FieldInputProps } from './field-props.ts';
import { useForm } from './form-context.tsx';

/** Who is told: a place in the office, or a certain person. */
export function TargetInput({ field, value, onChange, path }: FieldInputProps<Extract<Field, { kind: 'target' }>>): ReactElement {
  const { problemAt } = useForm();
  const target = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}; // safe: only its keys are read
  const to = typeof target['to'] === 'string' ? target['to'] : 'supervisor';
  return (
    <div className="admin-pair">
      <Select label={field.label} error={problemAt(`${path}.to`)} value={to} onChange={(chosen) => onChange(chosen === 'person' ? { to: chosen, staffId: '' } : { to: chosen })} choices={choicesOf(TARGET_LABELS)} />
      {to === 'person' && <EntryInput field={{ kind: 'entry', key: 'staffId', label: t`Who`, from: 'staff' }} value={target['staffId']} onChange={(staffId) => onChange({ to, staffId })} path={`${path}.staffId`} />}
    </div>
  );
}
