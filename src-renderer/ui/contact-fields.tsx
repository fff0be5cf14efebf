import { t } from '../../src-shared/language/language.ts';
import type { ReactElement, Ref } from 'react';
import { ContactDirection, ContactMethod, ContactOutcome } from '../../src-shared/domain/fact.ts';
import { CONTACT_DIRECTION_LABELS, CONTACT_METHOD_LABELS, CONTACT_OUTCOME_LABELS } from '../../src-shared/domain/labels.ts';
import { foldText } from '../../src-shared/util/fold-text.ts';
import { Select } from './select.tsx';
import { TextArea } from './text-area.tsx';
import { SuggestField } from './suggest-field.tsx';

const choicesOf = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) => values.map((value) => ({ value, label: labels[value] }));
const METHODS = choicesOf(ContactMethod.options, CONTACT_METHOD_LABELS);
const DIRECTIONS = choicesOf(ContactDirection.options, CONTACT_DIRECTION_LABELS);
const OUTCOMES = choicesOf(ContactOutcome.options, CONTACT_OUTCOME_LABELS);

/** Only someone who is called or visited can be missed; what is written counts as delivered. */
const canMiss = (method: ContactMethod): boolean => method === 'phone' || method === 'inPerson';

export interface ContactValues {
  readonly method: ContactMethod;
  readonly direction: ContactDirection;
  readonly outcome: ContactOutcome;
  readonly person: string;
  readonly text: string;
}

/** The commonest: the citizen was called and reached. */
export const CALLED: ContactValues = { method: 'phone', direction: 'toCitizen', outcome: 'reached', person: '', text: '' };

/** As the command wants it. */
export function contactArgs(values: ContactValues): ContactValues {
  return { ...values, outcome: canMiss(values.method) ? values.outcome : 'reached' };
}

/** The sentence at the text; undefined when nothing is missing. */
export function missingInContact({ outcome, text }: ContactValues): string | undefined {
  return outcome === 'reached' && text.trim() === '' ? t`Write what was said.` : undefined;
}

export interface ContactFieldsProps {
  readonly values: ContactValues;
  readonly set: (change: Partial<ContactValues>) => void;
  readonly error: string | null;
  readonly textRef: Ref<HTMLTextAreaElement>;
  /** Others who may have been reached, such as those who reported it too; by these very names it counts as theirs. */
  readonly people?: readonly string[];
}

/** What was said, how, by whom to whom, and what came of it. */
export function ContactFields({ values, set, error, textRef, people = [] }: ContactFieldsProps): ReactElement {
  const missed = canMiss(values.method);
  return (
    <>
      <TextArea label={values.outcome === 'reached' ? t`What was said` : t`Note`} value={values.text} onChange={(text) => set({ text })} error={error} rows={4} textAreaRef={textRef} />
      <div className="dialog-pair">
        <Select label={t`How`} value={values.method} onChange={(method) => set({ method })} choices={METHODS} />
        <Select label={t`Who contacted whom`} value={values.direction} onChange={(direction) => set({ direction })} choices={DIRECTIONS} />
        <Select label={t`Result`} value={missed ? values.outcome : 'reached'} onChange={(outcome) => set({ outcome })} choices={OUTCOMES} isDisabled={!missed} />
        <SuggestField
          label={t`With whom, if someone else`}
          value={values.person}
          onChange={(person) => set({ person })}
          items={people.filter((name) => foldText(name).includes(foldText(values.person))).map((name) => ({ id: name, label: name }))}
          onTake={({ label }) => set({ person: label })}
          maxLength={200}
        />
      </div>
    </>
  );
}
