import { type ReactElement, useId } from 'react';
import './checkbox.css';

export interface CheckboxProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly description?: string;
  readonly isDisabled?: boolean;
}

export function Checkbox(props: CheckboxProps): ReactElement {
  const id = useId();
  const descriptionId = props.description === undefined ? undefined : `${id}-description`;
  return (
    <div className="checkbox">
      <input
        id={id}
        type="checkbox"
        checked={props.isChecked}
        disabled={props.isDisabled}
        aria-describedby={descriptionId}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label htmlFor={id}>{props.label}</label>
      {props.description !== undefined && (
        <div id={descriptionId} className="field-description">
          {props.description}
        </div>
      )}
    </div>
  );
}
