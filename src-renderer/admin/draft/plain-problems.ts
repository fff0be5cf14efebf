/** What a schema says is wrong, in words for whoever fills the form. */
import type { z } from 'zod';
import type { Field } from '../describe/field.ts';
import { type FieldProblem, fieldsOf, type SectionForm } from '../describe/section-form.ts';
import { schemaOfEntry } from '../describe/entry-schema.ts';
import type { Entry } from '../../../src-shared/catalogue/sections.ts';

/** All that keeps an entry from being kept, by field; empty: nothing. */
export function problemsOfEntry(form: SectionForm, entry: Entry): readonly FieldProblem[] {
  const parsed = schemaOfEntry(form.section).safeParse(entry);
  const ofSchema = parsed.success ? [] : parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), sentence: issueWords(issue, fieldAt(fieldsOf(form), issue.path)) }));
  return [...ofSchema, ...(form.check?.(entry) ?? [])];
}

/** The innermost field a path of the schema leads to; null for what is no field. */
function fieldAt(fields: readonly Field[], [key, ...rest]: readonly PropertyKey[]): Field | null {
  const field = fields.find((one) => one.key === key) ?? null;
  if (field?.kind !== 'list' || rest.length < 2) return field;
  return fieldAt(field.fields, rest.slice(1)) ?? field;
}

type Issue = z.core.$ZodIssue;

function issueWords(issue: Issue, field: Field | null): string {
  const ofKind = field === null ? null : KIND_WORDS[field.kind];
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_value':
    case 'invalid_union':
      return ofKind ?? 'Fill this in.';
    case 'too_small':
      return tooSmall(issue, field);
    case 'too_big':
      return issue.origin === 'string' ? `At most ${String(issue.maximum)} characters.` : issue.origin === 'array' ? `At most ${String(issue.maximum)} of them.` : `At most ${String(issue.maximum)}.`;
    case 'invalid_format':
      return formatWords(issue, field);
    default:
      return sentence(issue.message);
  }
}

/** What fits no field of a kind at all, such as letters where a number belongs. */
const KIND_WORDS: Partial<Record<Field['kind'], string>> = {
  number: 'Write a number.',
  choice: 'Choose one.',
  entry: 'Choose one of the list.',
  hours: 'Write hours like 8:00-12:00, 13:00-17:00, or nothing for a closed day.',
  week: 'Write hours like 8:00-12:00, 13:00-17:00, or nothing for a closed day.',
  corners: 'Write one corner a line: latitude, longitude, such as 26.526, -80.0765.',
  target: 'Choose who is told.',
  day: 'Choose a date.',
};

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>, field: Field | null): string {
  if (issue.origin === 'string') return field?.kind === 'texts' ? 'No line may be empty.' : (KIND_WORDS_WHEN_EMPTY[field?.kind ?? 'text'] ?? 'Fill this in.');
  if (issue.origin === 'array') return 'Choose at least one.';
  const least = Number(issue.minimum);
  return issue.inclusive === false ? `Write a number above ${least}.` : `At least ${least}.`;
}

const KIND_WORDS_WHEN_EMPTY: Partial<Record<Field['kind'], string>> = { entry: 'Choose one of the list.', choice: 'Choose one.', day: 'Choose a date.' };

function formatWords(issue: Extract<Issue, { code: 'invalid_format' }>, field: Field | null): string {
  if (field?.kind === 'entry') return 'Choose one of the list.';
  if (issue.format === 'email') return field?.kind === 'texts' ? 'Write one email address a line, such as desk@city.gov.' : 'Write an email address, such as desk@city.gov.';
  if (issue.format === 'url') return 'Write a whole web address, such as https://city.gov/case.';
  if (issue.format === 'date') return 'Choose a date.';
  if (isCodeField(field)) return field.key === 'id' ? 'Small letters, digits, dots and dashes, such as a.rivera.' : 'Letters, digits, dots and dashes, such as WATER-LEAK.';
  return sentence(issue.message);
}

function isCodeField(field: Field | null): field is Extract<Field, { kind: 'text' }> {
  return field?.kind === 'text' && (field.isCode === true || field.key === 'code');
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
