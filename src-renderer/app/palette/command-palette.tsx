import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { formatTrackingNumber, parseTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { Action } from '../keymap/action.ts';
import { useActionGroups } from '../keymap/use-actions.ts';
import { openCaseByNumber } from '../open-case-by-number.ts';
import { PaletteList } from './palette-list.tsx';
import { rankActions } from './rank-actions.ts';
import { recentActions, rememberAction } from './recent-actions.ts';

interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Everything that can be done now, by a few letters of its name; a tracking number opens its case. */
export function CommandPalette({ isOpen, onClose }: CommandPaletteProps): ReactElement {
  return (
    <Dialog title="Command palette" isOpen={isOpen} onClose={onClose} size="medium">
      <PaletteContent onClose={onClose} />
    </Dialog>
  );
}

function PaletteContent({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [typed, setTyped] = useState('');
  const [recent] = useState(recentActions);
  const groups = useActionGroups();
  const queryClient = useQueryClient();
  const number = parseTrackingNumber(typed);
  const openCase: readonly Action[] = number.ok
    ? [{ id: 'palette.openCase', label: `Open case ${formatTrackingNumber(number.number)}`, keys: [], run: () => void openCaseByNumber(queryClient, number.number) }]
    : [];

  function take(action: Action): void {
    if (action.id !== 'palette.openCase') rememberAction(action.id);
    onClose();
    // After the palette has closed and given the focus back: the action decides where it goes next.
    setTimeout(() => action.run?.());
  }

  const isMistyped = !number.ok && number.reason === 'mistyped';
  return (
    <PaletteList
      typed={typed}
      onType={setTyped}
      actions={[...openCase, ...rankActions(groups, typed, recent)]}
      onTake={take}
      emptyText={isMistyped ? 'That number is mistyped: its last digit does not fit. Ask for it again.' : 'Nothing here is called that. Type other words, or a tracking number.'}
    />
  );
}
