/** What a schema says is wrong with a value in a file, for whoever mends the file: what belongs there, in words. */
import { t } from '../language/language.ts';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: t`a text in quotation marks`,
  number: t`a number without quotation marks`,
  int: t`a whole number without quotation marks`,
  boolean: t`true or false without quotation marks`,
  array: t`a list in [ ]`,
  object: t`an entry in { }`,
  record: t`an entry in { }`,
  null: 'null',
};

/** `A number without quotation marks belongs here.`; without the place, which the caller names. */
export function fileIssueWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(issue) ? t`It is missing; ${KINDS[issue.expected] ?? issue.expected} belongs here.` : t`${capital(KINDS[issue.expected] ?? issue.expected)} belongs here.`;
    case 'invalid_value':
      return t`One of these belongs here: ${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`;
    case 'too_small':
      return issue.origin === 'array' ? t`At least ${String(issue.minimum)} of them belong here.` : issue.origin === 'string' ? t`It must not be empty.` : t`It is at least ${String(issue.minimum)}.`;
    case 'too_big':
      return issue.origin === 'string' ? t`It has at most ${String(issue.maximum)} characters.` : t`It is at most ${String(issue.maximum)}.`;
    case 'unrecognized_keys':
      return t`“${issue.keys.join('”, “')}” does not belong here. Remove it, or correct its name.`;
    case 'invalid_format':
      if (isOwnWording(issue)) return formatWords(issue.format);
      return sentence(issue.message);
    default:
      return isOwnWording(issue) ? t`What belongs here looks different. Compare it with an entry that holds.` : sentence(issue.message);
  }
}

/** What Zod says where the schema has no words of its own: English, and about programs. */
function isOwnWording({ message }: Issue): boolean {
  return message.startsWith('Invalid ');
}

function formatWords(format: string): string {
  if (format === 'email') return t`An email address belongs here, such as desk@city.gov.`;
  if (format === 'url') return t`A whole web address belongs here, such as https://city.gov/case.`;
  if (format === 'date') return t`A date belongs here, such as 2026-10-02.`;
  return t`What belongs here looks different. Compare it with an entry that holds.`;
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

/** Zod says so only in its message, in English. */
function isMissing({ message }: Issue): boolean {
  return message.endsWith('received undefined');
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
