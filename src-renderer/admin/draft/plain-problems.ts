/** What a schema says is wrong, in words for whoever fills the form. */
import { t } from '../../../src-shared/language/language.ts';
import type { z } from 'zod';
import type { Field } from '../describe/field.ts';
import { type FieldProblem, fieldsOf, type SectionForm } from '../describe/section-form.ts';
import { asSentence, issueWords as wordsOfSchema } from '../../../src-shared/util/issue-words.ts';
import { schemaOfEntry } from '../describe/entry-schema.ts';
import type { Entry } from '../../../src-shared/catalogue/sections.ts';

/** All that keeps an entry from being kept, by field; empty: nothing. */
export function problemsOfEntry(form: SectionForm, entry: Entry): readonly FieldProblem[] {
  const parsed = schemaOfEntry(form.section).safeParse(entry, { error: wordsOfSchema });
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
      return ofKind ?? t`Fill this in.`;
    case 'too_small':
      return tooSmall(issue, field);
    case 'too_big':
      return issue.origin === 'string' ? t`At most ${String(issue.maximum)} characters.` : issue.origin === 'array' ? t`At most ${String(issue.maximum)} of them.` : t`At most ${String(issue.maximum)}.`;
    case 'invalid_format':
      return formatWords(issue, field);
    default:
      return asSentence(issue.message);
  }
}

/** What fits no field of a kind at all, such as letters where a number belongs. */
const KIND_WORDS: Partial<Record<Field['kind'], string>> = {
  number: t`Write a number.`,
  choice: t`Choose one.`,
  entry: t`Choose one of the list.`,
  hours: t`Write hours like 8:00-12:00, 13:00-17:00, or nothing for a closed day.`,
  week: t`Write hours like 8:00-12:00, 13:00-17:00, or nothing for a closed day.`,
  corners: t`Write one corner a line: latitude, longitude, such as 26.526, -80.0765.`,
  target: t`Choose who is told.`,
  day: t`Choose a date.`,
};

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>, field: Field | null): string {
  if (issue.origin === 'string') return field?.kind === 'texts' ? t`No line may be empty.` : (KIND_WORDS_WHEN_EMPTY[field?.kind ?? 'text'] ?? t`Fill this in.`);
  if (issue.origin === 'array') return t`Choose at least one.`;
  const least = Number(issue.minimum);
  return issue.inclusive === false ? t`Write a number above ${least}.` : t`At least ${least}.`;
}

const KIND_WORDS_WHEN_EMPTY: Partial<Record<Field['kind'], string>> = { entry: t`Choose one of the list.`, choice: t`Choose one.`, day: t`Choose a date.` };

function formatWords(issue: Extract<Issue, { code: 'invalid_format' }>, field: Field | null): string {
  if (field?.kind === 'entry') return t`Choose one of the list.`;
  if (issue.format === 'email') return field?.kind === 'texts' ? t`Write one email address a line, such as desk@city.gov.` : t`Write an email address, such as desk@city.gov.`;
  if (issue.format === 'url') return t`Write a whole web address, such as https://city.gov/case.`;
  if (issue.format === 'date') return t`Choose a date.`;
  if (isCodeField(field)) return field.key === 'id' ? t`Small letters, digits, dots and dashes, such as a.rivera.` : t`Letters, digits, dots and dashes, such as WATER-LEAK.`;
  return asSentence(issue.message);
}

function isCodeField(field: Field | null): field is Extract<Field, { kind: 'text' }> {
  return field?.kind === 'text' && (field.isCode === true || field.key === 'code');
}
