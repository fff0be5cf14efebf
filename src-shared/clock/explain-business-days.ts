/** Why a date that is so many business days away is what it is: for tasks, reports of progress and follow-ups. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { BusinessCalendar } from '../catalogue/time-rules.ts';
import type { UtcMs } from '../util/time.ts';
import { addBusinessDays, type CalendarDay } from './business-calendar.ts';
import type { OddDay } from './ledger-step.ts';
import { ledgerSentences } from './ledger-sentences.ts';

/** `2 business days, not counting the first day, end at closing time on Wednesday, November 25, 2026. Not counted: ...`: to be read aloud. */
export function businessDaysSentence(calendar: BusinessCalendar, from: UtcMs, days: number, catalogue: Catalogue): string {
  const { due, skipped } = addBusinessDays(calendar, from, days);
  const limit = { unit: 'businessDays' as const, amount: days, source: '' };
  const steps = [{ kind: 'limit' as const, limit, unpausedDue: due, due, oddDays: skipped.map(oddDay), breaks: [] }];
  return ledgerSentences({ due, isPaused: false, steps }, { clock: 'resolve', timeZone: calendar.timeZone, catalogue }).join(' ');
}

function oddDay({ date, exceptionName: name }: CalendarDay): OddDay {
  return { date, kind: name === null ? 'rest' : 'holiday', name, hours: [] };
}
