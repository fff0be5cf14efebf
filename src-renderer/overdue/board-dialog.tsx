import type { ReactElement } from 'react';
import { AssignMany, TransferMany } from './bulk/assign-many.tsx';
import { ContactMany } from './bulk/contact-many.tsx';
import { HoldMany } from './bulk/hold-many.tsx';
import { PrintListDialog } from './print/print-list-dialog.tsx';
import type { OverdueActions } from './use-overdue-actions.ts';

const BULK_DIALOGS = { assign: AssignMany, transfer: TransferMany, contact: ContactMany, hold: HoldMany };

export interface BoardDialogProps {
  readonly actions: OverdueActions;
  readonly departmentCode: string | null;
}

/** The open dialog, if any: mounted when it opens, so that it begins with what is true then. */
export function BoardDialog({ actions, departmentCode }: BoardDialogProps): ReactElement | null {
  const { open, meant, finish, closeDialog } = actions;
  if (open === null) return null;
  if (open === 'print') return <PrintListDialog departmentCode={departmentCode} onClose={closeDialog} />;
  const Dialog = BULK_DIALOGS[open];
  return <Dialog rows={meant} onDone={finish} onClose={closeDialog} />;
}
