import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import { departmentName } from '../../../src-shared/catalogue/lookup.ts';
import { businessDaysAfter } from '../../../src-shared/commands/task-dates.ts';
import { unfinishedTasks } from '../../../src-shared/commands/close-case.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { StaffId } from '../../../src-shared/util/ids.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { findStaffItems } from '../../ui/find-staff.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { findDepartmentItems } from '../../ui/find-departments.ts';
import { useCommandForm } from '../dialogs/use-command-form.ts';

const MOST_DAYS = 250;

interface TaskValues {
  readonly title: string;
  readonly department: string;
  readonly departmentCode: string;
  readonly person: string;
  readonly assigneeId: string;
  readonly after: string;
  readonly days: string;
}

const EMPTY: TaskValues = { title: '', department: '', departmentCode: '', person: '', assigneeId: '', after: '', days: '' };

/** Asks a department to do something for the case; it sees the case from then on (AS-5). */
export function AddTaskDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const [taskId] = useState(() => crypto.randomUUID());
  const form = useCommandForm<TaskValues>({
    current,
    name: 'addTask',
    initial: () => EMPTY,
    check: ({ title, department, departmentCode, person, assigneeId, days }) => ({
      first: title.trim() === '' ? t`Say what is to be done.` : undefined,
      department: departmentCode !== '' ? undefined : department.trim() === '' ? t`Type a department, then Enter.` : t`No department is chosen. Pick one from the list.`,
      person: person.trim() !== '' && assigneeId === '' ? t`Nobody is chosen. Pick a name from the list, or leave it empty.` : undefined,
      days: daysProblem(days),
    }),
    toCommand: ({ title, departmentCode, assigneeId, after, days }) => ({
      type: 'case.addTask',
      args: {
        taskId,
        title,
        departmentCode,
        assigneeId: assigneeId === '' ? null : StaffId.parse(assigneeId),
        after: after === '' ? null : after,
        withinBusinessDays: days.trim() === '' ? null : Number(days),
      },
    }),
    doneWords: t`Task added.`,
    onClose,
  });
  const { values, set } = form;
  const before = unfinishedTasks(current).map(({ id, title, departmentCode }) => ({ value: id, label: t`After “${title}” (${departmentName(catalogue, departmentCode)})` }));
  return (
    <CommandDialog title={t`Add task`} doLabel={t`Add task`} form={form} onClose={onClose} size="medium">
      <TextField label={t`What is to be done`} value={values.title} onChange={(title) => set({ title })} error={form.error('first')} inputRef={form.fields.refTo('first')} maxLength={300} />
      <div className="dialog-pair">
        <ComboBox
          label={t`Department`}
          inputValue={values.department}
          onInputChange={(department) => set({ department, departmentCode: '' })}
          items={findDepartmentItems(catalogue, values.department)}
          onTake={({ id, label }) => set({ department: label, departmentCode: id })}
          emptyText={t`No department of that name.`}
          error={form.error('department')}
          inputRef={form.fields.refTo('department')}
        />
        <ComboBox
          label={t`Who, if you know`}
          inputValue={values.person}
          onInputChange={(person) => set({ person, assigneeId: '' })}
          items={findStaffItems(catalogue, values.person, values.departmentCode || null)}
          onTake={({ id, label }) => set({ person: label, assigneeId: id })}
          emptyText={t`Nobody of that name.`}
          error={form.error('person')}
          inputRef={form.fields.refTo('person')}
        />
        {before.length > 0 && <Select label={t`When it can begin`} value={values.after} onChange={(after) => set({ after })} choices={[{ value: '', label: t`At once` }, ...before]} />}
        <TextField
          label={t`Business days to do it`}
          isNumber
          value={values.days}
          onChange={(days) => set({ days })}
          description={<DayWords current={current} values={values} />}
          error={form.error('days')}
          inputRef={form.fields.refTo('days')}
          maxLength={3}
        />
      </div>
      <p className="muted">{t`The department sees the case with its history. The case cannot be closed over an open task without saying so.`}</p>
    </CommandDialog>
  );
}

function daysProblem(days: string): string | undefined {
  if (days.trim() === '') return undefined;
  const isWhole = /^\d+$/.test(days.trim()) && Number(days) >= 1 && Number(days) <= MOST_DAYS;
  return isWhole ? undefined : t`Give whole days from 1 to ${MOST_DAYS}, or leave it empty.`;
}

/** What the number of days comes to, before it is given. */
function DayWords({ current, values: { days, after } }: Pick<CaseDialogProps, 'current'> & { readonly values: TaskValues }): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  if (days.trim() === '' || daysProblem(days) !== undefined) return <>{t`Empty: no date of its own.`}</>;
  if (after !== '') return <>{t`Counted from when it can begin.`}</>;
  const due = businessDaysAfter(catalogue, current, now, Number(days));
  return <>{due === null ? '' : t`Due ${exactMoment(due, now, catalogue.city.timeZone)}.`}</>;
}
