import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import type { CommandForm } from './use-command-form.ts';

export interface CommandDialogProps {
  readonly title: string;
  /** On the button that does it: `Add note`. */
  readonly doLabel: string;
  readonly look?: 'primary' | 'danger';
  readonly form: CommandForm<object>;
  readonly onClose: () => void;
  readonly size?: 'small' | 'medium' | 'large';
  readonly children: ReactNode;
}

/** A dialog around one command: Ctrl+Enter does it, Escape leaves and keeps what was typed. */
export function CommandDialog(props: CommandDialogProps): ReactElement {
  const { form, onClose } = props;
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        {t`Cancel`}
      </Button>
      <Button look={props.look ?? 'primary'} onPress={() => form.submit()} isPending={form.isPending} keyHint="Ctrl+Enter">
        {props.doLabel}
      </Button>
    </>
  );
  return (
    <Dialog title={props.title} isOpen onClose={onClose} onSubmit={() => form.submit()} size={props.size ?? 'small'} footer={footer}>
      {form.problem !== null && <ErrorNote>{form.problem}</ErrorNote>}
      {props.children}
    </Dialog>
  );
}
