import { z } from 'zod';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { defineCommand } from './command.ts';

export const LogOpeningArgs = z.object({});

/** Notes that the author looked at a sealed case; given by the workstation itself when it shows one (CO-6). Refuses: notSealed. */
export const logOpening = defineCommand({
  type: 'case.logOpening',
  v: 1,
  args: LogOpeningArgs,
  decide(current): Ruling {
    return current.isSealed ? accept({ kind: 'sealedOpened' }) : refuse('notSealed');
  },
});
