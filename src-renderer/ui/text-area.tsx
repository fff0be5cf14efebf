import type { ClipboardEventHandler, FocusEventHandler, KeyboardEventHandler, ReactElement, Ref } from 'react';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';

export interface TextAreaProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly textAreaRef?: Ref<HTMLTextAreaElement>;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly onKeyDown?: KeyboardEventHandler<HTMLTextAreaElement>;
  readonly onBlur?: FocusEventHandler<HTMLTextAreaElement>;
  readonly onPaste?: ClipboardEventHandler<HTMLTextAreaElement>;
}

/** Several lines of text. Tab leaves it; Enter is a new line. */
export function TextArea(props: TextAreaProps): ReactElement {
  return (
    <FieldFrame {...props}>
      {(aria) => (
        <textarea
          {...aria}
          className="field-control"
          ref={props.textAreaRef ?? null}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
          rows={props.rows ?? 4}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          disabled={props.isDisabled}
          autoComplete="off"
          autoFocus={props.autoFocus}
          onKeyDown={props.onKeyDown}
          onBlur={props.onBlur}
          onPaste={props.onPaste}
        />
      )}
    </FieldFrame>
  );
}
