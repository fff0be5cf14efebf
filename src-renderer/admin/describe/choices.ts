/** Lists that several sections offer, in the words of the screen. A choice of '' stands for null. */
import type { Role } from '../../../src-shared/catalogue/catalogue.ts';
import type { GuideKind } from '../../../src-shared/catalogue/guide.ts';
import type { TimeLimit } from '../../../src-shared/catalogue/time-rules.ts';
import { CHANNELS, type CaseKind } from '../../../src-shared/domain/case.ts';
import { CHANNEL_LABELS, KIND_LABELS } from '../../../src-shared/domain/labels.ts';
import type { FieldChoice } from './field.ts';

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  agent: 'Call-center agent or counter clerk',
  departmentStaff: 'Department staff',
  departmentHead: 'Head of the department',
  cityManager: 'City Manager’s office',
  commission: 'Commission (reads only)',
  hr: 'Human Resources (sealed complaints)',
  administrator: 'Administrator',
};

export const GUIDE_KIND_LABELS: Readonly<Record<GuideKind, string>> = {
  guide: 'Guide: how a service works',
  script: 'Script: words to say',
  guideline: 'Guideline: how we deal with citizens',
  policy: 'Policy: a rule of the city',
};

export const LIMIT_UNIT_LABELS: Readonly<Record<TimeLimit['unit'], string>> = {
  elapsedHours: 'hours, day and night',
  businessHours: 'working hours',
  businessDays: 'business days',
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
