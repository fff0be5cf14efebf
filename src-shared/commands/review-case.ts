import { z } from 'zod';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { t } from '../language/language.ts';
import { freeText } from '../util/text.ts';
import { defineCommand } from './command.ts';

export const ReviewCaseArgs = z
  .object({ verdict: z.enum(['complete', 'incomplete']), note: freeText(2_000) })
  .refine(({ verdict, note }) => verdict === 'complete' || note.trim() !== '', { path: ['note'], error: () => t`Say what is missing` });

/**
 * Says whether a closed case was answered well and completely (RC-8; S2, Purpose: "monitoring quality and completeness of staff
 * response"). An incomplete one is open again, with what is missing as the reason. Given by heads of the case's department and the
 * City Manager's office; nobody judges their own closing. Refuses: alreadyMerged, alreadyReviewed, ownClosing.
 */
export const reviewCase = defineCommand({
  type: 'case.review',
  v: 1,
  args: ReviewCaseArgs,
  decide(current, { args, userId }): Ruling {
    if (current.mergedInto !== null) return refuse('alreadyMerged', { trackingNumber: current.mergedInto.trackingNumber });
    if (current.review !== null) return refuse('alreadyReviewed', { by: current.review.by });
    if (current.history.findLast(({ kind }) => kind === 'closed')?.by === userId) return refuse('ownClosing');
    const { verdict, note } = args;
    return verdict === 'complete' ? accept({ kind: 'reviewed', verdict, note }) : accept({ kind: 'reviewed', verdict, note }, { kind: 'reopened', reason: note });
  },
});
