import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { departmentName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import { StaffId } from '../../../src-shared/util/ids.ts';
import { AwayHint } from '../../app/away/away-hint.tsx';
import { useCatalogue } from '../../app/workplace.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { findStaffItems } from '../../ui/find-staff.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { findDepartmentItems } from '../../ui/find-departments.ts';
import { useCommandForm } from '../dialogs/use-command-form.ts';

interface Values {
  readonly department: string;
  readonly departmentCode: string;
  readonly person: string;
  readonly assigneeId: string;
  readonly note: string;
  readonly seenAssigneeId: StaffId | null;
}

/** Gives a task to somebody, or to another department. */
export function AssignTaskDialog({ current, subject, onClose }: CaseDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const task = current.tasks.find(({ id }) => id === subject);
  const form = useCommandForm<Values>({
    current,
    name: `assignTask ${subject ?? ''}`,
    initial: () => {
      const departmentCode = task?.departmentCode ?? '';
      return { department: departmentName(catalogue, departmentCode), departmentCode, person: '', assigneeId: '', note: '', seenAssigneeId: task?.assigneeId ?? null };
    },
    check: ({ departmentCode, person, assigneeId }) => ({
      first: personProblem(person, assigneeId, departmentCode !== (task?.departmentCode ?? '')),
      department: departmentCode === '' ? t`No department is chosen. Pick one from the list.` : undefined,
    }),
    toCommand: ({ departmentCode, assigneeId, note, seenAssigneeId }) => ({
      type: 'case.assignTask',
      args: { taskId: subject ?? '', departmentCode, assigneeId: assigneeId === '' ? null : StaffId.parse(assigneeId), seenAssigneeId, note },
    }),
    // Told who has it now, a second try is meant.
    onRefused: ({ details }) => ({ seenAssigneeId: StaffId.nullable().catch(task?.assigneeId ?? null).parse(details['assigneeId']) }),
    doneWords: t`Task given.`,
    onClose,
  });
  const { values, set } = form;
  return (
    <CommandDialog title={t`Give the task to`} doLabel={t`Give task`} form={form} onClose={onClose}>
      <p>
        <strong>{task?.title}</strong>
      </p>
      <p className="muted">{task?.assigneeId == null ? t`Nobody has it yet.` : t`${staffName(catalogue, task.assigneeId)} has it now.`}</p>
      <ComboBox
        label={t`Person`}
        inputValue={values.person}
        onInputChange={(person) => set({ person, assigneeId: '' })}
        items={findStaffItems(catalogue, values.person, values.departmentCode || null)}
        onTake={({ id, label }) => set({ person: label, assigneeId: id })}
        emptyText={t`Nobody of that name.`}
        error={form.error('first')}
        inputRef={form.fields.refTo('first')}
      />
      {values.assigneeId !== '' && <AwayHint staffId={values.assigneeId} />}
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
      <TextArea label={t`Note`} value={values.note} onChange={(note) => set({ note })} rows={2} maxLength={2_000} />
    </CommandDialog>
  );
}

/** Whoever commits without a word takes the task from nobody. */
function personProblem(person: string, assigneeId: string, isOtherDepartment: boolean): string | undefined {
  if (assigneeId !== '') return undefined;
  if (person.trim() !== '') return t`Nobody is chosen. Pick a name from the list, or leave it empty.`;
  return isOtherDepartment ? undefined : t`Type who takes it, then Enter, or choose another department.`;
}
