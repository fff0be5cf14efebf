import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Action } from '../keymap/action.ts';
import { chordLabel } from '../keymap/chord.ts';
import { inReadingOrder } from '../keymap/registry.ts';
import { useActionGroups } from '../keymap/use-actions.ts';
import './palette.css';

/** Every key that does something on this screen, from the registry itself. */
export function KeysSheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }): ReactElement {
  const groups = inReadingOrder(useActionGroups());
  return (
    <Dialog title="Keys on this screen" isOpen={isOpen} onClose={onClose} size="large" footer={<Button onPress={onClose}>Close</Button>}>
      <div className="keys-sheet">
        {groups.map(({ scope, actions }, index) => (
          <section key={`${scope.id} ${index}`}>
            <h3>{scope.title}</h3>
            <dl>
              {actions.filter(({ keys }) => keys.length > 0).map((action) => (
                <KeysRow key={action.id} action={action} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function KeysRow({ action }: { readonly action: Action }): ReactElement {
  return (
    <div className="keys-row">
      <dt>{action.label}</dt>
      <dd>
        {action.keys.map((key) => (
          <kbd key={key} className="kbd">
            {chordLabel(key)}
          </kbd>
        ))}
      </dd>
    </div>
  );
}
