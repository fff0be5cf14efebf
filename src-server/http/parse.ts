import type { z } from 'zod';
import { malformedRequest } from './problem.ts';

/** Parses what came over the wire, or throws a 400 that names the first wrong place but repeats nothing of its content. */
export function parseRequest<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw malformedRequest(firstProblem(parsed.error));
}

/** `commands.3.seq: Invalid input` — path and reason of the first issue. */
export function firstProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'no reason known';
  const path = issue.path.map(String).join('.');
  return path === '' ? issue.message : `${path}: ${issue.message}`;
}
