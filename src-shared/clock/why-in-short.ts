import type { DueDate } from './explain-due.ts';
import { t } from '../language/language.ts';
import { durationWords } from '../util/moment.ts';
import { limitWords } from './ledger-sentences.ts';

/**
 * Why a date is what it is, in one line: `2 business days from receipt · stood still 3 days`. The ledger has every step.
 *
 * Only pauses that moved this date are counted; one that lasts is said as lasting.
 */
export function whyInShort({ steps, isPaused }: DueDate): string {
  const binding = steps.findLast((step) => step.kind === 'binds');
  const stoodMs = steps.reduce((sum, step) => (step.kind === 'pause' && step.stopsClock && step.dueAfter !== step.dueBefore ? sum + step.lastedMs : sum), 0);
  const counted = binding === undefined ? '' : t`${limitWords(binding.limit)} from receipt`;
  const stood = stoodMs === 0 ? '' : isPaused ? t`stands still, so far ${durationWords(stoodMs)}` : t`stood still ${durationWords(stoodMs)}`;
  return [counted, stood || (isPaused ? t`stands still` : '')].filter(Boolean).join(' · ');
}
