import type { z } from 'zod';
import { FIELD_LABELS } from '../../src-shared/domain/labels.ts';

/**
 * What keeps a command from being understood, as a piece of a sentence: `Location: At most 500 characters; note: Write the note`. Fields a
 * form shows have their label, others the name they have in the command. The command is to be read with `{ error: issueWords }`.
 */
export function commandProblem(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${fieldWords(path)}: ${message.replace(/\.$/, '')}`).join('; ');
}

/** Without `args`, in which everything a person gave stands. */
function fieldWords(path: readonly PropertyKey[]): string {
  const [last] = path.slice(-1);
  return FIELD_LABELS[last as keyof typeof FIELD_LABELS] ?? path.slice(1).join('.'); // safe: unknown names fall through to the path
}
