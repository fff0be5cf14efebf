import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { Suggestion } from '../../../src-shared/office/suggestion.ts';
import { OfficeDialog } from '../../app/office/office-dialog.tsx';
import { useOfficeForm } from '../../app/office/use-office-form.ts';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';

const STATES = [
  { value: 'accepted', label: t`Accepted: we do it` },
  { value: 'declined', label: t`Declined` },
] as const;
type Answer = (typeof STATES)[number]['value'];

/** Tells whoever made a suggestion what becomes of it. */
export function AnswerDialog({ suggestion, onClose }: { readonly suggestion: Suggestion; readonly onClose: () => void }): ReactElement {
  const form = useOfficeForm<{ readonly state: Answer; readonly answer: string }>({
    initial: () => ({ state: suggestion.state === 'declined' ? 'declined' : 'accepted', answer: suggestion.answer }),
    check: ({ state, answer }) => ({ answer: state === 'declined' && answer.trim() === '' ? t`Say why it is declined: whoever made the suggestion reads it.` : undefined }),
    toCommand: ({ state, answer }) => ({ type: 'office.answerSuggestion', args: { suggestionId: suggestion.id, seen: suggestion.answeredIn, state, answer } }),
    doneWords: t`Answered.`,
    onDone: onClose,
  });
  const { values, set, error, fields } = form;
  return (
    <OfficeDialog title={t`Answer the suggestion`} doLabel={t`Send answer`} form={form} onClose={onClose} size="medium">
      <p className="suggestion-text">{suggestion.text}</p>
      <Select<Answer> label={t`Answer`} value={values.state} onChange={(state) => set({ state })} choices={STATES} selectRef={fields.refTo('first')} />
      <TextArea label={t`What they are told`} value={values.answer} onChange={(answer) => set({ answer })} error={error('answer')} textAreaRef={fields.refTo('answer')} rows={4} maxLength={4_000} />
    </OfficeDialog>
  );
}
