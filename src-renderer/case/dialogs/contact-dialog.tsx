import type { ReactElement } from 'react';
import { DIALOG_SCOPE, type Action } from '../../app/keymap/action.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useActions } from '../../app/keymap/use-actions.ts';
import { CALLED, contactArgs, ContactFields, type ContactValues, missingInContact } from '../../ui/contact-fields.tsx';
import { CommandDialog } from './command-dialog.tsx';
import type { CaseDialogProps } from './dialog-props.ts';
import { useCommandForm } from './use-command-form.ts';

/** Notes that the citizen and the city were in touch. A call without an answer takes two keys. */
export function ContactDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const form = useCommandForm<ContactValues>({
    current,
    name: 'contact',
    initial: () => CALLED,
    check: (values) => ({ first: missingInContact(values) }),
    toCommand: (values) => ({ type: 'case.logContact', args: contactArgs(values) }),
    doneWords: 'Contact logged.',
    onClose,
  });
  const { values, set } = form;
  return (
    <CommandDialog title="Log contact" doLabel="Log contact" form={form} onClose={onClose} size="medium">
      <MissedCalls submit={form.submit} />
      <ContactFields values={values} set={set} error={form.error('first')} textRef={form.fields.refTo('first')} />
      {willBeFirstAnswer(current.respondedAt, values) && <p className="muted">This will be the first answer to the citizen. The case stays open.</p>}
    </CommandDialog>
  );
}

function willBeFirstAnswer(respondedAt: number | null, { direction, outcome }: ContactValues): boolean {
  return respondedAt === null && direction === 'toCitizen' && outcome === 'reached';
}

/** The commonest entries of a working day: each is logged by its one key. */
function MissedCalls({ submit }: { readonly submit: (change: Partial<ContactValues>) => void }): ReactElement {
  const missed = (outcome: 'noAnswer' | 'leftMessage') => (): void => submit({ method: 'phone', direction: 'toCitizen', outcome });
  const noAnswer: Action = { id: 'contact.noAnswer', label: 'Called, no answer', keys: ['Alt+1'], run: missed('noAnswer') };
  const leftMessage: Action = { id: 'contact.leftMessage', label: 'Called, left a message', keys: ['Alt+2'], run: missed('leftMessage') };
  useActions(DIALOG_SCOPE, [noAnswer, leftMessage]);
  return (
    <div className="dialog-quick">
      <ActionButton action={noAnswer} size="small" />
      <ActionButton action={leftMessage} size="small" />
    </div>
  );
}
