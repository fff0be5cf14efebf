import { z } from 'zod';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { Code } from '../util/ids.ts';
import { freeText } from '../util/text.ts';
import { IsoDate } from '../util/time.ts';
import { defineCommand } from './command.ts';

export const HoldCaseArgs = z.object({ reasonCode: Code, note: freeText(2_000), until: IsoDate.nullable() });

/** Puts a case on hold for a reason the city has set. Refuses: unknownHoldReason. */
export const holdCase = defineCommand({
  type: 'case.hold',
  v: 1,
  args: HoldCaseArgs,
  decide(_current, { args }, { catalogue }): Ruling {
    if (!catalogue.holdReasons.some((reason) => reason.code === args.reasonCode)) {
      return refuse('unknownHoldReason', { reasonCode: args.reasonCode });
    }
    return accept({ kind: 'putOnHold', ...args });
  },
});
