/** Why a date is what it is, in sentences a clerk can read aloud to a citizen. */
import type { DueDate, LedgerStep } from '../../src-shared/clock/explain-due.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { exactMoment } from '../ui/moment.ts';
import { isoDayWords } from './story/iso-day.ts';

export interface LedgerContext {
  readonly now: UtcMs;
  readonly timeZone: string;
  /** What the date promises, inside a sentence: `an answer is due`, `the work is due`. */
  readonly promise: string;
  /** How the case reached the city: `phone`. */
  readonly channel: string;
}

/** One sentence for each step, in order. */
export function ledgerSentences(due: DueDate, context: LedgerContext): readonly string[] {
  return due.steps.map((step) => sentence(step, context));
}

function sentence(step: LedgerStep, context: LedgerContext): string {
  const when = (at: UtcMs): string => exactMoment(at, context.now, context.timeZone);
  switch (step.kind) {
    case 'received':
      return `The case reached the city on ${when(step.at)} (${context.channel}).`;
    case 'elapsedHours':
      return `${step.hours} hours from then, day and night, end on ${when(step.due)} (${step.source}).`;
    case 'businessDays': {
      const days = step.days === 1 ? 'One business day ends' : `${step.days} business days end`;
      return `${days} at closing time on ${when(step.due)} (${step.source}).${skippedWords(step.skipped, context)}`;
    }
    case 'binds':
      return step.over === null
        ? `So ${context.promise} by ${when(step.due)}.`
        : `The earlier of the two binds, so ${context.promise} by ${when(step.due)}.`;
  }
}

function skippedWords(skipped: readonly { readonly date: string; readonly name: string | null }[], context: LedgerContext): string {
  if (skipped.length === 0) return '';
  const days = skipped.map(({ date, name }) => `${isoDayWords(date, context.now, context.timeZone)} (${name ?? 'closed'})`);
  return ` Not counted: ${listWords(days)}.`;
}

function listWords(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
