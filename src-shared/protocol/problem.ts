import { z } from 'zod';

/**
 * An HTTP error body (RFC 9457). `title` says what happened, `detail` what to do next, both for people; `code` is for programs.
 */
export const Problem = z.object({
  type: z.string().default('about:blank'),
  status: z.int(),
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  instance: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
