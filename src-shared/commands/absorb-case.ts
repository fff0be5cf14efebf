import { z } from 'zod';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { CaseId, CommandId } from '../util/ids.ts';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { defineCommand } from './command.ts';

export const AbsorbCaseArgs = z.object({
  caseId: CaseId,
  trackingNumber: TrackingNumber,
  /** Id of the `case.merge` it was given with: where that had no effect, this has none. */
  mergeUid: CommandId.nullable().default(null),
});

/** The other side of `case.merge`, on the case that goes on. Refuses: sameCase, nothingToChange; at the server mergeRefused. */
export const absorbCase = defineCommand({
  type: 'case.absorb',
  v: 1,
  args: AbsorbCaseArgs,
  decide(current, { args }): Ruling {
    if (args.caseId === current.id) return refuse('sameCase');
    if (current.absorbed.some(({ caseId }) => caseId === args.caseId)) return refuse('nothingToChange');
    const { caseId, trackingNumber } = args;
    return accept({ kind: 'absorbed', caseId, trackingNumber });
  },
});
