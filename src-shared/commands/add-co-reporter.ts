import { z } from 'zod';
import { Channel, Person, Pin } from '../domain/case.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { UtcMs } from '../util/time.ts';
import { defineCommand } from './command.ts';

/** The number is taken from the workstation's own pool in the same transaction: every caller gets one of their own. */
export const AddCoReporterArgs = z.object({
  trackingNumber: TrackingNumber,
  person: Person.nullable(),
  channel: Channel,
  receivedAt: UtcMs,
  pin: Pin,
});

/** Adds a caller who reports the same thing, instead of a second case. Refuses: trackingNumberTaken. */
export const addCoReporter = defineCommand({
  type: 'case.addCoReporter',
  v: 1,
  args: AddCoReporterArgs,
  decide(current, { args }): Ruling {
    const isTaken =
      current.trackingNumber === args.trackingNumber ||
      current.coReporters.some((reporter) => reporter.trackingNumber === args.trackingNumber);
    if (isTaken) return refuse('trackingNumberTaken', { trackingNumber: args.trackingNumber });
    return accept({ kind: 'coReporterAdded', ...args });
  },
});
