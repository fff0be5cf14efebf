import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { departmentName } from '../../../src-shared/catalogue/lookup.ts';
import type { BoardRow } from '../../../src-shared/protocol/data-rpc/overdue-views.ts';
import { StaffId } from '../../../src-shared/util/ids.ts';
import { AwayHint } from '../../app/away/away-hint.tsx';
import { useCatalogue } from '../../app/workplace.tsx';
import type { CommandBody } from '../../data/run-for-each.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { findDepartmentItems } from '../../ui/find-departments.ts';
import { findStaffItems } from '../../ui/find-staff.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { type BulkDialogProps, useBulkForm } from './use-bulk-form.ts';

interface AssignValues {
  readonly text: string;
  readonly assigneeId: string;
  readonly note: string;
}

/** Gives all of them to one member of staff: the case, or, where a task is what is late, the task. */
export function AssignMany(props: BulkDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const form = useBulkForm<AssignValues>({
    ...props,
    name: 'assign',
    initial: () => ({ text: '', assigneeId: '', note: '' }),
    check: ({ text, assigneeId }) => ({
      first: assigneeId !== '' ? undefined : text.trim() === '' ? t`Type a name, then Enter.` : t`Nobody is chosen. Pick a name from the list.`,
    }),
    toBody: assignBody,
    doneWords: ({ text }) => t`assigned to ${text}`,
  });
  const { text, note } = form.values;
  return (
    <BulkDialog action={t`Assign`} rows={props.rows} form={form} onClose={props.onClose}>
      <ComboBox
        label={t`Assign to`}
        inputValue={text}
        onInputChange={(typed) => form.set({ text: typed, assigneeId: '' })}
        items={findStaffItems(catalogue, text, commonDepartment(props.rows))}
        onTake={({ id, label }) => form.set({ text: label, assigneeId: id })}
        emptyText={t`Nobody of that name.`}
        error={form.error('first')}
        inputRef={form.fields.refTo('first')}
      />
      {form.values.assigneeId !== '' && <AwayHint staffId={form.values.assigneeId} />}
      <TextArea label={t`Note`} description={t`It stands in the history of each case.`} value={note} onChange={(typed) => form.set({ note: typed })} rows={2} maxLength={2_000} />
    </BulkDialog>
  );
}

function assignBody({ entry, assigneeId: seenAssigneeId }: BoardRow, { assigneeId, note }: AssignValues): CommandBody {
  const to = StaffId.parse(assigneeId);
  const { taskId, departmentCode } = entry;
  if (taskId !== null) return { type: 'case.assignTask', args: { taskId, departmentCode, assigneeId: to, seenAssigneeId: entry.assigneeId, note } };
  return { type: 'case.assign', args: { assigneeId: to, seenAssigneeId, note } };
}

function commonDepartment(rows: readonly BoardRow[]): string | null {
  const codes = new Set(rows.map(({ entry }) => entry.departmentCode));
  return codes.size === 1 ? ([...codes][0] ?? null) : null;
}

interface TransferValues {
  readonly text: string;
  readonly departmentCode: string;
  readonly reason: string;
}

/** Moves all of them to another department of the city; of a case whose task is late, the task. */
export function TransferMany(props: BulkDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const form = useBulkForm<TransferValues>({
    ...props,
    name: 'transfer',
    initial: () => ({ text: '', departmentCode: '', reason: '' }),
    check: ({ text, departmentCode }) => ({
      first: departmentCode !== '' ? undefined : text.trim() === '' ? t`Type a department, then Enter.` : t`No department is chosen. Pick one from the list.`,
    }),
    toBody: transferBody,
    doneWords: ({ departmentCode }) => t`transferred to ${departmentName(catalogue, departmentCode)}`,
  });
  const { text, reason } = form.values;
  return (
    <BulkDialog action={t`Transfer`} rows={props.rows} form={form} onClose={props.onClose}>
      <ComboBox
        label={t`To department`}
        inputValue={text}
        onInputChange={(typed) => form.set({ text: typed, departmentCode: '' })}
        items={findDepartmentItems(catalogue, text)}
        onTake={({ id, label }) => form.set({ text: label, departmentCode: id })}
        emptyText={t`No department of that name.`}
        error={form.error('first')}
        inputRef={form.fields.refTo('first')}
      />
      <TextArea label={t`Reason`} description={t`In the new department they are nobody’s until someone takes them.`} value={reason} onChange={(typed) => form.set({ reason: typed })} rows={2} maxLength={2_000} />
    </BulkDialog>
  );
}

function transferBody({ entry, departmentCode: seenDepartmentCode }: BoardRow, { departmentCode, reason }: TransferValues): CommandBody {
  const { taskId } = entry;
  if (taskId !== null) return { type: 'case.assignTask', args: { taskId, departmentCode, assigneeId: null, seenAssigneeId: entry.assigneeId, note: reason } };
  return { type: 'case.transfer', args: { departmentCode, seenDepartmentCode, reason, isMisrouted: false } };
}
