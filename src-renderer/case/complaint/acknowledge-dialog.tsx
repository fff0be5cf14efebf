import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { ContactMethod } from '../../../src-shared/domain/fact.ts';
import { CONTACT_METHOD_LABELS } from '../../../src-shared/domain/labels.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { useCommandForm } from '../dialogs/use-command-form.ts';

const METHODS = ContactMethod.options.map((value) => ({ value, label: CONTACT_METHOD_LABELS[value] }));

/** Notes that the citizen was told: the city has it, under this number (S3, B.1). It is no answer yet. */
export function AcknowledgeDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const form = useCommandForm({
    current,
    name: 'acknowledge',
    initial: () => ({ method: likelyMethod(current.requester?.preference), text: '' }),
    check: () => ({}),
    toCommand: ({ method, text }) => ({ type: 'case.acknowledge', args: { method, text } }),
    doneWords: t`Acknowledged.`,
    onClose,
  });
  const { method, text } = form.values;
  return (
    <CommandDialog title={t`Acknowledge`} doLabel={t`The citizen knows`} form={form} onClose={onClose}>
      <p className="muted">{t`Tell the citizen that we have it, and its number: ${formatTrackingNumber(current.trackingNumber)}. This notes that you did; nothing is sent. The answer is still owed.`}</p>
      <Select label={t`How they were told`} value={method} onChange={(chosen) => form.set({ method: chosen })} choices={METHODS} selectRef={form.fields.refTo('first')} />
      <TextArea label={t`What they were told, if it was more`} value={text} onChange={(typed) => form.set({ text: typed })} rows={3} maxLength={10_000} />
    </CommandDialog>
  );
}

function likelyMethod(preference: string | undefined): ContactMethod {
  return ContactMethod.catch('phone').parse(preference);
}
