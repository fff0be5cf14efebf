import { z } from 'zod';
import type { Case } from '../domain/case-document.ts';
import { accept, type DecideContext, refuse, type Ruling } from '../domain/decision.ts';
import { maySee } from '../domain/visibility.ts';
import { CaseId } from '../util/ids.ts';
import { freeText } from '../util/text.ts';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { defineCommand } from './command.ts';

export const MergeCaseArgs = z.object({
  intoCaseId: CaseId,
  intoTrackingNumber: TrackingNumber,
  reason: freeText(2_000),
  /** The author knew that the other case is closed: this one counts as finished with it. */
  isIntoClosed: z.boolean().default(false),
});

/**
 * Makes a case part of another one that is the same thing (DU-1): the work goes on there, and the citizens of this one hear of
 * it under their own number. Nothing of either is moved or lost, so that `case.unmerge` can undo it at any time. The other
 * side is told by `case.absorb`, given together with this and accepted only with it.
 *
 * Only two cases that are part of no other are merged: so there is never a circle, whoever merges what at the same time. A sealed
 * case stays by itself. Refuses: sameCase, alreadyMerged, mergeCircle when the other case is part of this one, sealedStaysAlone; and
 * where the other case is known: caseNotFound, intoMerged when it is part of a third one, intoClosed when it was closed unseen.
 */
export const mergeCase = defineCommand({
  type: 'case.merge',
  v: 1,
  args: MergeCaseArgs,
  decide(current, { args }, context): Ruling {
    if (args.intoCaseId === current.id) return refuse('sameCase');
    if (current.mergedInto !== null) return refuse('alreadyMerged', { trackingNumber: current.mergedInto.trackingNumber });
    if (current.absorbed.some(({ caseId }) => caseId === args.intoCaseId)) return refuse('mergeCircle');
    if (current.isSealed) return refuse('sealedStaysAlone');
    const { isIntoClosed, ...merged } = args;
    return refusalBy(current, isIntoClosed, context.caseOf?.(args.intoCaseId), context) ?? accept({ kind: 'merged', ...merged });
  },
});

/** What the other case says against it; undefined: it is not looked at, as when a command is shown again. */
function refusalBy(current: Case, isIntoClosed: boolean, other: Case | null | undefined, { actor, actsFor }: DecideContext): Ruling | null {
  if (other === undefined) return null;
  const members = [...(actor ? [actor] : []), ...(actsFor ?? [])];
  if (other === null || !members.some((member) => maySee(member, other))) return refuse('caseNotFound');
  if (other.isSealed) return refuse('sealedStaysAlone');
  if (other.mergedInto?.caseId === current.id) return refuse('mergeCircle');
  const { trackingNumber } = other;
  if (other.mergedInto !== null) return refuse('intoMerged', { trackingNumber, intoTrackingNumber: other.mergedInto.trackingNumber });
  return other.state === 'closed' && !isIntoClosed ? refuse('intoClosed', { trackingNumber }) : null;
}
