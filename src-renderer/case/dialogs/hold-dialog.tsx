import type { ReactElement } from 'react';
import { useCatalogue } from '../../app/workplace.tsx';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useNow } from '../../ui/use-now.ts';
import { todayIso } from '../story/iso-day.ts';
import { CommandDialog } from './command-dialog.tsx';
import type { CaseDialogProps } from './dialog-props.ts';
import { useCommandForm } from './use-command-form.ts';

/** Puts the case on hold, with the reason the citizen may be told. */
export function HoldDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const today = todayIso(useNow(), catalogue.city.timeZone);
  const reasons = catalogue.holdReasons.map(({ code, label }) => ({ value: code, label: label.en }));
  const form = useCommandForm({
    current,
    name: 'hold',
    initial: () => ({ reasonCode: '', until: '', note: '' }),
    check: ({ reasonCode, until }) => ({
      first: reasonCode === '' ? 'Choose why it has to wait.' : undefined,
      until: until !== '' && until < today ? 'This day is over. Give a later one, or none.' : undefined,
    }),
    toCommand: ({ reasonCode, until, note }) => ({ type: 'case.hold', args: { reasonCode, note, until: until === '' ? null : until } }),
    doneWords: 'On hold.',
    onClose,
  });
  const { reasonCode, until, note } = form.values;
  return (
    <CommandDialog title="Hold" doLabel="Hold" form={form} onClose={onClose}>
      <Select
        label="Reason"
        value={reasonCode}
        onChange={(code) => form.set({ reasonCode: code })}
        choices={[{ value: '', label: 'Choose a reason' }, ...reasons]}
        error={form.error('first')}
        selectRef={form.fields.refTo('first')}
      />
      <DateTimeField label="Until, if known" isDayOnly value={until} onChange={(day) => form.set({ until: day })} error={form.error('until')} inputRef={form.fields.refTo('until')} />
      <TextArea label="Note" value={note} onChange={(typed) => form.set({ note: typed })} rows={3} maxLength={2_000} />
    </CommandDialog>
  );
}
