import { z } from 'zod';
import type { Case } from '../domain/case-document.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { Code } from '../util/ids.ts';
import { requiredText } from '../util/text.ts';
import { IsoDate } from '../util/time.ts';
import { defineCommand } from './command.ts';

export const CloseCaseArgs = z.object({
  disposition: Code,
  closingNote: requiredText(10_000, 'Write the closing note'),
  /** The day the work was complete; required for a construction or major repair. */
  completionDate: IsoDate.nullable(),
});

/**
 * Closes a case with its outcome and a note the citizen can read.
 *
 * A construction or major repair is not closed because somebody responded: it needs the completion date and a progress
 * note (S2, Step 3.6). Refuses: unknownOutcome, majorRepairUnfinished.
 */
export const closeCase = defineCommand({
  type: 'case.close',
  v: 1,
  args: CloseCaseArgs,
  decide(current, { args }, { catalogue }): Ruling {
    if (!catalogue.dispositions.some((disposition) => disposition.code === args.disposition)) {
      return refuse('unknownOutcome', { disposition: args.disposition });
    }
    const missing = current.isMajorRepair && !current.source ? missingForMajorRepair(current, args.completionDate) : [];
    if (missing.length > 0) return refuse('majorRepairUnfinished', { missing });
    return accept({ kind: 'closed', ...args });
  },
});

function missingForMajorRepair(current: Case, completionDate: string | null): readonly string[] {
  return [
    ...(completionDate === null ? ['completionDate'] : []),
    ...(current.lastProgressAt === null ? ['progressNote'] : []),
  ];
}
