import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { departmentName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import type { ClosingNeeds } from '../../../src-shared/domain/closing-needs.ts';
import type { Task } from '../../../src-shared/domain/case-parts.ts';
import { ContactMethod } from '../../../src-shared/domain/fact.ts';
import { CONTACT_METHOD_LABELS } from '../../../src-shared/domain/labels.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { newCommandId } from '../../data/new-id.ts';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { CommandForm } from '../dialogs/use-command-form.ts';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { type ClosingValues, openTasks, taskField } from './closing-steps.ts';

export interface NeedsProps extends Pick<CaseDialogProps, 'current'> {
  readonly needs: ClosingNeeds;
  readonly form: CommandForm<ClosingValues>;
  readonly today: string;
  /** The ref of a field; the first one shown has the focus when the dialog opens. */
  readonly refTo: (field: string) => (element: HTMLElement | null) => void;
}

/** What has to be said before this case may be closed, with the place to say it right there. */
export function ClosingNeedsFields(props: NeedsProps): ReactElement | null {
  const { current, needs } = props;
  const tasks = openTasks(current);
  if (!needs.completionDate && !needs.acknowledgement && tasks.length === 0) return null;
  return (
    <fieldset className="dialog-group closing-needs">
      <legend>{t`Before it can be closed`}</legend>
      {needs.completionDate && <MajorRepair {...props} />}
      {needs.acknowledgement && <Acknowledgement {...props} />}
      {tasks.length > 0 && <OpenTasks {...props} tasks={tasks} />}
    </fieldset>
  );
}

/** It stays open until the work is done, whoever has answered meanwhile (S2, Step 3.6). */
function MajorRepair({ needs, form, today, refTo }: NeedsProps): ReactElement {
  return (
    <>
      <Note tone="warning">{t`This is a construction or major repair: an answer to the citizen does not close it, the finished work does.`}</Note>
      {needs.progressNote && (
        <TextArea
          label={t`What has been done`}
          description={t`Kept as a progress note; nobody has reported on this work since it was opened.`}
          value={form.values.progress}
          onChange={(progress) => form.set({ progress })}
          error={form.error('progress')}
          rows={3}
          maxLength={10_000}
          textAreaRef={refTo('progress')}
        />
      )}
      <CompletionDate form={form} today={today} refTo={refTo} />
    </>
  );
}

export function CompletionDate({ form, today, refTo, description }: Pick<NeedsProps, 'form' | 'today' | 'refTo'> & { readonly description?: string }): ReactElement {
  return (
    <DateTimeField
      label={t`Completion date`}
      isDayOnly
      value={form.values.completionDate}
      max={today}
      onChange={(completionDate) => form.set({ completionDate })}
      error={form.error('completionDate')}
      inputRef={refTo('completionDate')}
      {...(description === undefined ? {} : { description })}
    />
  );
}

const METHODS = [{ value: '' as const, label: t`Choose how` }, ...ContactMethod.options.map((value) => ({ value, label: CONTACT_METHOD_LABELS[value] }))];

/** Every complaint is acknowledged (S3, B.1); noting it here sends nothing. */
function Acknowledgement({ current, form, refTo }: NeedsProps): ReactElement {
  return (
    <>
      <Note tone="warning">{t`The citizen does not know yet that we have this complaint. Tell them, with its number ${formatTrackingNumber(current.trackingNumber)}, then note how.`}</Note>
      <Select label={t`How they were told`} value={form.values.toldBy} onChange={(toldBy) => form.set({ toldBy })} choices={METHODS} error={form.error('toldBy')} selectRef={refTo('toldBy')} />
    </>
  );
}

const ENDS = [
  { value: '', label: t`Still to be done` },
  { value: 'done', label: t`It is done` },
  { value: 'notNeeded', label: t`It is not needed any more` },
] as const;

/** No case is closed over somebody's task in silence (AS-5). */
function OpenTasks({ tasks, form, refTo }: NeedsProps & { readonly tasks: readonly Task[] }): ReactElement {
  return (
    <>
      <Note tone="warning">{tasks.length === 1
          ? t`A task is still open. Say what becomes of it, or leave the case open until it is done.`
          : t`${tasks.length} tasks are still open. Say what becomes of each, or leave the case open until it is done.`}</Note>
      {tasks.map((task) => (
        <TaskEndField key={task.id} task={task} form={form} selectRef={refTo(taskField(task))} />
      ))}
    </>
  );
}

interface TaskEndFieldProps extends Pick<NeedsProps, 'form'> {
  readonly task: Task;
  readonly selectRef: (element: HTMLElement | null) => void;
}

function TaskEndField({ task, form, selectRef }: TaskEndFieldProps): ReactElement {
  const catalogue = useCatalogue();
  const { taskEnds } = form.values;
  const end = taskEnds[task.id];
  function choose(outcome: (typeof ENDS)[number]['value']): void {
    const { [task.id]: _before, ...others } = taskEnds;
    form.set({ taskEnds: outcome === '' ? others : { ...others, [task.id]: { outcome, commandId: end?.commandId ?? newCommandId() } } });
  }
  const owner = task.assigneeId === null ? t`nobody yet` : staffName(catalogue, task.assigneeId);
  return (
    <Select
      label={task.title}
      description={`${departmentName(catalogue, task.departmentCode)} · ${owner}`}
      value={end?.outcome ?? ''}
      onChange={choose}
      choices={ENDS}
      error={form.error(taskField(task))}
      selectRef={selectRef}
    />
  );
}
