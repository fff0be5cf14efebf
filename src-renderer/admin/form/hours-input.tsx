import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { WEEKDAYS } from '../../../src-shared/catalogue/time-rules.ts';
import type { Field } from '../describe/field.ts';
import { hoursText, readHours } from '../describe/hours-text.ts';
import { WEEKDAY_LABELS } from '../describe/value-words.ts';
import type { FieldInputProps } from './field-props.ts';
import { useForm } from './form-context.tsx';
import { TypedInput } from './typed-input.tsx';

/** Working hours of one day. */
export function HoursInput({ field, value, onChange, path, isLabelHidden = false }: FieldInputProps<Extract<Field, { kind: 'hours' }>>): ReactElement {
  const { problemWithin } = useForm();
  return <TypedInput label={field.label} isLabelHidden={isLabelHidden} description={field.hint} error={problemWithin(path)} shown={hoursText(value)} read={readHours} onChange={onChange} placeholder={t`closed`} />;
}

/** The same for each day of the week. */
export function WeekInput({ field, value, onChange, path }: FieldInputProps<Extract<Field, { kind: 'week' }>>): ReactElement {
  const { problemAt, problemWithin } = useForm();
  const week = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}; // safe: only its days are read
  return (
    <fieldset className="admin-fieldset">
      <legend>{field.label}</legend>
      <p className="field-description">{field.hint}</p>
      {problemAt(path) !== null && <p className="field-error">{problemAt(path)}</p>}
      <div className="admin-week">
        {WEEKDAYS.map((day) => (
          <TypedInput
            key={day}
            label={WEEKDAY_LABELS[day]}
            error={problemWithin(`${path}.${day}`)}
            shown={hoursText(week[day])}
            read={readHours}
            onChange={(hours) => onChange({ ...week, [day]: hours })}
            placeholder={t`closed`}
          />
        ))}
      </div>
    </fieldset>
  );
}
