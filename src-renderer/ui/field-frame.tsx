import { type ReactElement, type ReactNode, useId } from 'react';
import { AccessKey, AccessLabel } from './access-label.tsx';
import { Icon } from './icon.tsx';
import './field.css';

/** What every field has around its control. */
export interface FieldFrameProps {
  /** The visible label, which is also the accessible name. */
  readonly label: string;
  /** Keeps the label for assistive technology only, where the place says enough. */
  readonly isLabelHidden?: boolean;
  readonly description?: ReactNode;
  /** What is wrong and what to do; null or undefined when nothing is. */
  readonly error?: string | null | undefined;
  readonly isRequired?: boolean;
  /** The key that jumps here, such as `Alt+P`. */
  readonly keyHint?: string | undefined;
}

/** What the control must carry so that label, description and error belong to it. */
export interface ControlAria {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
  readonly 'aria-keyshortcuts': string | undefined;
}

/** Label, description and error around one control. */
export function FieldFrame(props: FieldFrameProps & { readonly children: (aria: ControlAria) => ReactNode }): ReactElement {
  const id = useId();
  const { label, description, keyHint, isRequired = false, isLabelHidden = false } = props;
  const error = props.error ?? null;
  const describedBy = [error !== null && `${id}-error`, description !== undefined && `${id}-description`].filter(Boolean).join(' ');
  const aria: ControlAria = {
    id,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error === null ? undefined : true,
    'aria-required': isRequired || undefined,
    'aria-keyshortcuts': keyHint?.replace('Ctrl', 'Control'),
  };
  return (
    <div className="field">
      <div className={isLabelHidden ? 'visually-hidden' : 'field-label'}>
        <label htmlFor={id}>
          <AccessLabel label={label} keyHint={keyHint} />
        </label>
        <AccessKey label={label} keyHint={keyHint} />
      </div>
      {props.children(aria)}
      {description !== undefined && (
        <div id={`${id}-description`} className="field-description">
          {description}
        </div>
      )}
      {error !== null && (
        <div id={`${id}-error`} className="field-error">
          <Icon name="warning" />
          {error}
        </div>
      )}
    </div>
  );
}
