/** Lists that several sections offer, in the words of the screen. A choice of '' stands for null. */
import { t } from '../../../src-shared/language/language.ts';
import type { Role } from '../../../src-shared/catalogue/catalogue.ts';
import type { GuideKind } from '../../../src-shared/catalogue/guide.ts';
import type { TimeLimit } from '../../../src-shared/catalogue/time-rules.ts';
import { CHANNELS, type CaseKind } from '../../../src-shared/domain/case.ts';
import { CHANNEL_LABELS, KIND_LABELS } from '../../../src-shared/domain/labels.ts';
import type { FieldChoice } from './field.ts';

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  agent: t`Call-center agent or counter clerk`,
  departmentStaff: t`Department staff`,
  departmentHead: t`Head of the department`,
  cityManager: t`City Manager’s office`,
  commission: t`Commission (reads only)`,
  hr: t`Human Resources (sealed complaints)`,
  administrator: t`Administrator`,
};

export const GUIDE_KIND_LABELS: Readonly<Record<GuideKind, string>> = {
  guide: t`Guide: how a service works`,
  script: t`Script: words to say`,
  guideline: t`Guideline: how we deal with citizens`,
  policy: t`Policy: a rule of the city`,
};

export const LIMIT_UNIT_LABELS: Readonly<Record<TimeLimit['unit'], string>> = {
  elapsedHours: t`hours, day and night`,
  businessHours: t`working hours`,
  businessDays: t`business days`,
};

export function choicesOf<Value extends string>(labels: Readonly<Record<Value, string>>): readonly FieldChoice[] {
  return Object.entries<string>(labels).map(([value, label]) => ({ value, label }));
}

export const KINDS = choicesOf<CaseKind>(KIND_LABELS);
export const CHANNEL_CHOICES: readonly FieldChoice[] = CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value] }));

/** The same with null as first choice. */
export function orNothing(label: string, choices: readonly FieldChoice[]): readonly FieldChoice[] {
  return [{ value: '', label }, ...choices];
}
