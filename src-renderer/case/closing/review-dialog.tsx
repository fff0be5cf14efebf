import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { useCommandForm } from '../dialogs/use-command-form.ts';

const VERDICTS = [
  { value: 'complete', label: t`Good and complete` },
  { value: 'incomplete', label: t`Something is missing: open it again` },
] as const;

interface ReviewValues {
  readonly verdict: (typeof VERDICTS)[number]['value'];
  readonly note: string;
}

/** Whether the citizen was answered well and completely (RC-8); what was not goes back to whoever has the case. */
export function ReviewDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const form = useCommandForm<ReviewValues>({
    current,
    name: 'review',
    initial: () => ({ verdict: 'complete', note: '' }),
    check: ({ verdict, note }) => ({ note: verdict === 'incomplete' && note.trim() === '' ? t`Say what is missing, for whoever goes on with it.` : undefined }),
    toCommand: ({ verdict, note }) => ({ type: 'case.review', args: { verdict, note } }),
    doneWords: ({ verdict }) => (verdict === 'complete' ? t`Reviewed.` : t`The case is open again.`),
    onClose,
  });
  const { values, set } = form;
  const isMissing = values.verdict === 'incomplete';
  return (
    <CommandDialog title={t`Review the answer`} doLabel={isMissing ? t`Open again` : t`Reviewed`} form={form} onClose={onClose}>
      <div>
        <p className="muted">{t`The citizen was told:`}</p>
        <p className="case-text">{current.closingNote}</p>
      </div>
      <Select label={t`The answer is`} value={values.verdict} onChange={(verdict) => set({ verdict })} choices={VERDICTS} selectRef={form.fields.refTo('first')} />
      <TextArea
        label={isMissing ? t`What is missing` : t`Note`}
        description={isMissing ? t`It stands in the history as the reason. The dates of the case stay as they were.` : t`For staff; may stay empty.`}
        value={values.note}
        onChange={(note) => set({ note })}
        error={form.error('note')}
        rows={3}
        maxLength={2_000}
        textAreaRef={form.fields.refTo('note')}
      />
    </CommandDialog>
  );
}
