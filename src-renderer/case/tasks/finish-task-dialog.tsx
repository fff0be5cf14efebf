import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { departmentName } from '../../../src-shared/catalogue/lookup.ts';
import { listWords } from '../../../src-shared/util/list-words.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { workableTasks } from '../case-rules.ts';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { useCommandForm } from '../dialogs/use-command-form.ts';

const WORDS = {
  done: { title: t`Finish a task`, doLabel: t`Task is done`, label: t`What was done`, doneWords: t`The task is done.` },
  notNeeded: { title: t`Task not needed`, doLabel: t`Not needed`, label: t`Why not`, doneWords: t`The task is not needed.` },
} as const;

export const FinishTaskDialog = (props: CaseDialogProps): ReactElement => <EndTaskDialog {...props} outcome="done" />;
export const DropTaskDialog = (props: CaseDialogProps): ReactElement => <EndTaskDialog {...props} outcome="notNeeded" />;

/** Ends a task; without a subject the nearest one is offered. Those that wait for it begin. */
function EndTaskDialog({ current, subject, onClose, outcome }: CaseDialogProps & { readonly outcome: 'done' | 'notNeeded' }): ReactElement {
  const catalogue = useCatalogue();
  const tasks = workableTasks(current, useStaff()).filter(({ state }) => outcome === 'notNeeded' || state === 'open');
  const words = WORDS[outcome];
  const form = useCommandForm({
    current,
    name: `${outcome} ${subject ?? 'task'}`,
    initial: () => ({ taskId: subject ?? tasks[0]?.id ?? '', note: '' }),
    check: ({ taskId }) => ({ task: taskId === '' ? t`No task can be finished now.` : undefined }),
    toCommand: ({ taskId, note }) => ({ type: 'case.finishTask', args: { taskId, outcome, note } }),
    doneWords: words.doneWords,
    onClose,
  });
  const { taskId, note } = form.values;
  const followers = current.tasks.filter(({ after, state }) => after === taskId && state === 'waiting');
  return (
    <CommandDialog title={words.title} doLabel={words.doLabel} form={form} onClose={onClose}>
      <Select
        label={t`Task`}
        value={taskId}
        onChange={(id) => form.set({ taskId: id })}
        choices={tasks.map(({ id, title, departmentCode }) => ({ value: id, label: `${title} (${departmentName(catalogue, departmentCode)})` }))}
        error={form.error('task')}
      />
      <TextArea label={words.label} value={note} onChange={(typed) => form.set({ note: typed })} rows={3} maxLength={10_000} textAreaRef={form.fields.refTo('first')} />
      {followers.length > 0 && <Note tone="info">{t`Then ${listWords(followers.map(({ title, departmentCode }) => `“${title}” (${departmentName(catalogue, departmentCode)})`))} can begin.`}</Note>}
    </CommandDialog>
  );
}
