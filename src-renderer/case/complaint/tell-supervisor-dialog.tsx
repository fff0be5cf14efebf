import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { departmentName } from '../../../src-shared/catalogue/lookup.ts';
import { supervisorFor } from '../../../src-shared/domain/supervisor.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { useCommandForm } from '../dialogs/use-command-form.ts';

/** Tells the supervisor of a complaint that its author cannot settle (CO-3; S3, B.2); says first who that is. */
export function TellSupervisorDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const staff = useStaff();
  const supervisor = supervisorFor(current, staff.id, catalogue);
  const nobody = t`${departmentName(catalogue, current.departmentCode)} has nobody above to tell. Assign the case to whoever can settle it.`;
  const form = useCommandForm({
    current,
    name: 'tellSupervisor',
    initial: () => ({ reason: '' }),
    check: ({ reason }) => ({ first: supervisor === null ? nobody : reason.trim() === '' ? t`Say why they have to look at it.` : undefined }),
    toCommand: ({ reason }) => ({ type: 'case.tellSupervisor', args: { reason } }),
    doneWords: t`${supervisor?.name ?? ''} is told.`,
    onClose,
  });
  return (
    <CommandDialog title={t`Tell the supervisor`} doLabel={t`Tell`} form={form} onClose={onClose}>
      <p>{supervisor === null ? nobody : t`${[supervisor.name, supervisor.title].filter(Boolean).join(', ')}, is told by mail and finds the case under “Told to me”. Nothing is sealed, and the case stays with whoever has it.`}</p>
      <TextArea label={t`Why they have to look at it`} value={form.values.reason} onChange={(reason) => form.set({ reason })} error={form.error('first')} rows={3} maxLength={2_000} textAreaRef={form.fields.refTo('first')} isRequired />
    </CommandDialog>
  );
}
