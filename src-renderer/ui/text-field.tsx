import type { ClipboardEventHandler, FocusEventHandler, KeyboardEventHandler, ReactElement, Ref } from 'react';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';

export interface TextFieldProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'tel' | 'email' | 'password' | 'search' | 'number';
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** True for text that is read digit by digit: figures of one width. */
  readonly isNumber?: boolean;
  readonly isDisabled?: boolean;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
  readonly onBlur?: FocusEventHandler<HTMLInputElement>;
  readonly onFocus?: FocusEventHandler<HTMLInputElement>;
  readonly onPaste?: ClipboardEventHandler<HTMLInputElement>;
}

/** One line of text. What was typed into it is never offered to anyone again by the browser's own memory. */
export function TextField(props: TextFieldProps): ReactElement {
  return (
    <FieldFrame {...props}>
      {(aria) => (
        <input
          {...aria}
          className={props.isNumber === true ? 'field-control number' : 'field-control'}
          ref={props.inputRef ?? null}
          type={props.type ?? 'text'}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          disabled={props.isDisabled}
          readOnly={props.isReadOnly}
          spellCheck={false}
          autoComplete="off"
          autoFocus={props.autoFocus}
          onKeyDown={props.onKeyDown}
          onBlur={props.onBlur}
          onFocus={props.onFocus}
          onPaste={props.onPaste}
        />
      )}
    </FieldFrame>
  );
}
