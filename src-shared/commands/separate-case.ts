import { z } from 'zod';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { CaseId } from '../util/ids.ts';
import { defineCommand } from './command.ts';

export const SeparateCaseArgs = z.object({ caseId: CaseId });

/** The other side of `case.unmerge`. Refuses: nothingToChange when that case is no part of this one. */
export const separateCase = defineCommand({
  type: 'case.separate',
  v: 1,
  args: SeparateCaseArgs,
  decide(current, { args }): Ruling {
    const part = current.absorbed.find(({ caseId }) => caseId === args.caseId);
    if (!part) return refuse('nothingToChange');
    return accept({ kind: 'separated', caseId: part.caseId, trackingNumber: part.trackingNumber });
  },
});
