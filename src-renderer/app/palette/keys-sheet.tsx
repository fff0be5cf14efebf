import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Action } from '../keymap/action.ts';
import { chordLabel } from '../keymap/chord.ts';
import { typedAs } from '../keymap/keyboard.ts';
import { keysOf } from '../keymap/own-keys.ts';
import { inReadingOrder } from '../keymap/registry.ts';
import { useActionGroups } from '../keymap/use-actions.ts';
import { openPanel } from '../shell/window-store.ts';
import './palette.css';

/** Every key that does something on this screen, from the registry itself. */
export function KeysSheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }): ReactElement {
  const groups = inReadingOrder(useActionGroups());
  return (
    <Dialog title={t`Keys on this screen`} isOpen={isOpen} onClose={onClose} size="large" isOnlyRead footer={<Footer onClose={onClose} />}>
      <div className="keys-sheet">
        {groups.map(({ scope, actions }, index) => (
          <section key={`${scope.id} ${index}`}>
            <h3>{scope.title}</h3>
            <dl>
              {actions.filter(({ id }) => keysOf(id).length > 0).map((action) => (
                <KeysRow key={action.id} action={action} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Footer({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <>
      <Button onPress={() => openPanel('changeKeys')}>{t`Change keys …`}</Button>
      <Button look="primary" onPress={onClose} keyHint={chordLabel('Escape')} autoFocus>
        {t`Close`}
      </Button>
    </>
  );
}

function KeysRow({ action }: { readonly action: Action }): ReactElement {
  return (
    <div className="keys-row">
      <dt>{action.label}</dt>
      <dd>
        {keysOf(action.id).map((key) => (
          <kbd key={key} className="kbd">
            {chordLabel(key)}
            {typedAs(key) !== null && <span className="keys-typed">{` ${chordLabel(typedAs(key) ?? '')}`}</span>}
          </kbd>
        ))}
      </dd>
    </div>
  );
}
