import type { ReactElement } from 'react';
import { recipientsOf } from '../../../src-shared/correspondence/recipients.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { PREFERENCE_LABELS } from '../../../src-shared/domain/labels.ts';
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
      <Whom current={current} />
      <MissedCalls submit={form.submit} />
      <ContactFields values={values} set={set} error={form.error('first')} textRef={form.fields.refTo('first')} people={othersOf(current)} />
      {willBeFirstAnswer(current.respondedAt, values) && <p className="muted">This will be the first answer to the citizen. The case stays open.</p>}
    </CommandDialog>
  );
}

function willBeFirstAnswer(respondedAt: number | null, { direction, outcome }: ContactValues): boolean {
  return respondedAt === null && direction === 'toCitizen' && outcome === 'reached';
}

/** Everybody on the case besides whoever asked. */
function othersOf(current: Case): readonly string[] {
  const names = recipientsOf(current).filter(({ role }) => role !== 'requester').map(({ person }) => person.name);
  return [...new Set(names)].filter((name) => name !== '' && name !== current.requester?.name);
}

/** Whom to call and how, before the call. */
function Whom({ current: { requester } }: { readonly current: Case }): ReactElement | null {
  if (requester === null) return null;
  const { name, phone, email, language, preference, needs } = requester;
  const wish = `Wishes: ${PREFERENCE_LABELS[preference].toLowerCase()}`;
  return (
    <div>
      <p>
        <strong>{name || 'No name given'}</strong> <span className="number">{[phone, email].filter(Boolean).join(' · ')}</span>
      </p>
      <p className="muted">{[wish, language === 'es' ? 'speaks Spanish' : '', needs === '' ? '' : `needs: ${needs}`].filter(Boolean).join(' · ')}</p>
    </div>
  );
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
