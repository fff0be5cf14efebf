import type { ReactElement } from 'react';
import { Button, type ButtonProps } from '../../ui/button.tsx';
import type { Action } from './action.ts';
import { chordLabel } from './chord.ts';
import { useOwnKeys } from './own-keys.ts';
import { keysFor } from './key-rules.ts';

export type ActionButtonProps = Pick<ButtonProps, 'look' | 'size' | 'icon' | 'buttonRef' | 'isPending'> & { readonly action: Action };

/** The visible control of an action: its label, its first key, and the same effect. */
export function ActionButton({ action, ...look }: ActionButtonProps): ReactElement {
  const key = useOwnKeys(({ own }) => keysFor(action.id, own)[0]);
  return (
    <Button {...look} onPress={() => action.run?.()} isDisabled={action.isEnabled === false} keyHint={key === undefined ? undefined : chordLabel(key)}>
      {action.label}
    </Button>
  );
}
