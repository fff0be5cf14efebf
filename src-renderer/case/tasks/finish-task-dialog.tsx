import type { ReactElement } from 'react';
import { departmentName } from '../../../src-shared/catalogue/lookup.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { workableTasks } from '../case-rules.ts';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { useCommandForm } from '../dialogs/use-command-form.ts';

const WORDS = {
  done: { title: 'Finish a task', doLabel: 'Task is done', label: 'What was done', doneWords: 'The task is done.' },
  notNeeded: { title: 'Task not needed', doLabel: 'Not needed', label: 'Why not', doneWords: 'The task is not needed.' },
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
    check: ({ taskId }) => ({ task: taskId === '' ? 'No task can be finished now.' : undefined }),
    toCommand: ({ taskId, note }) => ({ type: 'case.finishTask', args: { taskId, outcome, note } }),
    doneWords: words.doneWords,
    onClose,
  });
  const { taskId, note } = form.values;
  const followers = current.tasks.filter(({ after, state }) => after === taskId && state === 'waiting');
  return (
    <CommandDialog title={words.title} doLabel={words.doLabel} form={form} onClose={onClose}>
      <Select
        label="Task"
        value={taskId}
        onChange={(id) => form.set({ taskId: id })}
        choices={tasks.map(({ id, title, departmentCode }) => ({ value: id, label: `${title} (${departmentName(catalogue, departmentCode)})` }))}
        error={form.error('task')}
      />
      <TextArea label={words.label} value={note} onChange={(typed) => form.set({ note: typed })} rows={3} maxLength={10_000} textAreaRef={form.fields.refTo('first')} />
      {followers.length > 0 && <Note tone="info">{`Then ${followers.map(({ title, departmentCode }) => `“${title}” (${departmentName(catalogue, departmentCode)})`).join(' and ')} can begin.`}</Note>}
    </CommandDialog>
  );
}
