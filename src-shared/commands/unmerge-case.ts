import { z } from 'zod';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { t } from '../language/language.ts';
import { CaseId } from '../util/ids.ts';
import { requiredText } from '../util/text.ts';
import { defineCommand } from './command.ts';

export const UnmergeCaseArgs = z.object({
  reason: requiredText(2_000, () => t`Say why they are not the same thing`),
  /** The case it was part of on the author's screen. */
  fromCaseId: CaseId.nullable().default(null),
});

/** Undoes a merge: the case goes on as it was before. Refuses: notMerged, alreadyMerged when it is part of another case by now. */
export const unmergeCase = defineCommand({
  type: 'case.unmerge',
  v: 1,
  args: UnmergeCaseArgs,
  decide(current, { args }): Ruling {
    if (current.mergedInto === null) return refuse('notMerged');
    const isAnother = args.fromCaseId !== null && args.fromCaseId !== current.mergedInto.caseId;
    if (isAnother) return refuse('alreadyMerged', { trackingNumber: current.mergedInto.trackingNumber });
    const { caseId, trackingNumber } = current.mergedInto;
    return accept({ kind: 'unmerged', fromCaseId: caseId, fromTrackingNumber: trackingNumber, reason: args.reason });
  },
});
