import type { ReactElement } from 'react';
import type { Service, ServiceQuestion } from '../../../src-shared/catalogue/catalogue.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { QUESTIONS_KEY } from './fields.ts';
import { useIntakeForm } from './form-context.tsx';

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
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
  const { draft, fields, set, problem, leave } = useIntakeForm();
  const name = `answer:${question.code}` as const;
  const answer = draft.answers[question.code] ?? '';
  const choices = question.type === 'yesNo' ? YES_NO : question.choices.map((value) => ({ value, label: value }));
  const shared = {
    label: question.label,
    isRequired: question.isRequired,
    keyHint: isFirst ? QUESTIONS_KEY : undefined,
    error: problem(name),
    value: answer,
    onChange: (text: string) => set({ answers: { ...draft.answers, [question.code]: text } }),
  };
  if (question.type === 'text') {
    return <TextField {...shared} maxLength={1_000} inputRef={fields.refTo(name)} onBlur={() => leave(name)} />;
  }
  return <Select {...shared} selectRef={fields.refTo(name)} choices={[{ value: '', label: 'Not asked yet' }, ...choices]} />;
}
