import { z } from 'zod';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { findDepartment, findStaff } from '../catalogue/lookup.ts';
import type { Case } from '../domain/case-document.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import type { NewFact } from '../domain/fact.ts';
import { Code } from '../util/ids.ts';
import { freeText } from '../util/text.ts';
import { defineCommand } from './command.ts';

export const TransferCaseArgs = z.object({
  departmentCode: Code,
  seenDepartmentCode: Code,
  reason: freeText(2_000),
  /** It should never have gone to the department it leaves; counted in the monthly report. */
  isMisrouted: z.boolean().default(false),
});

/**
 * Moves a case to another department of the city; it is nobody's there until someone takes it.
 *
 * Refuses: unknownDepartment, sameDepartment, movedToAnotherDepartment when it had left the one the author saw.
 */
export const transferCase = defineCommand({
  type: 'case.transfer',
  v: 1,
  args: TransferCaseArgs,
  decide(current, { args }, { catalogue }): Ruling {
    const { departmentCode, seenDepartmentCode, reason, isMisrouted } = args;
    if (!findDepartment(catalogue, departmentCode)?.isActive) return refuse('unknownDepartment', { departmentCode });
    if (current.departmentCode === departmentCode) return refuse('sameDepartment', { departmentCode });
    if (current.departmentCode !== seenDepartmentCode) {
      return refuse('movedToAnotherDepartment', { departmentCode: current.departmentCode });
    }
    return accept(
      { kind: 'transferred', fromDepartmentCode: current.departmentCode, toDepartmentCode: departmentCode, reason, isMisrouted },
      ...(current.isSealed ? [] : toPointOfContact(current.kind, departmentCode, catalogue)), // who may not see it
    );
  },
});

/** A complaint goes to the department's point of contact for complaints at once (CO-4; S3, B.3). */
export function toPointOfContact(kind: Case['kind'], departmentCode: string, catalogue: Catalogue): readonly NewFact[] {
  const id = kind === 'complaint' ? findDepartment(catalogue, departmentCode)?.complaintContactStaffId : null;
  if (!id || !findStaff(catalogue, id)?.isActive) return [];
  return [{ kind: 'assigned', assigneeId: id, note: 'Point of contact for complaints' }];
}
