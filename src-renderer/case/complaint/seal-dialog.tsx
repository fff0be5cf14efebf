import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { accusedWords, whoIsToldWords, whoSeesWords } from '../../../src-shared/domain/seal-words.ts';
import { sealing } from '../../../src-shared/domain/sealing.ts';
import { maySee } from '../../../src-shared/domain/visibility.ts';
import { StaffId } from '../../../src-shared/util/ids.ts';
import { goBack } from '../../app/routes.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { findStaffItems } from '../../ui/find-staff.ts';
import { Note } from '../../ui/note.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { useCommandForm } from '../dialogs/use-command-form.ts';

/** Reports misconduct on any case, or names whom a sealed one is about; says first what is going to happen (CO-3). */
export function SealDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const staff = useStaff();
  const sealFor = (accusedId: string, reason = '') => sealing(catalogue, current.departmentCode, { accusedStaffId: accusedId === '' ? null : StaffId.parse(accusedId), reason });
  const mayStay = (accusedId: string): boolean => maySee(staff, { departmentCode: current.departmentCode, isSealed: true, seal: sealFor(accusedId) });
  const form = useCommandForm({
    current,
    name: 'seal',
    initial: () => ({ text: '', accusedId: '', reason: '' }),
    check: ({ text, accusedId, reason }) => ({
      first: whoProblem(text, accusedId, current.isSealed),
      reason: reason.trim() === '' ? t`Say in a few words what is alleged.` : undefined,
    }),
    toCommand: ({ accusedId, reason }) => ({ type: 'case.seal', args: { accusedStaffId: accusedId === '' ? null : StaffId.parse(accusedId), reason } }),
    doneWords: ({ accusedId }) => t`Reported. ${whoIsToldWords(sealFor(accusedId), catalogue)}`,
    onClose: () => {
      onClose();
      if (!mayStay(form.values.accusedId)) goBack();
    },
  });
  const { text, accusedId, reason } = form.values;
  const seal = sealFor(accusedId);
  return (
    <CommandDialog title={current.isSealed ? t`Name who it is about` : t`Report misconduct`} doLabel={current.isSealed ? t`Name them` : t`Report and seal`} form={form} onClose={onClose} size="medium">
      <div role="status">
        <Note tone="warning">
          <p>
            <strong>{t`The case is sealed, for good. ${whoSeesWords(seal, catalogue)}`}</strong>
          </p>
          <p>{[whoIsToldWords(seal, catalogue), accusedWords(seal, catalogue), mayStay(accusedId) ? null : t`You will not see this case any more.`].filter((words) => words !== null).join(' ')}</p>
        </Note>
      </div>
      <ComboBox
        label={t`Who it is about`}
        description={t`Leave it empty if you do not know, or if it is nobody of our staff.`}
        inputValue={text}
        onInputChange={(typed) => form.set({ text: typed, accusedId: '' })}
        items={findStaffItems(catalogue, text, current.departmentCode)}
        onTake={({ id, label }) => form.set({ text: label, accusedId: id })}
        emptyText={t`Nobody of that name works here.`}
        error={form.error('first')}
        inputRef={form.fields.refTo('first')}
      />
      <TextArea
        label={t`What is alleged, in a few words`}
        value={reason}
        onChange={(typed) => form.set({ reason: typed })}
        error={form.error('reason')}
        rows={3}
        maxLength={2_000}
        textAreaRef={form.fields.refTo('reason')}
        isRequired
      />
    </CommandDialog>
  );
}

function whoProblem(text: string, accusedId: string, isSealed: boolean): string | undefined {
  if (accusedId !== '') return undefined;
  if (text.trim() !== '') return t`Nobody is chosen. Pick a name from the list; of somebody else, empty this and write the name below.`;
  return isSealed ? t`Pick who it is about.` : undefined;
}
