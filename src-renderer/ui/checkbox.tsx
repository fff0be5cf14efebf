import { type ReactElement, type Ref, useId } from 'react';
import { AccessKey, AccessLabel } from './access-label.tsx';
import './checkbox.css';

export interface CheckboxProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly description?: string;
  readonly isDisabled?: boolean;
  /** The key that jumps here, such as `Alt+Y`. */
  readonly keyHint?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function Checkbox(props: CheckboxProps): ReactElement {
  const id = useId();
  const descriptionId = props.description === undefined ? undefined : `${id}-description`;
  return (
    <div className="checkbox">
      <input
        id={id}
        ref={props.inputRef ?? null}
        type="checkbox"
        checked={props.isChecked}
        disabled={props.isDisabled}
        aria-describedby={descriptionId}
        aria-keyshortcuts={props.keyHint}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label htmlFor={id}>
        <AccessLabel label={props.label} keyHint={props.keyHint} /> <AccessKey label={props.label} keyHint={props.keyHint} />
      </label>
      {props.description !== undefined && (
        <div id={descriptionId} className="field-description">
          {props.description}
        </div>
      )}
    </div>
  );
}
