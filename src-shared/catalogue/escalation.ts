import { z } from 'zod';
import { Code, StaffId } from '../util/ids.ts';

/** Who is told. `supervisor` is the head of the department that has the case; `cityManager` the City Manager's office. */
export const EscalationTarget = z.discriminatedUnion('to', [
  z.object({ to: z.enum(['assignee', 'supervisor', 'complaintContact', 'cityManager']) }),
  z.object({ to: z.literal('person'), staffId: StaffId }),
]);
export type EscalationTarget = z.infer<typeof EscalationTarget>;

/**
 * Who hears of a case that is late, and when (OV-2). Every rule that fits a late promise tells its target once.
 *
 * A null field fits everything. `afterAmount` counts from the moment the promise was missed, in the calendar of the case's
 * time rule; 0 means at once.
 */
export const EscalationRule = z.object({
  code: Code,
  name: z.string().min(1).max(200),
  clock: z.enum(['acknowledge', 'respond', 'resolve', 'task', 'followUp']).nullable(),
  departmentCode: Code.nullable(),
  serviceCode: Code.nullable(),
  kind: z.enum(['serviceRequest', 'complaint', 'inquiry', 'suggestion', 'compliment']).nullable(),
  afterAmount: z.int().min(0).max(10_000),
  afterUnit: z.enum(['elapsedHours', 'businessDays']),
  target: EscalationTarget,
  isActive: z.boolean(),
});
export type EscalationRule = z.infer<typeof EscalationRule>;
