import { z } from 'zod';
import { t } from '../language/language.ts';
import { Code, CommandId, StaffId } from '../util/ids.ts';
import { UtcMs } from '../util/time.ts';

/** What a suggestion is about; `code` is that of a service or guide, null for anything else. */
export const SuggestionSubject = z
  .object({ kind: z.enum(['service', 'guide', 'other']), code: Code.nullable() })
  .refine(({ kind, code }) => (kind === 'other') === (code === null), { error: () => t`A service or a guide is named by its code, anything else by none` });
export type SuggestionSubject = z.infer<typeof SuggestionSubject>;

export const SuggestionState = z.enum(['open', 'accepted', 'declined']);
export type SuggestionState = z.infer<typeof SuggestionState>;

/** How somebody would have a service, a script or the office get better (KN-3). `id` is the id of the command that made it. */
export const Suggestion = z.object({
  id: CommandId,
  about: SuggestionSubject,
  text: z.string(),
  by: StaffId,
  at: UtcMs,
  state: SuggestionState,
  /** What its author is told; empty while it is open. */
  answer: z.string(),
  answeredBy: StaffId.nullable(),
  answeredAt: UtcMs.nullable(),
  /** Command that last answered it, null while it is open: the basis another answer is checked against. */
  answeredIn: CommandId.nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;
