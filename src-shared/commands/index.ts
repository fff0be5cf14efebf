/** The closed union of all commands. A new command is a file beside this one, an entry here and a row in `transitions.ts`. */
import { z } from 'zod';
import { addCoReporter } from './add-co-reporter.ts';
import { addNote } from './add-note.ts';
import { addProgressNote } from './add-progress-note.ts';
import { assignCase } from './assign-case.ts';
import { attachFile } from './attach-file.ts';
import { closeCase } from './close-case.ts';
import { CommandEnvelope, type Upcast } from './command.ts';
import { editCase } from './edit-case.ts';
import { holdCase } from './hold-case.ts';
import { acknowledgeCase } from './acknowledge-case.ts';
import { addTask } from './add-task.ts';
import { assignTask } from './assign-task.ts';
import { finishTask } from './finish-task.ts';
import { mergeCase } from './merge-case.ts';
import { unmergeCase } from './unmerge-case.ts';
import { absorbCase } from './absorb-case.ts';
import { separateCase } from './separate-case.ts';
import { unlinkCase } from './unlink-case.ts';
import { correspond } from './correspond.ts';
import { recordSurvey } from './record-survey.ts';
import { closeFollowUp } from './close-follow-up.ts';
import { sealCase } from './seal-case.ts';
import { logOpening } from './log-opening.ts';
import { reviewCase } from './review-case.ts';
import { tellSupervisor } from './tell-supervisor.ts';
import { watchClock } from './watch-clock.ts';
import { linkCase } from './link-case.ts';
import { logContact } from './log-contact.ts';
import { openCase } from './open-case.ts';
import { referCase } from './refer-case.ts';
import { reopenCase } from './reopen-case.ts';
import { resumeCase } from './resume-case.ts';
import { takeCase } from './take-case.ts';
import { transferCase } from './transfer-case.ts';

const full = <Type extends string, Args extends z.ZodType>(definition: { type: Type; v: number; args: Args }) =>
  CommandEnvelope.extend({ type: z.literal(definition.type), v: z.literal(definition.v), args: definition.args });

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
  full(acknowledgeCase),
  full(addTask),
  full(assignTask),
  full(finishTask),
  full(mergeCase),
  full(unmergeCase),
  full(absorbCase),
  full(separateCase),
  full(unlinkCase),
  full(correspond),
  full(recordSurvey),
  full(closeFollowUp),
  full(sealCase),
  full(logOpening),
  full(reviewCase),
  full(tellSupervisor),
  full(watchClock),
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];
export const COMMAND_TYPES = Command.options.map((option) => option.shape.type.value);

const DEFINITIONS: readonly { readonly type: string; readonly v: number; readonly upcasts?: Readonly<Record<number, Upcast>> }[] = [
  openCase,
  editCase,
  assignCase,
  takeCase,
  transferCase,
  referCase,
  logContact,
  addNote,
  addProgressNote,
  holdCase,
  resumeCase,
  closeCase,
  reopenCase,
  addCoReporter,
  attachFile,
  linkCase,
  acknowledgeCase,
  addTask,
  assignTask,
  finishTask,
  mergeCase,
  unmergeCase,
  absorbCase,
  separateCase,
  unlinkCase,
  correspond,
  recordSurvey,
  closeFollowUp,
  sealCase,
  logOpening,
  reviewCase,
  tellSupervisor,
  watchClock,
];
/** The newest version of each type; commands are made in it. */
export const COMMAND_VERSIONS: ReadonlyMap<string, number> = new Map(DEFINITIONS.map(({ type, v }) => [type, v]));
/** How to bring an older version up to date; see `upcast`. */
export const UPCASTS: ReadonlyMap<string, Readonly<Record<number, Upcast>>> = new Map(DEFINITIONS.map(({ type, upcasts }) => [type, upcasts ?? {}]));
