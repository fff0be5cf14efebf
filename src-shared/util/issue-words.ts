/**
 * What a schema finds wrong, in the interface's language, where the schema says nothing of its own. Zod's own words are English, and about programs.
 *
 * Given with each reading whose findings a person may see: `schema.safeParse(value, { error: issueWords })`. A schema's own message comes first.
 */
import type { z } from 'zod';
import { t } from '../language/language.ts';

type Issue = z.core.$ZodRawIssue;

/** A whole sentence without the place, which the caller names. */
export function issueWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(issue) ? t`It is missing.` : kindWords(issue.expected);
    case 'invalid_value':
      return t`One of these belongs here: ${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`;
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'not_multiple_of':
      return t`It is a multiple of ${String(issue.divisor)}.`;
    case 'unrecognized_keys':
      return t`“${issue.keys.join('”, “')}” does not belong here. Remove it, or correct its name.`;
    case 'invalid_format':
      return formatWords(issue.format);
    default:
      return looksDifferent();
  }
}

/** A schema's own message, which ends without a stop, as a sentence. */
export function asSentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

/** Whether nothing at all stands where something belongs. */
export function isMissing({ input }: Issue): boolean {
  return input === undefined;
}

function kindWords(expected: string): string {
  switch (expected) {
    case 'string':
      return t`A text belongs here.`;
    case 'number':
      return t`A number belongs here.`;
    case 'int':
      return t`A whole number belongs here.`;
    case 'boolean':
      return t`Yes or no belongs here.`;
    case 'array':
      return t`A list belongs here.`;
    default:
      return looksDifferent();
  }
}

function tooSmall({ origin, minimum, inclusive }: Extract<Issue, { code: 'too_small' }>): string {
  const least = String(minimum);
  if (origin === 'array') return t`At least ${least} of them belong here.`;
  if (origin === 'string') return Number(minimum) <= 1 ? t`It must not be empty.` : t`It has at least ${least} characters.`;
  return inclusive === false ? t`It is more than ${least}.` : t`It is at least ${least}.`;
}

function tooBig({ origin, maximum, inclusive }: Extract<Issue, { code: 'too_big' }>): string {
  const most = String(maximum);
  if (origin === 'array') return t`At most ${most} of them belong here.`;
  if (origin === 'string') return t`It has at most ${most} characters.`;
  return inclusive === false ? t`It is less than ${most}.` : t`It is at most ${most}.`;
}

function formatWords(format: string): string {
  if (format === 'email') return t`An email address belongs here, such as desk@city.gov.`;
  if (format === 'url') return t`A whole web address belongs here, such as https://city.gov/case.`;
  if (format === 'date') return t`A date belongs here, such as 2026-10-02.`;
  return looksDifferent();
}

function looksDifferent(): string {
  return t`What belongs here looks different. Compare it with an entry that holds.`;
}
