import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { SurveyMethod } from '../../../src-shared/domain/case-parts.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { RatingField } from '../../ui/rating-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { useCommandForm } from '../dialogs/use-command-form.ts';
import { type Answerer, answerers, ratingEffect, surveyProblem } from './survey-words.ts';

/** What a citizen says of how it went, on the phone or on paper (SU-1); says why where nobody was asked or all have answered. */
export function SurveyDialog(props: CaseDialogProps): ReactElement {
  const problem = surveyProblem(props.current, useCatalogue());
  const people = answerers(props.current);
  const [first] = people;
  if (problem !== null || first === undefined) return <NotAsked onClose={props.onClose}>{problem ?? ''}</NotAsked>;
  return <AnswerDialog {...props} people={people} first={first} />;
}

function NotAsked({ children, onClose }: { readonly children: string; readonly onClose: () => void }): ReactElement {
  return (
    <Dialog
      title={t`Survey answers`}
      isOpen
      onClose={onClose}
      footer={
        <Button onPress={onClose} autoFocus keyHint="Esc">
          {t`Close`}
        </Button>
      }
    >
      <Note tone="info">{children}</Note>
    </Dialog>
  );
}

const METHODS = [
  { value: 'phone', label: t`On the phone` },
  { value: 'paper', label: t`On paper` },
] as const satisfies readonly { readonly value: SurveyMethod; readonly label: string }[];

interface AnswerDialogProps extends CaseDialogProps {
  readonly people: readonly Answerer[];
  readonly first: Answerer;
}

interface AnswerValues {
  readonly trackingNumber: Answerer['trackingNumber'];
  readonly rating: number | null;
  readonly comment: string;
  readonly method: (typeof METHODS)[number]['value'];
}

function AnswerDialog({ current, onClose, people, first }: AnswerDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const { name } = useStaff();
  const form = useCommandForm<AnswerValues>({
    current,
    name: 'survey',
    initial: () => ({ trackingNumber: first.trackingNumber, rating: null, comment: '', method: current.survey?.method === 'letter' ? 'paper' : 'phone' }),
    check: ({ rating, trackingNumber }) => ({
      first: rating === null ? t`Choose the rating the citizen gave: press 1 to 5.` : undefined,
      who: people.some((one) => one.trackingNumber === trackingNumber) ? undefined : t`This citizen has answered already. Choose another one.`,
    }),
    toCommand: ({ trackingNumber, rating, comment, method }) => ({ type: 'case.recordSurvey', args: { trackingNumber, rating: rating ?? 0, comment, method } }),
    doneWords: t`Answer noted.`,
    onClose,
  });
  const { values, set } = form;
  const effect = values.rating === null ? null : ratingEffect(current, values.rating, now, catalogue);
  return (
    <CommandDialog title={t`Survey answers`} doLabel={t`Note the answer`} form={form} onClose={onClose} size="medium">
      <RatingField label={t`How did we do?`} value={values.rating} onChange={(rating) => set({ rating })} error={form.error('first')} inputRef={form.fields.refTo('first')} />
      <div role="status">{effect !== null && <Note tone="warning">{effect}</Note>}</div>
      <TextArea label={t`What the citizen said`} value={values.comment} onChange={(comment) => set({ comment })} rows={3} maxLength={5_000} description={t`In their own words. It may stay empty.`} />
      <div className="dialog-pair">
        <Select label={t`How they answered`} value={values.method} onChange={(method) => set({ method })} choices={METHODS} description={t`Noted by ${name}.`} />
        {(people.length > 1 || form.error('who') !== null) && (
          <Select
            label={t`Whose answer`}
            value={values.trackingNumber}
            onChange={(trackingNumber) => set({ trackingNumber })}
            choices={people.map(({ trackingNumber, label }) => ({ value: trackingNumber, label }))}
            error={form.error('who')}
            selectRef={form.fields.refTo('who')}
          />
        )}
      </div>
    </CommandDialog>
  );
}
