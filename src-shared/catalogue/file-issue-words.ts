/** What a schema says is wrong with a value in a file, for whoever mends the file: what belongs there, in words. */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text in quotation marks',
  number: 'a number without quotation marks',
  int: 'a whole number without quotation marks',
  boolean: 'true or false without quotation marks',
  array: 'a list in [ ]',
  object: 'an entry in { }',
  record: 'an entry in { }',
  null: 'null',
};

/** `A number without quotation marks belongs here.`; without the place, which the caller names. */
export function fileIssueWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(issue) ? `It is missing; ${KINDS[issue.expected] ?? issue.expected} belongs here.` : `${capital(KINDS[issue.expected] ?? issue.expected)} belongs here.`;
    case 'invalid_value':
      return `One of these belongs here: ${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`;
    case 'too_small':
      return issue.origin === 'array' ? `At least ${String(issue.minimum)} of them belong here.` : issue.origin === 'string' ? 'It must not be empty.' : `It is at least ${String(issue.minimum)}.`;
    case 'too_big':
      return issue.origin === 'string' ? `It has at most ${String(issue.maximum)} characters.` : `It is at most ${String(issue.maximum)}.`;
    default:
      return /[.!?]$/.test(issue.message) ? issue.message : `${issue.message}.`;
  }
}

/** Zod says so only in its message, in English. */
function isMissing({ message }: Issue): boolean {
  return message.endsWith('received undefined');
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
