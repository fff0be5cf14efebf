import { z } from 'zod';
import { accept, type Ruling } from '../domain/decision.ts';
import { t } from '../language/language.ts';
import { requiredText } from '../util/text.ts';
import { defineCommand } from './command.ts';

export const AddNoteArgs = z.object({ text: requiredText(10_000, () => t`Write the note`) });

/** Adds an internal note. Notes never conflict: every one is kept. */
export const addNote = defineCommand({
  type: 'case.addNote',
  v: 1,
  args: AddNoteArgs,
  decide(_current, { args }): Ruling {
    return accept({ kind: 'noteAdded', text: args.text });
  },
});
