import type { ReactElement } from 'react';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { useCommandForm } from '../dialogs/use-command-form.ts';

const VERDICTS = [
  { value: 'complete', label: 'Good and complete' },
  { value: 'incomplete', label: 'Something is missing: open it again' },
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
    check: ({ verdict, note }) => ({ note: verdict === 'incomplete' && note.trim() === '' ? 'Say what is missing, for whoever goes on with it.' : undefined }),
    toCommand: ({ verdict, note }) => ({ type: 'case.review', args: { verdict, note } }),
    doneWords: ({ verdict }) => (verdict === 'complete' ? 'Reviewed.' : 'The case is open again.'),
    onClose,
  });
  const { values, set } = form;
  const isMissing = values.verdict === 'incomplete';
  return (
    <CommandDialog title="Review the answer" doLabel={isMissing ? 'Open again' : 'Reviewed'} form={form} onClose={onClose}>
      <div>
        <p className="muted">The citizen was told:</p>
        <p className="case-text">{current.closingNote}</p>
      </div>
      <Select label="The answer is" value={values.verdict} onChange={(verdict) => set({ verdict })} choices={VERDICTS} selectRef={form.fields.refTo('first')} />
      <TextArea
        label={isMissing ? 'What is missing' : 'Note'}
        description={isMissing ? 'It stands in the history as the reason. The dates of the case stay as they were.' : 'For staff; may stay empty.'}
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
