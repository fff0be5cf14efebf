import type { KeyboardEventHandler, ReactElement, Ref } from 'react';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';
import { Icon } from './icon.tsx';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Accessible name, where the visible words say too little. */
  readonly spoken?: string;
}

export interface SelectProps<Value extends string> extends FieldFrameProps {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly Choice<Value>[];
  readonly selectRef?: Ref<HTMLSelectElement>;
  readonly isDisabled?: boolean;
  readonly onKeyDown?: KeyboardEventHandler<HTMLSelectElement>;
}

/** One of a short, fixed list. The system's own list: a first letter picks, and every screen reader knows it as a combobox. */
export function Select<Value extends string>(props: SelectProps<Value>): ReactElement {
  const choose = (label: string): void => {
    const choice = props.choices.find(({ value }) => value === label);
    if (choice) props.onChange(choice.value);
  };
  return (
    <FieldFrame {...props}>
      {(aria) => (
        <div className="select-box">
          <select
            {...aria}
            className="field-control"
            ref={props.selectRef ?? null}
            value={props.value}
            disabled={props.isDisabled}
            onChange={(event) => choose(event.currentTarget.value)}
            onKeyDown={props.onKeyDown}
          >
            {props.choices.map(({ value, label, spoken }) => (
              <option key={value} value={value} aria-label={spoken}>
                {label}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </div>
      )}
    </FieldFrame>
  );
}
