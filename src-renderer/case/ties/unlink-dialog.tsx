import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../../src-shared/util/assert.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { useCommandForm } from '../dialogs/use-command-form.ts';

/** Takes a link away again. `subject` is its relation and the other case: `related 0b9f…`. */
export function UnlinkDialog({ current, subject, onClose }: CaseDialogProps): ReactElement {
  const link = current.links.find(({ relation, caseId }) => `${relation} ${caseId}` === subject);
  const form = useCommandForm({
    current,
    name: `unlink ${subject ?? ''}`,
    initial: () => ({ reason: '' }),
    check: () => ({ first: link ? undefined : t`This link is gone already.` }),
    toCommand: ({ reason }) => ({ type: 'case.unlink', args: { link: must(link, 'checked before'), reason } }),
    doneWords: t`The link is removed.`,
    onClose,
  });
  return (
    <CommandDialog title={t`Remove link`} doLabel={t`Remove link`} form={form} onClose={onClose}>
      {link && (
        <p>
          {link.relation === 'duplicateOf'
            ? t`Duplicate of ${formatTrackingNumber(link.trackingNumber)}. Both cases stay as they are.`
            : t`Related to ${formatTrackingNumber(link.trackingNumber)}. Both cases stay as they are.`}
        </p>
      )}
      <TextArea label={t`Why, if it is not plain`} value={form.values.reason} onChange={(reason) => form.set({ reason })} error={form.error('first')} rows={2} maxLength={2_000} textAreaRef={form.fields.refTo('first')} />
    </CommandDialog>
  );
}
