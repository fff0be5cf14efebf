import { z } from 'zod';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { CaseId, CommandId } from '../util/ids.ts';
import { defineCommand } from './command.ts';

export const SeparateCaseArgs = z.object({
  caseId: CaseId,
  /** Id of the `case.unmerge` it was given with: where that had no effect, this has none. */
  unmergeUid: CommandId.nullable().default(null),
});

/** The other side of `case.unmerge`. Refuses: nothingToChange when that case is no part of this one; at the server mergeRefused. */
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
