import type { ReactElement, ReactNode } from 'react';
import { departmentName } from '../../../src-shared/catalogue/lookup.ts';
import { unfinishedTasks } from '../../../src-shared/commands/close-case.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useNow } from '../../ui/use-now.ts';
import { missingToClose } from '../case-rules.ts';
import { todayIso } from '../story/iso-day.ts';
import { CommandDialog } from './command-dialog.tsx';
import type { CaseDialogProps } from './dialog-props.ts';
import { useCommandForm } from './use-command-form.ts';

/**
 * Closes the case with an outcome and a note the citizen can read. A construction or major repair says what it still needs: a
 * response is not a closure (S2, Step 3.6).
 */
export function CloseDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const { dispositions, city } = useCatalogue();
  const today = todayIso(useNow(), city.timeZone);
  const openTasks = unfinishedTasks(current);
  const form = useCommandForm({
    current,
    name: 'close',
    initial: () => ({ disposition: '', closingNote: '', completionDate: '', areTasksNeeded: true }),
    check: ({ disposition, closingNote, completionDate, areTasksNeeded }) => ({
      first: disposition === '' ? 'Choose how it ended.' : undefined,
      closingNote: closingNote.trim() === '' ? 'Write what was done, in words the citizen understands.' : undefined,
      tasks: openTasks.length > 0 && areTasksNeeded ? 'Finish what is open first, or say that it is not needed any more.' : undefined,
      completionDate: completionProblem(current.isMajorRepair && !current.source, completionDate, today),
    }),
    toCommand: ({ disposition, closingNote, completionDate, areTasksNeeded }) => ({
      type: 'case.close',
      args: { disposition, closingNote, completionDate: completionDate === '' ? null : completionDate, openTasks: areTasksNeeded ? 'refuse' : 'notNeeded' },
    }),
    doneWords: 'The case is closed.',
    onClose,
  });
  const { disposition, closingNote, completionDate, areTasksNeeded } = form.values;
  const missing = missingToClose(current, completionDate);
  return (
    <CommandDialog title="Close case" doLabel="Close case" form={form} onClose={onClose} size="medium">
      {missing.length > 0 && <Note tone="warning">{`This is a construction or major repair: it stays open until the work is done. Still needed: ${missing.join(' and ')}.`}</Note>}
      {openTasks.length > 0 && (
        <OpenTasks tasks={openTasks} error={form.error('tasks')}>
          <Checkbox label={openTasks.length === 1 ? 'It is not needed any more' : 'They are not needed any more'} isChecked={!areTasksNeeded} onChange={(isChecked) => form.set({ areTasksNeeded: !isChecked })} inputRef={form.fields.refTo('tasks')} />
        </OpenTasks>
      )}
      <Select
        label="Outcome"
        value={disposition}
        onChange={(code) => form.set({ disposition: code })}
        choices={[{ value: '', label: 'Choose how it ended' }, ...dispositions.map(({ code, label }) => ({ value: code, label: label.en }))]}
        error={form.error('first')}
        selectRef={form.fields.refTo('first')}
      />
      <TextArea
        label="Closing note"
        description="The citizen reads this: what was done, in plain words."
        value={closingNote}
        onChange={(text) => form.set({ closingNote: text })}
        error={form.error('closingNote')}
        rows={4}
        textAreaRef={form.fields.refTo('closingNote')}
      />
      <DateTimeField
        label="Completion date"
        isDayOnly
        value={completionDate}
        max={today}
        onChange={(day) => form.set({ completionDate: day })}
        error={form.error('completionDate')}
        inputRef={form.fields.refTo('completionDate')}
        {...(current.isMajorRepair ? {} : { description: 'If there was work to complete.' })}
      />
    </CommandDialog>
  );
}

interface OpenTasksProps {
  readonly tasks: Case['tasks'];
  readonly error: string | null;
  readonly children: ReactNode;
}

/** No case is closed over somebody's task in silence (AS-5). */
function OpenTasks({ tasks, error, children }: OpenTasksProps): ReactElement {
  const catalogue = useCatalogue();
  return (
    <Note tone={error === null ? 'warning' : 'danger'} actions={children}>
      <p>{tasks.length === 1 ? 'This task is not finished:' : 'These tasks are not finished:'}</p>
      <ul className="dialog-bullets">
        {tasks.map(({ id, title, departmentCode }) => (
          <li key={id}>{`${title} (${departmentName(catalogue, departmentCode)})`}</li>
        ))}
      </ul>
      {error !== null && <p role="alert">{error}</p>}
    </Note>
  );
}

function completionProblem(isRequired: boolean, date: string, today: string): string | undefined {
  if (date > today) return 'This day is still to come. Give the day the work was complete.';
  return isRequired && date === '' ? 'Give the day the work was complete.' : undefined;
}
