import type { EscalationTarget } from '../../../src-shared/catalogue/escalation.ts';
import { EscalationTarget as TargetSchema } from '../../../src-shared/catalogue/escalation.ts';

/** Who can be told of what is late, as the form offers them. */
export const TARGET_LABELS: Readonly<Record<EscalationTarget['to'], string>> = {
  assignee: 'Whoever has the case',
  supervisor: 'The head of the department',
  complaintContact: 'The department’s contact for complaints',
  cityManager: 'The City Manager’s office',
  person: 'A certain person',
};

/** `the head of the department`, `Rosa Delgado`. */
export function targetWords(value: unknown, nameOf: (staffId: string) => string): string {
  const parsed = TargetSchema.safeParse(value);
  if (!parsed.success) return 'nobody yet';
  return parsed.data.to === 'person' ? nameOf(parsed.data.staffId) : TARGET_LABELS[parsed.data.to].replace(/^[TW]/, (letter) => letter.toLowerCase());
}
