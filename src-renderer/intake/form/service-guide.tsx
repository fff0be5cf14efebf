import { t } from '../../../src-shared/language/language.ts';
import { keyOf } from '../../app/keymap/own-keys.ts';
import type { ReactElement } from 'react';
import type { Service, ServiceQuestion } from '../../../src-shared/catalogue/catalogue.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { changeDraft } from '../intake-store.ts';
import { useDraft, useIntakeForm, useProblem } from './form-context.tsx';

const YES_NO = [
  { value: 'yes', label: t`Yes` },
  { value: 'no', label: t`No` },
];

/** What to ask for this service. */
export function ServiceQuestions({ service }: { readonly service: Service }): ReactElement | null {
  if (service.questions.length === 0) return null;
  return (
    <div className="intake-questions">
      {service.questions.map((question, index) => (
        <Question key={question.code} question={question} isFirst={index === 0} />
      ))}
    </div>
  );
}

function Question({ question, isFirst }: { readonly question: ServiceQuestion; readonly isFirst: boolean }): ReactElement {
  const { fields, leave } = useIntakeForm();
  const name = `answer:${question.code}` as const;
  const answer = useDraft((draft) => draft.answers[question.code] ?? '');
  const error = useProblem(name);
  const choices = question.type === 'yesNo' ? YES_NO : question.choices.map((value) => ({ value, label: value }));
  // What was answered before the city changed the list is neither lost nor hidden.
  const gone = answer === '' || choices.some(({ value }) => value === answer) ? [] : [{ value: answer, label: t`${answer} (no longer offered)` }];
  const shared = {
    label: question.label,
    isRequired: question.isRequired,
    keyHint: isFirst ? keyOf('newCase.go.questions') : undefined,
    error,
    value: answer,
    onChange: (text: string) => changeDraft((draft) => ({ ...draft, answers: { ...draft.answers, [question.code]: text } })),
  };
  if (question.type === 'text') {
    return <TextField {...shared} maxLength={1_000} inputRef={fields.refTo(name)} onBlur={() => leave(name)} />;
  }
  return <Select {...shared} selectRef={fields.refTo(name)} choices={[{ value: '', label: t`Not asked yet` }, ...choices, ...gone]} />;
}
