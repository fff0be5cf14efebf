import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import { departmentName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { Task } from '../../../src-shared/domain/case-parts.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';
import { workableTasks } from '../case-rules.ts';
import { Group } from '../facts/group.tsx';
import { WhyDaysDialog } from '../facts/why-days-dialog.tsx';
import type { CaseActions } from '../use-case-actions.ts';
import { inOrder, taskDueWords, taskState } from './task-words.ts';
import './tasks.css';

/** What each department has to do for the case, in order, each with its own date (AS-5). */
export function TaskPanel({ current, actions }: { readonly current: Case; readonly actions: CaseActions }): ReactElement | null {
  const staff = useStaff();
  const { addTask, finishTask } = actions.inPlace;
  if (current.tasks.length === 0 && addTask.isEnabled !== true) return null;
  const mine = new Set(workableTasks(current, staff).map(({ id }) => id));
  const buttons = (
    <>
      {current.tasks.length > 0 && finishTask.isEnabled === true && <ActionButton action={finishTask} size="small" look="quiet" />}
      {addTask.isEnabled === true && <ActionButton action={addTask} size="small" look="quiet" />}
    </>
  );
  return (
    <Group title={t`Tasks`} actions={buttons}>
      {current.tasks.length === 0 ? (
        <p className="muted">{t`None. Add one when another department has to do something first.`}</p>
      ) : (
        <ul className="case-tasks" aria-label={t`Tasks`}>
          {inOrder(current.tasks).map((task) => (
            <TaskRow key={task.id} current={current} task={task} isMine={current.state !== 'closed' && mine.has(task.id)} actions={actions} />
          ))}
        </ul>
      )}
    </Group>
  );
}

interface TaskRowProps {
  readonly current: Case;
  readonly task: Task;
  /** Whether the person may finish it or pass it on. */
  readonly isMine: boolean;
  readonly actions: CaseActions;
}

function TaskRow({ current, task, isMine, actions }: TaskRowProps): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const state = taskState(task, current.state === 'closed', now);
  const owner = task.assigneeId === null ? t`nobody yet` : staffName(catalogue, task.assigneeId);
  const due = taskDueWords(task, current.tasks.find(({ id }) => id === task.after), now, catalogue.city.timeZone);
  const name = (words: string): string => `${words}: ${task.title}`;
  return (
    <li className="case-task">
      <p className="case-task-title">
        <StatusPill tone={state.tone} label={state.label} />
        <strong>{task.title}</strong>
      </p>
      <p className="muted">{`${departmentName(catalogue, task.departmentCode)} · ${owner}`}</p>
      {due !== null && (
        <p className="case-task-due">
          <span>{due}</span>
          <WhyTaskDate current={current} task={task} />
        </p>
      )}
      {task.finishedNote !== '' && <p className="case-text">{task.finishedNote}</p>}
      {isMine && (
        <div className="case-task-buttons" role="group" aria-label={name(t`What can be done`)}>
          <Button size="small" onPress={() => actions.openDialog('finishTask', task.id)} label={name(t`Finish`)} isDisabled={task.state === 'waiting'}>
            {t`Finish`}
          </Button>
          <Button size="small" onPress={() => actions.openDialog('assignTask', task.id)} label={name(t`Give to`)}>
            {t`Give to`}
          </Button>
          <Button size="small" onPress={() => actions.openDialog('dropTask', task.id)} label={name(t`Not needed`)}>
            {t`Not needed`}
          </Button>
        </div>
      )}
    </li>
  );
}

function WhyTaskDate({ current, task }: Pick<TaskRowProps, 'current' | 'task'>): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  const { dueBy, startedAt, withinBusinessDays } = task;
  if (dueBy === null || startedAt === null || withinBusinessDays === null) return null;
  const began = task.after === null ? t`It could begin when it was added` : t`It could begin when the task before it was finished`;
  return (
    <>
      <Button size="small" look="quiet" label={t`Why this date? ${task.title}`} onPress={() => setOpen(true)}>
        {t`Why this date?`}
      </Button>
      {isOpen && <WhyDaysDialog ruled={current} began={began} from={startedAt} days={withinBusinessDays} due={dueBy} onClose={() => setOpen(false)} />}
    </>
  );
}
