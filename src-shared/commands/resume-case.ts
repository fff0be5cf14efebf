import { z } from 'zod';
import { accept, type Ruling } from '../domain/decision.ts';
import { freeText } from '../util/text.ts';
import { defineCommand } from './command.ts';

export const ResumeCaseArgs = z.object({ note: freeText(2_000) });

/** Takes a case off hold; it goes on in the state it had before. */
export const resumeCase = defineCommand({
  type: 'case.resume',
  v: 1,
  args: ResumeCaseArgs,
  decide(_current, { args }): Ruling {
    return accept({ kind: 'resumed', note: args.note });
  },
});
