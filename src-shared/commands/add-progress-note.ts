import { z } from 'zod';
import { accept, type Ruling } from '../domain/decision.ts';
import { t } from '../language/language.ts';
import { requiredText } from '../util/text.ts';
import { defineCommand } from './command.ts';
import { nextProgressBy } from './task-dates.ts';

export const AddProgressNoteArgs = z.object({ text: requiredText(10_000, () => t`Write what has been done`) });

/** Reports progress on the work (S2, Step 3.6). A case that was waiting is in progress from here on. */
export const addProgressNote = defineCommand({
  type: 'case.addProgressNote',
  v: 1,
  args: AddProgressNoteArgs,
  decide(current, { args, madeAt }, { catalogue }): Ruling {
    return accept({ kind: 'progressNoteAdded', text: args.text, nextProgressBy: nextProgressBy(catalogue, current, madeAt) });
  },
});
