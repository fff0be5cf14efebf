import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { addBusinessDays } from '../../../src-shared/clock/business-calendar.ts';
import { businessDaysSentence } from '../../../src-shared/clock/explain-business-days.ts';
import { spokenMoment } from '../../../src-shared/clock/spoken-time.ts';
import type { BusinessCalendar } from '../../../src-shared/catalogue/time-rules.ts';
import { type Ruled, ruleOf } from '../../../src-shared/commands/task-dates.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export interface WhyDaysDialogProps {
  /** Decides whose working days are counted. */
  readonly ruled: Ruled;
  /** Where working days are counted by another calendar than that of the case's time rule. */
  readonly calendar?: BusinessCalendar;
  /** Why it is counted from there: `It could begin when it was added`. */
  readonly began: string;
  readonly from: UtcMs;
  readonly days: number;
  /** As it stands on the case. */
  readonly due: UtcMs;
  readonly onClose: () => void;
}

/** How a date that is so many business days away came about, to be read out. */
export function WhyDaysDialog({ ruled, began, from, days, due, onClose, calendar: given }: WhyDaysDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const calendar = given ?? ruleOf(catalogue, ruled).calendar;
  const hasMoved = addBusinessDays(calendar, from, days).due !== due;
  return (
    <Dialog
      title={t`Why this date?`}
      isOpen
      onClose={onClose}
      footer={
        <Button onPress={onClose} autoFocus keyHint="Esc">
          {t`Close`}
        </Button>
      }
    >
      <ol className="case-ledger">
        <li>{t`${began}, on ${spokenMoment(from, calendar.timeZone)}.`}</li>
        <li>{t`${businessDaysSentence(calendar, from, days, catalogue)} Counted by “${calendar.name}”; the day it begins is not counted.`}</li>
      </ol>
      {hasMoved && <p>{t`The date stays ${spokenMoment(due, calendar.timeZone)}: it was given under earlier rules, and a later change never moves it.`}</p>}
    </Dialog>
  );
}
