import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { ratingWords } from '../../../src-shared/domain/ratings.ts';
import { Note } from '../../ui/note.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { useCommandForm } from '../dialogs/use-command-form.ts';

/** Says what was done for a citizen who was not satisfied (SU-2, SU-4). */
export function FollowUpDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const form = useCommandForm({
    current,
    name: 'closeFollowUp',
    initial: () => ({ note: '' }),
    check: ({ note }) => ({ first: note.trim() === '' ? t`Write what was done for the citizen.` : undefined }),
    toCommand: ({ note }) => ({ type: 'case.closeFollowUp', args: { note } }),
    doneWords: t`The follow-up is closed.`,
    onClose,
  });
  const comments = current.survey?.answers.filter(({ comment }) => comment !== '') ?? [];
  return (
    <CommandDialog title={t`Close follow-up`} doLabel={t`Close follow-up`} form={form} onClose={onClose} size="medium">
      {current.followUp !== null && <p>{t`The citizen gave ${ratingWords(current.followUp.rating)}.`}</p>}
      {comments.map(({ trackingNumber, comment }) => (
        <Note key={trackingNumber}>{`“${comment}”`}</Note>
      ))}
      <TextArea
        label={t`What was done for the citizen`}
        description={t`The case stays closed. If there is work to do, reopen it.`}
        value={form.values.note}
        onChange={(note) => form.set({ note })}
        error={form.error('first')}
        rows={4}
        maxLength={10_000}
        textAreaRef={form.fields.refTo('first')}
      />
    </CommandDialog>
  );
}
