import { numberWords } from '../../app/bulk/result-words.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement, ReactNode } from 'react';
import type { BoardRow } from '../../../src-shared/protocol/data-rpc/overdue-views.ts';
import { Button } from '../../ui/button.tsx';
import { caseCount } from '../../ui/case-words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { BulkForm } from './use-bulk-form.ts';

export interface BulkFrameProps {
  /** What it does, as on its button: `Assign`. */
  readonly action: string;
  readonly rows: readonly BoardRow[];
  readonly form: BulkForm<object>;
  readonly onClose: () => void;
  readonly size?: 'small' | 'medium';
  readonly children: ReactNode;
}

/** A dialog around one command for many cases: says how many and which; Ctrl+Enter does it, Escape leaves and keeps what was typed. */
export function BulkDialog({ action, rows, form, onClose, size = 'small', children }: BulkFrameProps): ReactElement {
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        {t`Cancel`}
      </Button>
      <Button look="primary" onPress={form.submit} isPending={form.isPending} keyHint="Ctrl+Enter">
        {action}
      </Button>
    </>
  );
  return (
    <Dialog title={`${action}: ${caseCount(rows.length)}`} isOpen onClose={onClose} onSubmit={form.submit} size={size} footer={footer}>
      <p className="muted number">{numberWords(rows)}</p>
      {children}
    </Dialog>
  );
}
