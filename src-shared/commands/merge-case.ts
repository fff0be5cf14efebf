import { z } from 'zod';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { CaseId } from '../util/ids.ts';
import { freeText } from '../util/text.ts';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { defineCommand } from './command.ts';

export const MergeCaseArgs = z.object({ intoCaseId: CaseId, intoTrackingNumber: TrackingNumber, reason: freeText(2_000) });

/**
 * Makes a case part of another one that is the same thing (DU-1): the work goes on there, and the citizens of this one hear of
 * it under their own number. Nothing of either is moved or lost, so that `case.unmerge` can undo it at any time. The other
 * side is told by `case.absorb`, given together with this.
 *
 * Refuses: sameCase, alreadyMerged, mergeCircle when the other case is part of this one.
 */
export const mergeCase = defineCommand({
  type: 'case.merge',
  v: 1,
  args: MergeCaseArgs,
  decide(current, { args }): Ruling {
    if (args.intoCaseId === current.id) return refuse('sameCase');
    if (current.mergedInto !== null) return refuse('alreadyMerged', { trackingNumber: current.mergedInto.trackingNumber });
    if (current.absorbed.some(({ caseId }) => caseId === args.intoCaseId)) return refuse('mergeCircle');
    return accept({ kind: 'merged', ...args });
  },
});
