import { z } from 'zod';
import { escalationFacts } from '../domain/escalate.ts';
import { accept, type Ruling } from '../domain/decision.ts';
import { defineCommand } from './command.ts';

export const WatchClockArgs = z.object({});

/**
 * Given by the server alone, when a promise has been missed or somebody has to be told of one. That it was missed is stated
 * by `decide` itself, before every command; what is added here is who is told (OV-2). Refuses: nothingToChange.
 */
export const watchClock = defineCommand({
  type: 'case.watchClock',
  v: 1,
  args: WatchClockArgs,
  decide(current, { madeAt }, context): Ruling {
    return accept(...escalationFacts(current, madeAt, context));
  },
});
