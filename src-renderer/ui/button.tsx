import type { ReactElement, ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import './button.css';

export interface ButtonProps {
  /** The visible words, which are also the accessible name unless `label` is given. */
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly size?: 'normal' | 'small';
  readonly icon?: IconName;
  /** The key that does the same, such as `Ctrl+Enter`. Shown, and told to assistive technology, but not part of the name. */
  readonly keyHint?: string | undefined;
  /** Accessible name, where the visible words say too little. Must begin with the visible words. */
  readonly label?: string;
  readonly isDisabled?: boolean;
  /** Shows the button as busy and ignores presses; the focus stays. */
  readonly isPending?: boolean;
  readonly type?: 'button' | 'submit';
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly autoFocus?: boolean;
}

export function Button(props: ButtonProps): ReactElement {
  const { look = 'plain', size = 'normal', type = 'button' } = props;
  return (
    <AriaButton
      className="button"
      data-look={look}
      data-size={size}
      type={type}
      ref={props.buttonRef ?? null}
      {...(props.onPress === undefined ? {} : { onPress: props.onPress })}
      isDisabled={props.isDisabled ?? false}
      isPending={props.isPending ?? false}
      autoFocus={props.autoFocus ?? false}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
      {props.keyHint !== undefined && <Kbd keys={props.keyHint} />}
    </AriaButton>
  );
}
