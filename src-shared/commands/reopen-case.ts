import { z } from 'zod';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { t } from '../language/language.ts';
import { requiredText } from '../util/text.ts';
import { defineCommand } from './command.ts';

export const ReopenCaseArgs = z.object({ reason: requiredText(2_000, () => t`Say why the case is reopened`) });

/** Opens a closed case again. Its promises and its history stay as they were. Refuses: alreadyMerged. */
export const reopenCase = defineCommand({
  type: 'case.reopen',
  v: 1,
  args: ReopenCaseArgs,
  decide(current, { args }): Ruling {
    if (current.mergedInto !== null) return refuse('alreadyMerged', { trackingNumber: current.mergedInto.trackingNumber });
    return accept({ kind: 'reopened', reason: args.reason });
  },
});
