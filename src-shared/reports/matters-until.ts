import type { Case } from '../domain/case-document.ts';

/** Of a case to which something may still happen by itself: an open follow-up becomes late some day, also on a closed case. */
const FOR_EVER = Number.MAX_SAFE_INTEGER;

/**
 * The latest moment of anything a report could count of a closed case: of its last fact, or of a promise that was due later. Reports of
 * months after it need not look at the case. An open case matters to every month, whatever this says.
 */
export function mattersUntil({ history, receivedAt, acknowledgeBy, respondBy, resolveBy, followUp }: Case): number {
  if (followUp !== null && followUp.closedAt === null) return FOR_EVER;
  let last = Math.max(receivedAt, acknowledgeBy ?? 0, respondBy ?? 0, resolveBy ?? 0);
  for (const fact of history) last = Math.max(last, fact.at);
  return last;
}
