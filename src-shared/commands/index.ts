/** The closed union of all commands. A new command is a file beside this one, an entry here and a row in `transitions.ts`. */
import { z } from 'zod';
import { addCoReporter } from './add-co-reporter.ts';
import { addNote } from './add-note.ts';
import { addProgressNote } from './add-progress-note.ts';
import { assignCase } from './assign-case.ts';
import { attachFile } from './attach-file.ts';
import { closeCase } from './close-case.ts';
import { CommandEnvelope } from './command.ts';
import { editCase } from './edit-case.ts';
import { holdCase } from './hold-case.ts';
import { linkCase } from './link-case.ts';
import { logContact } from './log-contact.ts';
import { openCase } from './open-case.ts';
import { referCase } from './refer-case.ts';
import { reopenCase } from './reopen-case.ts';
import { resumeCase } from './resume-case.ts';
import { takeCase } from './take-case.ts';
import { transferCase } from './transfer-case.ts';

const full = <Type extends string, Args extends z.ZodType>(definition: { type: Type; args: Args }) =>
  CommandEnvelope.extend({ type: z.literal(definition.type), v: z.literal(1), args: definition.args });

/** Any command, complete with its envelope. Parse everything that comes over a wire or from disk with this. */
export const Command = z.discriminatedUnion('type', [
  full(openCase),
  full(editCase),
  full(assignCase),
  full(takeCase),
  full(transferCase),
  full(referCase),
  full(logContact),
  full(addNote),
  full(addProgressNote),
  full(holdCase),
  full(resumeCase),
  full(closeCase),
  full(reopenCase),
  full(addCoReporter),
  full(attachFile),
  full(linkCase),
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];
export const COMMAND_TYPES = Command.options.map((option) => option.shape.type.value);
