import type { KeyboardEventHandler, ReactElement, Ref } from 'react';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';

export interface DateTimeFieldProps extends FieldFrameProps {
  /** Wall-clock time `YYYY-MM-DDTHH:MM` (or the day alone, with `isDayOnly`); empty when nothing valid is typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isDayOnly?: boolean;
  /** The latest allowed, in the same form. */
  readonly max?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
}

/** A date and time typed part by part: the digits alone move on to the next part, arrows count up and down. */
export function DateTimeField(props: DateTimeFieldProps): ReactElement {
  return (
    <FieldFrame {...props}>
      {(aria) => (
        <input
          {...aria}
          className="field-control number"
          ref={props.inputRef ?? null}
          type={props.isDayOnly === true ? 'date' : 'datetime-local'}
          value={props.value}
          max={props.max}
          onChange={(event) => props.onChange(event.currentTarget.value)}
          onKeyDown={props.onKeyDown}
        />
      )}
    </FieldFrame>
  );
}
