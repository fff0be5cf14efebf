import { t } from '../language/language.ts';
import { exactMoment } from '../util/moment.ts';
import type { UtcMs } from '../util/time.ts';
import type { DueDate } from './explain-due.ts';
import { limitWords } from './ledger-sentences.ts';
import type { LedgerStep } from './ledger-step.ts';
import { spokenLength } from './spoken-time.ts';

/**
 * Why a case is late, in one short line: `72 hours from receipt (CAS 2.3) ended Mon 5 Oct 16:00`. Time on hold that moved the date is
 * named. To be shown only where the date has passed; the line does not look at a clock but for leaving out this year.
 */
export function whyLate(due: DueDate, { now, timeZone }: { readonly now: UtcMs; readonly timeZone: string }): string {
  const binding = due.steps.find((step) => step.kind === 'binds');
  if (!binding) return t`It was due ${exactMoment(due.due, now, timeZone)}`;
  const { limit } = binding;
  const pausedMs = due.steps.filter(movedTheDate).reduce((sum, { lastedMs }) => sum + lastedMs, 0);
  const source = limit.source === '' ? '' : ` (${limit.source})`;
  const ended = exactMoment(due.due, now, timeZone);
  if (pausedMs === 0) return t`${limitWords(limit)} from receipt${source} ended ${ended}`;
  return t`${limitWords(limit)} from receipt${source} and ${spokenLength(pausedMs)} on hold ended ${ended}`;
}

function movedTheDate(step: LedgerStep): step is Extract<LedgerStep, { kind: 'pause' }> {
  return step.kind === 'pause' && step.dueAfter > step.dueBefore;
}
