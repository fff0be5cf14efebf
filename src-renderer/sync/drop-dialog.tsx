import { t } from '../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { AttentionItem } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface DropDialogProps {
  readonly item: AttentionItem;
  readonly onClose: () => void;
  readonly onDrop: () => void;
}

/** Dropping is the one choice that loses what was typed: it is asked once, and Enter says yes. */
export function DropDialog({ item, onClose, onDrop }: DropDialogProps): ReactElement {
  return (
    <Dialog
      title={t`Drop this entry?`}
      role="alertdialog"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t`Keep it`}</Button>
          <Button look="danger" autoFocus onPress={onDrop}>
            {t`Drop`}
          </Button>
        </>
      }
    >
      <p>{t`What was typed is not kept on the case:`}</p>
      <blockquote className="attention-typed">{item.typed}</blockquote>
    </Dialog>
  );
}
