import { t } from '../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useAdminStore } from './admin-store.ts';
import { focusFirstProblem } from './focus-pane.ts';
import { dropEdits, keepShown, type ShownEntry } from './open-entry.ts';

/** Asked when an entry is left that something was typed into: nothing typed is lost without a word. */
export function LeaveDialog({ shown, catalogue }: { readonly shown: ShownEntry | null; readonly catalogue: Catalogue }): ReactElement | null {
  const leaving = useAdminStore((state) => state.leaving);
  if (leaving === null || shown === null) return null;
  const stay = (): void => useAdminStore.setState({ leaving: null });
  function go(): void {
    stay();
    leaving?.();
  }
  function keep(): void {
    if (shown && keepShown(shown, catalogue).length > 0) {
      stay();
      return focusFirstProblem();
    }
    go();
  }
  function drop(): void {
    dropEdits();
    go();
  }
  return (
    <Dialog
      title={t`Keep what you have typed?`}
      role="alertdialog"
      isOpen
      onClose={stay}
      footer={
        <>
          <Button onPress={stay} keyHint="Esc">
            {t`Go on editing`}
          </Button>
          <Button look="danger" onPress={drop}>
            {t`Drop it`}
          </Button>
          <Button look="primary" autoFocus onPress={keep}>
            {t`Keep it`}
          </Button>
        </>
      }
    >
      <p>{t`Kept, it is one more change that is not yet published.`}</p>
    </Dialog>
  );
}
