import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { STATE_LABELS } from '../../../src-shared/domain/labels.ts';
import { CaseState } from '../../../src-shared/domain/case.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { newCommandId } from '../../data/new-id.ts';
import { commands } from '../../data/run-command.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { useCommandForm } from '../dialogs/use-command-form.ts';

/** Undoes a merge: the case goes on where it stood. */
export function UnmergeDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const { mergedInto } = current;
  const form = useCommandForm({
    current,
    name: 'unmerge',
    initial: () => ({ reason: '', otherCommandId: newCommandId() }),
    check: ({ reason }) => ({ first: mergedInto === null ? t`This is undone already.` : reason.trim() === '' ? t`Say why they are not the same thing.` : undefined }),
    toCommand: ({ reason, otherCommandId }) => ({
      send: (ids) => commands.unmerge({ ...ids, otherCommandId, args: { reason, fromCaseId: mergedInto?.caseId ?? null } }),
    }),
    doneWords: t`The case goes on by itself again.`,
    onClose,
  });
  const before = CaseState.safeParse(mergedInto?.['stateBefore']);
  const words = before.success ? t`“${STATE_LABELS[before.data]}”, as before` : t`as before`;
  return (
    <CommandDialog title={t`Undo merge`} doLabel={t`Undo merge`} form={form} onClose={onClose}>
      {mergedInto && <p>{t`This case leaves ${formatTrackingNumber(mergedInto.trackingNumber)} and goes on by itself: ${words}, with its dates and everything that was noted on it.`}</p>}
      <TextArea label={t`Why they are not the same thing`} value={form.values.reason} onChange={(reason) => form.set({ reason })} error={form.error('first')} rows={3} maxLength={2_000} textAreaRef={form.fields.refTo('first')} />
    </CommandDialog>
  );
}
