import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useEffect, useState } from 'react';
import { recipientsOf } from '../../../src-shared/correspondence/recipients.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { PREFERENCE_LABELS } from '../../../src-shared/domain/labels.ts';
import { DIALOG_SCOPE, type Action } from '../../app/keymap/action.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { chordLabel } from '../../app/keymap/chord.ts';
import { useActions } from '../../app/keymap/use-actions.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CALLED, contactArgs, ContactFields, type ContactValues, missingInContact } from '../../ui/contact-fields.tsx';
import { triesInVain } from '../told/told-entries.ts';
import { CommandDialog } from './command-dialog.tsx';
import type { CaseDialogProps } from './dialog-props.ts';
import { type CommandForm, useCommandForm } from './use-command-form.ts';

/** Notes that the citizen and the city were in touch. A call without an answer takes two keys: how it went is asked first, by a letter each. */
export function ContactDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const form = useCommandForm<ContactValues>({
    current,
    name: 'contact',
    initial: () => CALLED,
    check: (values) => ({ first: missingInContact(values) }),
    toCommand: (values) => ({ type: 'case.logContact', args: contactArgs(values) }),
    doneWords: (values) => (values.outcome === 'noAnswer' ? t`Logged: called, no answer.` : values.outcome === 'leftMessage' ? t`Logged: called, left a message.` : t`Contact logged.`),
    onClose,
  });
  const { values, set, fields, problem } = form;
  // What was typed before is gone on with.
  const [isWhole, setWhole] = useState(values !== CALLED && (values.text !== '' || values.person !== ''));
  useEffect(() => void fields.focus('first'), [fields, isWhole]);
  if (!isWhole && problem === null) {
    return (
      <Dialog title={t`Log contact`} isOpen onClose={onClose} size="medium" footer={<Button onPress={onClose} keyHint={chordLabel('Escape')}>{t`Cancel`}</Button>}>
        <Whom current={current} />
        <HowItWent form={form} onMore={() => setWhole(true)} />
      </Dialog>
    );
  }
  return (
    <CommandDialog title={t`Log contact`} doLabel={t`Log contact`} form={form} onClose={onClose} size="medium">
      <Whom current={current} />
      <ContactFields values={values} set={set} error={form.error('first')} textRef={fields.refTo('first')} people={othersOf(current)} />
      {willBeFirstAnswer(current.respondedAt, values) && <p className="muted">{t`This will be the first answer to the citizen. The case stays open.`}</p>}
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
function Whom({ current }: { readonly current: Case }): ReactElement | null {
  const { requester } = current;
  if (requester === null) return null;
  const tries = triesInVain(current);
  const { name, phone, email, language, preference, needs } = requester;
  const wish = t`Wishes: ${PREFERENCE_LABELS[preference].toLowerCase()}`;
  return (
    <div>
      <p>
        <strong>{name || t`No name given`}</strong> <span className="number">{[phone, email].filter(Boolean).join(' · ')}</span>
      </p>
      <p className="muted">{[wish, language === 'es' ? t`speaks Spanish` : '', needs === '' ? '' : t`needs: ${needs}`].filter(Boolean).join(' · ')}</p>
      {tries > 0 && <p className="muted">{tries === 1 ? t`Tried once since anybody was reached.` : t`Tried ${tries} times since anybody was reached.`}</p>}
    </div>
  );
}

interface HowItWentProps {
  readonly form: CommandForm<ContactValues>;
  readonly onMore: () => void;
}

/** The commonest entries of a working day: a call nobody took is logged by its one letter, what was said is asked for. */
function HowItWent({ form, onMore }: HowItWentProps): ReactElement {
  const missed = (outcome: 'noAnswer' | 'leftMessage') => (): void => form.submit({ method: 'phone', direction: 'toCitizen', outcome });
  const actions: readonly Action[] = [
    { id: 'contact.noAnswer', label: t`Called, no answer`, run: missed('noAnswer') },
    { id: 'contact.leftMessage', label: t`Called, left a message`, run: missed('leftMessage') },
    { id: 'contact.spoke', label: t`Spoke with them`, run: onMore },
    { id: 'contact.more', label: t`Something else`, run: onMore },
  ];
  useActions(DIALOG_SCOPE, actions);
  return (
    <div className="dialog-quick" role="group" aria-label={t`How it went`}>
      {actions.map((action, index) => (
        <ActionButton key={action.id} action={action} {...(index === 0 ? { buttonRef: form.fields.refTo('first') } : {})} />
      ))}
    </div>
  );
}
