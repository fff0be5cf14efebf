import { z } from 'zod';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { CaseId } from '../util/ids.ts';
import { freeText } from '../util/text.ts';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { defineCommand } from './command.ts';

export const AbsorbCaseArgs = z.object({
  caseId: CaseId,
  trackingNumber: TrackingNumber,
  /** Name of the other case's citizen, for the list on this one. */
  citizen: freeText(400),
});

/** The other side of `case.merge`, on the case that goes on. Refuses: sameCase, nothingToChange. */
export const absorbCase = defineCommand({
  type: 'case.absorb',
  v: 1,
  args: AbsorbCaseArgs,
  decide(current, { args }): Ruling {
    if (args.caseId === current.id) return refuse('sameCase');
    if (current.absorbed.some(({ caseId }) => caseId === args.caseId)) return refuse('nothingToChange');
    return accept({ kind: 'absorbed', ...args });
  },
});
