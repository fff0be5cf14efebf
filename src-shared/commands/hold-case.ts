import { z } from 'zod';
import type { Clock } from '../catalogue/time-rules.ts';
import type { Case } from '../domain/case-document.ts';
import { accept, type DecideContext, refuse, type Ruling } from '../domain/decision.ts';
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
  decide(current, { args }, context): Ruling {
    const { catalogue } = context;
    if (!catalogue.holdReasons.some((reason) => reason.code === args.reasonCode)) {
      return refuse('unknownHoldReason', { reasonCode: args.reasonCode });
    }
    return accept({ kind: 'putOnHold', ...args, pauses: pausesOf(current, args.reasonCode, context) });
  },
});

/** The clocks that stand still: as the rules said when the case was received, else as they say now. */
function pausesOf(current: Case, reasonCode: string, { catalogue, ruleBookFor }: DecideContext): Clock[] {
  const received = ruleBookFor?.(current.catalogueVersion).holdPauses[reasonCode];
  return [...(received ?? catalogue.holdReasons.find(({ code }) => code === reasonCode)?.pauses ?? [])];
}
