import { z } from 'zod';
import { ReferralAgency } from '../domain/case.ts';
import { accept, type Ruling } from '../domain/decision.ts';
import { freeText } from '../util/text.ts';
import { defineCommand } from './command.ts';

export const ReferCaseArgs = z.object({ agency: ReferralAgency, note: freeText(2_000) });

/** Says that an agency outside the city answers for this; its name, address and phone go into reply and slip (S2, Policy). */
export const referCase = defineCommand({
  type: 'case.refer',
  v: 1,
  args: ReferCaseArgs,
  decide(_current, { args }): Ruling {
    return accept({ kind: 'referred', agency: args.agency, note: args.note });
  },
});
