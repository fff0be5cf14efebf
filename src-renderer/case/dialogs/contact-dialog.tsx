import type { ReactElement } from 'react';
import { CONTACT_DIRECTION_LABELS, CONTACT_METHOD_LABELS, CONTACT_OUTCOME_LABELS } from '../../../src-shared/domain/labels.ts';
import { ContactDirection, ContactMethod, ContactOutcome } from '../../../src-shared/domain/fact.ts';
import { DIALOG_SCOPE, type Action } from '../../app/keymap/action.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useActions } from '../../app/keymap/use-actions.ts';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CommandDialog } from './command-dialog.tsx';
import type { CaseDialogProps } from './dialog-props.ts';
import { useCommandForm } from './use-command-form.ts';

const choicesOf = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) => values.map((value) => ({ value, label: labels[value] }));
const METHODS = choicesOf(ContactMethod.options, CONTACT_METHOD_LABELS);
const DIRECTIONS = choicesOf(ContactDirection.options, CONTACT_DIRECTION_LABELS);
const OUTCOMES = choicesOf(ContactOutcome.options, CONTACT_OUTCOME_LABELS);

/** Only someone who is called or visited can be missed; what is written counts as delivered. */
const canMiss = (method: ContactMethod): boolean => method === 'phone' || method === 'inPerson';

interface ContactValues {
  readonly method: ContactMethod;
  readonly direction: ContactDirection;
  readonly outcome: ContactOutcome;
  readonly person: string;
  readonly text: string;
}

const CALLED: ContactValues = { method: 'phone', direction: 'toCitizen', outcome: 'reached', person: '', text: '' };

/** Notes that the citizen and the city were in touch. A call without an answer takes two keys. */
export function ContactDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const form = useCommandForm<ContactValues>({
    current,
    name: 'contact',
    initial: () => CALLED,
    check: ({ outcome, text }) => ({ first: outcome === 'reached' && text.trim() === '' ? 'Write what was said.' : undefined }),
    toCommand: (values) => ({ type: 'case.logContact', args: { ...values, outcome: canMiss(values.method) ? values.outcome : 'reached' } }),
    doneWords: 'Contact logged.',
    onClose,
  });
  const { values, set } = form;
  const missed = canMiss(values.method);
  return (
    <CommandDialog title="Log contact" doLabel="Log contact" form={form} onClose={onClose} size="medium">
      <MissedCalls submit={form.submit} />
      <TextArea
        label={values.outcome === 'reached' ? 'What was said' : 'Note'}
        value={values.text}
        onChange={(text) => set({ text })}
        error={form.error('first')}
        rows={4}
        textAreaRef={form.fields.refTo('first')}
      />
      <div className="dialog-pair">
        <Select label="How" value={values.method} onChange={(method) => set({ method })} choices={METHODS} />
        <Select label="Who contacted whom" value={values.direction} onChange={(direction) => set({ direction })} choices={DIRECTIONS} />
        <Select label="Result" value={missed ? values.outcome : 'reached'} onChange={(outcome) => set({ outcome })} choices={OUTCOMES} isDisabled={!missed} />
        <TextField label="With whom, if someone else" value={values.person} onChange={(person) => set({ person })} maxLength={200} />
      </div>
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
