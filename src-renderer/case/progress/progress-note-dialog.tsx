import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { useCatalogue } from '../../app/workplace.tsx';
import { PlainHints } from '../../ui/plain-hints.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { useCommandForm } from '../dialogs/use-command-form.ts';
import { progressNoteWords } from './progress-words.ts';

/** Reports on the work; says beforehand who reads it and when the next report is due. */
export function ProgressNoteDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const form = useCommandForm({
    current,
    name: 'progressNote',
    initial: () => ({ text: '' }),
    check: ({ text }) => ({ first: text.trim() === '' ? t`Write what has been done.` : undefined }),
    toCommand: ({ text }) => ({ type: 'case.addProgressNote', args: { text } }),
    doneWords: t`Progress noted.`,
    onClose,
  });
  const { text } = form.values;
  return (
    <CommandDialog title={t`Add progress note`} doLabel={t`Add progress note`} form={form} onClose={onClose} size="medium">
      <div className="plain-text-field">
        <TextArea
          label={t`What has been done`}
          description={progressNoteWords(current, now, catalogue)}
          value={text}
          onChange={(typed) => form.set({ text: typed })}
          error={form.error('first')}
          rows={5}
          maxLength={10_000}
          textAreaRef={form.fields.refTo('first')}
        />
        <PlainHints text={text} language={current.requester?.language ?? catalogue.city.defaultLanguage} catalogue={catalogue} onChange={(typed) => form.set({ text: typed })} />
      </div>
    </CommandDialog>
  );
}
