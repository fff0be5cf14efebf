import type { FormEvent, ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './dialog.css';
import { useFocusGivenBack } from './focus-home.ts';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Escape, or a press outside. The owner closes; what was typed is the owner's to keep. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the one that does it last. */
  readonly footer?: ReactNode;
  /** Makes the dialog a form: Enter in a field, Ctrl+Enter anywhere and a `submit` button all do it. */
  readonly onSubmit?: () => void;
  readonly size?: 'small' | 'medium' | 'large' | 'wide';
  readonly role?: 'dialog' | 'alertdialog';
  /** Nothing in it but text: a stop of its own for Tab, so that the arrows move what does not fit. */
  readonly isOnlyRead?: boolean;
}

/** Asks one thing, keeps the focus inside, and gives it back to where it was. */
export function Dialog(props: DialogProps): ReactElement {
  return (
    <ModalOverlay
      className="dialog-scrim"
      data-modal=""
      isOpen={props.isOpen}
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Modal className="dialog-box" data-size={props.size ?? 'small'}>
        <AriaDialog className="dialog" role={props.role ?? 'dialog'}>
          <Heading slot="title" className="dialog-title">
            {props.title}
          </Heading>
          <DialogContent {...props} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function DialogContent({ title, children, footer, onSubmit, isOnlyRead = false }: DialogProps): ReactElement {
  useFocusGivenBack();
  const parts = (
    <>
      <div className="dialog-body" {...(isOnlyRead ? { tabIndex: 0, role: 'region', 'aria-label': title } : {})}>
        {children}
      </div>
      {footer !== undefined && <div className="dialog-footer">{footer}</div>}
    </>
  );
  if (onSubmit === undefined) return parts;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form
      className="dialog-form"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey && !event.repeat && !event.nativeEvent.isComposing) submit(event);
      }}
    >
      {parts}
    </form>
  );
}
