/** What a schema says is wrong with a value in a file, for whoever mends the file: what belongs there, in words. */
import { t } from '../language/language.ts';
import type { z } from 'zod';
import { isMissing, issueWords } from '../util/issue-words.ts';

type Issue = z.core.$ZodRawIssue;

/** `A number without quotation marks belongs here.`; without the place, which the caller names. Given with the reading, as `issueWords` is. */
export function fileIssueWords(issue: Issue): string {
  const kind = issue.code === 'invalid_type' ? KINDS[issue.expected] : undefined;
  if (kind === undefined) return issueWords(issue);
  return isMissing(issue) ? kind.missing() : kind.other();
}

const AN_ENTRY = { missing: () => t`It is missing; an entry in { } belongs here.`, other: () => t`An entry in { } belongs here.` };

const KINDS: Readonly<Record<string, { readonly missing: () => string; readonly other: () => string }>> = {
  string: { missing: () => t`It is missing; a text in quotation marks belongs here.`, other: () => t`A text in quotation marks belongs here.` },
  number: { missing: () => t`It is missing; a number without quotation marks belongs here.`, other: () => t`A number without quotation marks belongs here.` },
  int: { missing: () => t`It is missing; a whole number without quotation marks belongs here.`, other: () => t`A whole number without quotation marks belongs here.` },
  boolean: { missing: () => t`It is missing; true or false without quotation marks belongs here.`, other: () => t`True or false without quotation marks belongs here.` },
  array: { missing: () => t`It is missing; a list in [ ] belongs here.`, other: () => t`A list in [ ] belongs here.` },
  object: AN_ENTRY,
  record: AN_ENTRY,
};
