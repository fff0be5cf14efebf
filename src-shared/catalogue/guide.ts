import { z } from 'zod';
import { Code } from '../util/ids.ts';

/** `guide`: how a service works. `script`: words to say. `guideline`: how we deal with citizens (S0). `policy`: a rule of the city. */
export const GUIDE_KINDS = ['guide', 'script', 'guideline', 'policy'] as const;
export const GuideKind = z.enum(GUIDE_KINDS);
export type GuideKind = z.infer<typeof GuideKind>;

/**
 * Something staff read and search at their desk, also with no network (KN-1).
 *
 * `body` is plain text: paragraphs apart by an empty line, `# ` begins a heading, `- ` a line of a list, `> ` words to say
 * aloud. `version` rises by one with every change of the words; who has read which is kept in the office's records.
 */
export const Guide = z.object({
  code: Code,
  kind: GuideKind,
  title: z.string().min(1).max(200),
  body: z.string().min(1).max(40_000),
  /** Services it belongs to; empty: it is for all. */
  serviceCodes: z.array(Code),
  /** Everybody has to say that they have read it, each new version again (KN-2). */
  isRequiredReading: z.boolean(),
  version: z.int().positive(),
  isActive: z.boolean(),
});
export type Guide = z.infer<typeof Guide>;
