import { labelWords } from '../../../src-shared/catalogue/label-words.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { toWallTime } from '../../../src-shared/util/moment.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useNow } from '../../ui/use-now.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { type BulkDialogProps, useBulkForm } from './use-bulk-form.ts';

interface HoldValues {
  readonly reasonCode: string;
  readonly until: string;
  readonly note: string;
}

/** Puts all of them on hold, with the reason the citizens may be told. */
export function HoldMany(props: BulkDialogProps): ReactElement {
  const { holdReasons, city } = useCatalogue();
  const today = toWallTime(useNow(), city.timeZone).slice(0, 10);
  const form = useBulkForm<HoldValues>({
    ...props,
    name: 'hold',
    initial: () => ({ reasonCode: '', until: '', note: '' }),
    check: ({ reasonCode, until }) => ({
      first: reasonCode === '' ? t`Choose why they have to wait.` : undefined,
      until: until !== '' && until < today ? t`This day is over. Give a later one, or none.` : undefined,
    }),
    toBody: (_row, { reasonCode, until, note }) => ({ type: 'case.hold', args: { reasonCode, note, until: until === '' ? null : until } }),
    doneWords: () => t`put on hold`,
  });
  const { reasonCode, until, note } = form.values;
  const reasons = holdReasons.map(({ code, label }) => ({ value: code, label: labelWords(label) }));
  return (
    <BulkDialog action={t`Hold`} rows={props.rows} form={form} onClose={props.onClose}>
      <Select
        label={t`Reason`}
        value={reasonCode}
        onChange={(code) => form.set({ reasonCode: code })}
        choices={[{ value: '', label: t`Choose a reason` }, ...reasons]}
        description={t`A reason that stops the clock takes them off this list until they are resumed. That they were late stays.`}
        error={form.error('first')}
        selectRef={form.fields.refTo('first')}
      />
      <DateTimeField label={t`Until, if known`} isDayOnly value={until} onChange={(day) => form.set({ until: day })} error={form.error('until')} inputRef={form.fields.refTo('until')} />
      <TextArea label={t`Note`} value={note} onChange={(typed) => form.set({ note: typed })} rows={3} maxLength={2_000} />
    </BulkDialog>
  );
}
