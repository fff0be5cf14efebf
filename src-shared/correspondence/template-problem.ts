import { t } from '../language/language.ts';
import type { Language } from '../domain/case.ts';
import type { FieldName } from './template-field.ts';

export const TEMPLATE_PROBLEM_REASONS = [
  'unknownField',
  'brokenField',
  'unclosedSection',
  'unopenedSection',
  'missingLanguage',
  'missingText',
  'missingField',
  'emptyField',
] as const;
export type TemplateProblemReason = (typeof TEMPLATE_PROBLEM_REASONS)[number];

export type TemplatePart = 'subject' | 'body';

/**
 * Something that keeps a template from being used, with the place and the way to mend it in `message`.
 *
 * `start` and `end` are offsets into the text of `part` in `language` (both 0 when the problem is not at one place);
 * `line` counts from 1. `field` is the name as it stands in the text, or the field that is missing; null when there is none.
 */
export interface TemplateProblem {
  readonly reason: TemplateProblemReason;
  readonly language: Language;
  readonly part: TemplatePart;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly field: string | null;
  readonly message: string;
}

const LANGUAGE_NAMES: Record<Language, string> = { en: t`English`, es: t`Spanish` };

/** `English`, `Spanish`: as staff read it. */
export function languageName(language: Language): string {
  return LANGUAGE_NAMES[language];
}

/** A problem of the whole text rather than of one place in it. */
export function problemOfText(
  reason: TemplateProblemReason,
  language: Language,
  message: string,
  about: { readonly part?: TemplatePart; readonly field?: FieldName } = {},
): TemplateProblem {
  return { reason, language, part: about.part ?? 'body', line: 1, start: 0, end: 0, field: about.field ?? null, message };
}
