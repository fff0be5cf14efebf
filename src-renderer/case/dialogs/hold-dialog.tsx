import { labelWords } from '../../../src-shared/catalogue/label-words.ts';
import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { type Clock, CLOCKS } from '../../../src-shared/catalogue/time-rules.ts';
import { stopsClock } from '../../../src-shared/clock/pauses.ts';
import type { CaseId } from '../../../src-shared/util/ids.ts';
import { listWords } from '../../../src-shared/util/list-words.ts';
import { todayIso } from '../../../src-shared/util/today-iso.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { queries } from '../../data/queries.ts';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CommandDialog } from './command-dialog.tsx';
import type { CaseDialogProps } from './dialog-props.ts';
import { useCommandForm } from './use-command-form.ts';

/** Puts the case on hold, with the reason the citizen may be told. */
export function HoldDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const today = todayIso(useNow(), catalogue.city.timeZone);
  const reasons = catalogue.holdReasons.map(({ code, label }) => ({ value: code, label: labelWords(label) }));
  const stops = useStoppedClocks(current.id);
  const form = useCommandForm({
    current,
    name: 'hold',
    initial: () => ({ reasonCode: '', until: '', note: '' }),
    check: ({ reasonCode, until }) => ({
      first: reasonCode === '' ? t`Choose why it has to wait.` : undefined,
      until: until !== '' && until < today ? t`This day is over. Give a later one, or none.` : undefined,
    }),
    toCommand: ({ reasonCode, until, note }) => ({ type: 'case.hold', args: { reasonCode, note, until: until === '' ? null : until } }),
    doneWords: t`On hold.`,
    onClose,
  });
  const { reasonCode, until, note } = form.values;
  return (
    <CommandDialog title={t`Hold`} doLabel={t`Hold`} form={form} onClose={onClose}>
      <Select
        label={t`Reason`}
        value={reasonCode}
        onChange={(code) => form.set({ reasonCode: code })}
        choices={[{ value: '', label: t`Choose a reason` }, ...reasons]}
        description={reasonCode === '' ? t`Some reasons stop a clock of the case, others stop none.` : stoppedWords(stops(reasonCode))}
        error={form.error('first')}
        selectRef={form.fields.refTo('first')}
      />
      <DateTimeField label={t`Until, if known`} isDayOnly value={until} onChange={(day) => form.set({ until: day })} error={form.error('until')} inputRef={form.fields.refTo('until')} />
      <TextArea label={t`Note`} value={note} onChange={(typed) => form.set({ note: typed })} rows={3} maxLength={2_000} />
    </CommandDialog>
  );
}

/** The clocks that a reason stops: as the time rules of the case say, else as the city says now. */
function useStoppedClocks(caseId: CaseId): (reasonCode: string) => readonly Clock[] {
  const { holdReasons } = useCatalogue();
  const { data: view } = useQuery(queries.caseView(caseId));
  return (reasonCode) => {
    const clocks = holdReasons.find(({ code }) => code === reasonCode)?.pauses ?? [];
    return CLOCKS.filter((clock) => stopsClock({ holdPauses: view?.due.holdPauses ?? {} }, { reasonCode, clocks }, clock));
  };
}

const CLOCK_WORDS: Record<Clock, string> = { acknowledge: t`the acknowledgement`, respond: t`the answer`, resolve: t`the work` };

/** `This stops the clock of the work: its date moves on until the case is resumed.` */
function stoppedWords(clocks: readonly Clock[]): string {
  if (clocks.length === 0) return t`This stops no clock: every date stays as it is.`;
  const which = listWords(clocks.map((clock) => CLOCK_WORDS[clock]));
  return clocks.length === 1 ? t`This stops the clock of ${which}: its date moves on until the case is resumed.` : t`This stops the clock of ${which}: their dates move on until the case is resumed.`;
}
