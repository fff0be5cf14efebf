import { z } from 'zod';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { t } from '../language/language.ts';
import { requiredText } from '../util/text.ts';
import { defineCommand } from './command.ts';

export const CloseFollowUpArgs = z.object({ note: requiredText(10_000, () => t`Write what was done for the citizen`) });

/** Says what was done after a bad rating (SU-2, SU-4). Refuses: noFollowUp. */
export const closeFollowUp = defineCommand({
  type: 'case.closeFollowUp',
  v: 1,
  args: CloseFollowUpArgs,
  decide(current, { args }): Ruling {
    if (current.followUp === null || current.followUp.closedAt !== null) return refuse('noFollowUp');
    return accept({ kind: 'followUpClosed', note: args.note });
  },
});
