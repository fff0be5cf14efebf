import type { KeyboardEventHandler, ReactElement, ReactNode } from 'react';
import { TextField } from '../../ui/text-field.tsx';
import type { TextField as TextFieldName } from '../draft/draft.ts';
import type { ProblemField } from '../draft/find-problems.ts';
import { JUMP_FIELDS } from './fields.ts';
import { useDraft, useIntakeForm, useProblem } from './form-context.tsx';

export interface DraftTextProps {
  readonly field: TextFieldName;
  /** For fields without a jump letter; the others are named in `fields.ts`. */
  readonly label?: string;
  readonly maxLength: number;
  readonly type?: 'text' | 'tel' | 'email';
  readonly isNumber?: boolean;
  readonly isDisabled?: boolean;
  readonly placeholder?: string;
  readonly description?: ReactNode;
  readonly onChange?: (text: string) => void;
  readonly onBlur?: () => void;
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
}

/** One line of the draft: what is typed is the draft's at once, and on disk when the field is left. */
export function DraftText(props: DraftTextProps): ReactElement {
  const { field } = props;
  const { fields, set, leave } = useIntakeForm();
  const value = useDraft((draft) => draft[field]);
  const error = useProblem(field as ProblemField); // safe: a field that cannot be wrong has no problem
  const jump = field in JUMP_FIELDS ? JUMP_FIELDS[field as keyof typeof JUMP_FIELDS] : null; // safe: just looked
  return (
    <TextField
      label={props.label ?? jump?.label ?? field}
      keyHint={jump?.key}
      value={value}
      onChange={props.onChange ?? ((text) => set({ [field]: text }))}
      onBlur={() => {
        props.onBlur?.();
        leave(field);
      }}
      error={error}
      inputRef={fields.refTo(field)}
      maxLength={props.maxLength}
      type={props.type ?? 'text'}
      isNumber={props.isNumber ?? false}
      isDisabled={props.isDisabled ?? false}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      {...(props.description === undefined ? {} : { description: props.description })}
      {...(props.onKeyDown === undefined ? {} : { onKeyDown: props.onKeyDown })}
    />
  );
}
