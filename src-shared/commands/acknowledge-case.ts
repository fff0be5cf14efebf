import { z } from 'zod';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { ContactMethod } from '../domain/fact.ts';
import { freeText } from '../util/text.ts';
import { defineCommand } from './command.ts';

export const AcknowledgeCaseArgs = z.object({ method: ContactMethod, text: freeText(10_000) });

/**
 * Notes that the citizen was told that the city has their letter or complaint, and its number (S1; S3, B.1). It is no answer.
 *
 * Refuses: nothingToChange when they know already.
 */
export const acknowledgeCase = defineCommand({
  type: 'case.acknowledge',
  v: 1,
  args: AcknowledgeCaseArgs,
  decide(current, { args, madeAt }): Ruling {
    if (current.acknowledgedAt !== null && current.acknowledgedAt <= madeAt) return refuse('nothingToChange');
    return accept({ kind: 'acknowledged', ...args });
  },
});
