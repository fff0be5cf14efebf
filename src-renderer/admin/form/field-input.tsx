import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { unreachable } from '../../../src-shared/util/unreachable.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { cornersText, readCorners } from '../describe/corners-text.ts';
import type { Field } from '../describe/field.ts';
import { readTime } from '../describe/hours-text.ts';
import { ChoicesInput } from './choices-input.tsx';
import { EntriesInput } from './entries-input.tsx';
import { EntryInput } from './entry-input.tsx';
import type { FieldInputProps } from './field-props.ts';
import { useForm } from './form-context.tsx';
import { HoursInput, WeekInput } from './hours-input.tsx';
import { ListInput } from './list-input.tsx';
import { LocalTextInput } from './local-text-input.tsx';
import { TargetInput } from './target-input.tsx';
import { TextsInput } from './texts-input.tsx';
import { TimeZoneInput } from './time-zone-input.tsx';
import { TypedInput } from './typed-input.tsx';

/** The control of a field, by its kind. */
export function FieldInput(props: FieldInputProps): ReactElement {
  const { field, value, onChange, path } = props;
  const { problemAt, problemWithin } = useForm();
  const frame = { label: field.label, description: field.hint, error: problemAt(path), isLabelHidden: props.isLabelHidden ?? false };
  switch (field.kind) {
    case 'text':
      return <TextInput {...props} field={field} />;
    case 'longText':
      return <TextArea {...frame} value={textOf(value)} onChange={onChange} rows={field.rows} {...maxOf(field)} />;
    case 'number':
      return <TextField {...frame} value={value === null ? '' : String(value)} onChange={(typed) => onChange(readNumber(typed, field.isNullable === true))} isNumber maxLength={12} />;
    case 'yesNo':
      return <Checkbox label={field.label} isChecked={value === true} onChange={onChange} {...(field.hint === undefined ? {} : { description: field.hint })} />;
    case 'choice':
      return <Select {...frame} value={value === null ? '' : textOf(value)} onChange={(chosen) => onChange(chosen === '' && field.choices.some((one) => one.value === '') ? null : chosen)} choices={choicesFor(field.choices, value)} />;
    case 'choices':
      return <ChoicesInput {...props} field={field} />;
    case 'entry':
      return <EntryInput {...props} field={field} />;
    case 'entries':
      return <EntriesInput {...props} field={field} />;
    case 'localText':
      return <LocalTextInput {...props} field={field} />;
    case 'texts':
      return <TextsInput {...props} field={field} />;
    case 'day':
      return <DateTimeField {...frame} isDayOnly value={textOf(value)} onChange={(day) => onChange(day === '' && field.isNullable === true ? null : day)} />;
    case 'time':
      return <TypedInput {...frame} shown={textOf(value)} read={(typed) => readTime(typed) ?? typed} onChange={onChange} />;
    case 'hours':
      return <HoursInput {...props} field={field} />;
    case 'week':
      return <WeekInput {...props} field={field} />;
    case 'corners':
      return <TextArea {...frame} error={problemWithin(path)} value={cornersText(value)} onChange={(typed) => onChange(readCorners(typed))} rows={5} />;
    case 'target':
      return <TargetInput {...props} field={field} />;
    case 'list':
      return <ListInput {...props} field={field} Input={FieldInput} />;
    default:
      return unreachable(field);
  }
}

function TextInput({ field, value, onChange, path, isLabelHidden = false }: FieldInputProps<Extract<Field, { kind: 'text' }>>): ReactElement {
  const { problemAt, isNew } = useForm();
  const frame = { label: field.label, description: field.hint, error: problemAt(path), isLabelHidden };
  if (field.isTimeZone === true) return <TimeZoneInput {...frame} value={textOf(value)} onChange={onChange} />;
  return (
    <TextField
      {...frame}
      value={textOf(value)}
      onChange={(typed) => onChange(typed === '' && field.isNullable === true ? null : typed)}
      isReadOnly={field.isCode === true && !isNew}
      {...(field.input === undefined || field.input === 'url' ? {} : { type: field.input })}
      {...maxOf(field)}
    />
  );
}

function maxOf({ maxLength }: { readonly maxLength?: number }): { readonly maxLength?: number } {
  return maxLength === undefined ? {} : { maxLength };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A number; what is none is kept as it was typed, so that the form can say so. */
function readNumber(typed: string, isNullable: boolean): number | string | null {
  const text = typed.trim();
  if (text === '') return isNullable ? null : '';
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : typed;
}

/** A value that is none of the choices is shown as what it is, not as another one. */
function choicesFor(choices: readonly { readonly value: string; readonly label: string }[], value: unknown): readonly { readonly value: string; readonly label: string }[] {
  const current = value === null ? '' : textOf(value);
  return choices.some((choice) => choice.value === current) ? choices : [{ value: current, label: current === '' ? t`Choose …` : current }, ...choices];
}
