import type { CommandId } from '../../../src-shared/util/ids.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { newCommandId } from '../../data/new-id.ts';
import { commands } from '../../data/run-command.ts';
import type { LetterJob } from './letter-jobs.ts';

export interface NotNoted {
  readonly job: LetterJob;
  /** Why, and what to do. */
  readonly sentence: string;
}

/**
 * Notes each letter on its case, one after the other: the survey of a citizen after what it asks about. `ids`: the same for the same
 * letter when it is tried once more. Never rejects.
 */
export async function noteLetters(jobs: readonly LetterJob[], ids: Map<string, CommandId>): Promise<readonly NotNoted[]> {
  const refused: NotNoted[] = [];
  for (const job of jobs) {
    const sentence = await noteLetter(job, idFor(job, ids));
    if (sentence !== null) refused.push({ job, sentence });
  }
  return refused;
}

function idFor({ key }: LetterJob, ids: Map<string, CommandId>): CommandId {
  const id = ids.get(key) ?? newCommandId();
  ids.set(key, id);
  return id;
}

/** Null: it is noted. */
async function noteLetter({ caseId, writing, event }: LetterJob, commandId: CommandId): Promise<string | null> {
  try {
    const reply = await commands.run({ commandId, caseId, type: 'case.correspond', args: { ...writing, event, isAutomatic: false } });
    return reply.ok ? null : reply.sentence;
  } catch (error) {
    return dataErrorSentence(error);
  }
}
