import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { departmentName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import { maySee } from '../../../src-shared/domain/visibility.ts';
import { Code, StaffId } from '../../../src-shared/util/ids.ts';
import { AwayHint } from '../../app/away/away-hint.tsx';
import { useCatalogue } from '../../app/workplace.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { CommandDialog } from './command-dialog.tsx';
import type { CaseDialogProps } from './dialog-props.ts';
import { findStaffItems } from '../../ui/find-staff.ts';
import { findDepartmentItems } from '../../ui/find-departments.ts';
import { useCommandForm } from './use-command-form.ts';

/** Gives the case to a member of staff. */
export function AssignDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const form = useCommandForm({
    current,
    name: 'assign',
    initial: () => ({ text: '', assigneeId: '', note: '', seenAssigneeId: current.assigneeId }),
    check: ({ text, assigneeId }) => ({
      first: assigneeId !== '' ? undefined : text.trim() === '' ? t`Type a name, then Enter.` : t`Nobody is chosen. Pick a name from the list.`,
    }),
    toCommand: ({ assigneeId, note, seenAssigneeId }) => ({ type: 'case.assign', args: { assigneeId: StaffId.parse(assigneeId), seenAssigneeId, note } }),
    // Told who has it now, a second try is meant.
    onRefused: ({ details }) => ({ seenAssigneeId: StaffId.nullable().catch(current.assigneeId).parse(details['assigneeId']) }),
    doneWords: t`Assigned.`,
    onClose,
  });
  const { text, note } = form.values;
  return (
    <CommandDialog title={t`Assign`} doLabel={t`Assign`} form={form} onClose={onClose}>
      <p className="muted">{current.assigneeId === null ? t`Nobody has this case yet.` : t`${staffName(catalogue, current.assigneeId)} has this case now.`}</p>
      <ComboBox
        label={t`Assign to`}
        inputValue={text}
        onInputChange={(typed) => form.set({ text: typed, assigneeId: '' })}
        items={findStaffItems(catalogue, text, current.departmentCode, (member) => maySee(member, current))}
        onTake={({ id, label }) => form.set({ text: label, assigneeId: id })}
        emptyText={current.isSealed ? t`Nobody of that name may see this sealed case.` : t`Nobody of that name.`}
        error={form.error('first')}
        inputRef={form.fields.refTo('first')}
      />
      {form.values.assigneeId !== '' && <AwayHint staffId={form.values.assigneeId} />}
      <TextArea label={t`Note`} value={note} onChange={(typed) => form.set({ note: typed })} rows={2} maxLength={2_000} />
    </CommandDialog>
  );
}

/** Moves the case to another department of the city. */
export function TransferDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const form = useCommandForm({
    current,
    name: 'transfer',
    initial: () => ({ text: '', departmentCode: '', reason: '', isMisrouted: false, seenDepartmentCode: current.departmentCode }),
    check: ({ text, departmentCode }) => ({
      first: departmentCode !== '' ? undefined : text.trim() === '' ? t`Type a department, then Enter.` : t`No department is chosen. Pick one from the list.`,
    }),
    toCommand: ({ departmentCode, reason, isMisrouted, seenDepartmentCode }) => ({ type: 'case.transfer', args: { isMisrouted, departmentCode, seenDepartmentCode, reason } }),
    onRefused: ({ details }) => ({ seenDepartmentCode: Code.catch(current.departmentCode).parse(details['departmentCode']) }),
    doneWords: t`Transferred.`,
    onClose,
  });
  const { text, reason, isMisrouted } = form.values;
  return (
    <CommandDialog title={t`Transfer`} doLabel={t`Transfer`} form={form} onClose={onClose}>
      <p className="muted">{t`The case is with ${departmentName(catalogue, current.departmentCode)}. In the new department it is nobody’s until someone takes it.`}</p>
      <ComboBox
        label={t`Department`}
        inputValue={text}
        onInputChange={(typed) => form.set({ text: typed, departmentCode: '' })}
        items={findDepartmentItems(catalogue, text).filter(({ id }) => id !== current.departmentCode)}
        onTake={({ id, label }) => form.set({ text: label, departmentCode: id })}
        emptyText={t`No department of that name.`}
        error={form.error('first')}
        inputRef={form.fields.refTo('first')}
      />
      <Checkbox
        label={t`It was sent to the wrong department`}
        description={t`It should never have gone to ${departmentName(catalogue, current.departmentCode)}. The monthly report counts these.`}
        isChecked={isMisrouted}
        onChange={(isChecked) => form.set({ isMisrouted: isChecked })}
      />
      <TextArea label={t`Reason`} value={reason} onChange={(typed) => form.set({ reason: typed })} rows={2} maxLength={2_000} />
    </CommandDialog>
  );
}
