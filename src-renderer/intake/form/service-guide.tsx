import type { ReactElement } from 'react';
import type { Service, ServiceQuestion } from '../../../src-shared/catalogue/catalogue.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { QUESTIONS_KEY } from './fields.ts';
import { useIntakeForm } from './form-context.tsx';

/** What to say and to ask for this service. */
export function ServiceGuide({ service }: { readonly service: Service }): ReactElement | null {
  if (service.script.length === 0 && service.questions.length === 0) return null;
  return (
    <div className="intake-guide">
      {service.script.map((line) => (
        <p key={line} className="intake-script">
          {line}
        </p>
      ))}
      {service.questions.length > 0 && (
        <div className="intake-questions">
          {service.questions.map((question, index) => (
            <Question key={question.code} question={question} isFirst={index === 0} />
          ))}
        </div>
      )}
    </div>
  );
}

function Question({ question, isFirst }: { readonly question: ServiceQuestion; readonly isFirst: boolean }): ReactElement {
  const { draft, fields, set, problem, leave } = useIntakeForm();
  const name = `answer:${question.code}` as const;
  const answer = draft.answers[question.code] ?? '';
  const choices = question.type === 'yesNo' ? ['Yes', 'No'] : question.choices;
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
  return <Select {...shared} selectRef={fields.refTo(name)} choices={[{ value: '', label: 'Not asked yet' }, ...choices.map((value) => ({ value, label: value }))]} />;
}
