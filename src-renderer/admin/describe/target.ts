import { t } from '../../../src-shared/language/language.ts';
import type { EscalationTarget } from '../../../src-shared/catalogue/escalation.ts';
import { EscalationTarget as TargetSchema } from '../../../src-shared/catalogue/escalation.ts';

/** Who can be told of what is late, as the form offers them. */
export const TARGET_LABELS: Readonly<Record<EscalationTarget['to'], string>> = {
  assignee: t`Whoever has the case`,
  supervisor: t`The head of the department`,
  complaintContact: t`The department’s contact for complaints`,
  cityManager: t`The City Manager’s office`,
  person: t`A certain person`,
};

/** `the head of the department`, `Rosa Delgado`. */
export function targetWords(value: unknown, nameOf: (staffId: string) => string): string {
  const parsed = TargetSchema.safeParse(value);
  if (!parsed.success) return t`nobody yet`;
  return parsed.data.to === 'person' ? nameOf(parsed.data.staffId) : TARGET_LABELS[parsed.data.to].replace(/^./, (letter) => letter.toLowerCase());
}
