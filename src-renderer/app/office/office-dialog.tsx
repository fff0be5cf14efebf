import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import type { OfficeForm } from './use-office-form.ts';

export interface OfficeDialogProps {
  readonly title: string;
  /** On the button that does it: `Post bulletin`. */
  readonly doLabel: string;
  readonly look?: 'primary' | 'danger';
  readonly form: Pick<OfficeForm<object>, 'submit' | 'isPending' | 'problem'>;
  readonly onClose: () => void;
  readonly size?: 'small' | 'medium' | 'large';
  /** False: nothing is asked, so the button that does it has the focus. */
  readonly hasFields?: boolean;
  readonly children: ReactNode;
}

/** A dialog around one office command: Ctrl+Enter does it, Escape leaves. */
export function OfficeDialog({ title, doLabel, look = 'primary', form, onClose, size = 'small', hasFields = true, children }: OfficeDialogProps): ReactElement {
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        {t`Cancel`}
      </Button>
      <Button look={look} autoFocus={!hasFields} onPress={form.submit} isPending={form.isPending} keyHint="Ctrl+Enter">
        {doLabel}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen onClose={onClose} onSubmit={form.submit} size={size} footer={footer}>
      {form.problem !== null && <ErrorNote>{form.problem}</ErrorNote>}
      {children}
    </Dialog>
  );
}
