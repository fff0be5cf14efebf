import { z } from 'zod';
import { findDepartment } from '../catalogue/lookup.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { Code } from '../util/ids.ts';
import { freeText } from '../util/text.ts';
import { defineCommand } from './command.ts';

export const TransferCaseArgs = z.object({
  departmentCode: Code,
  seenDepartmentCode: Code,
  reason: freeText(2_000),
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
    const { departmentCode, seenDepartmentCode, reason } = args;
    if (!findDepartment(catalogue, departmentCode)) return refuse('unknownDepartment', { departmentCode });
    if (current.departmentCode === departmentCode) return refuse('sameDepartment', { departmentCode });
    if (current.departmentCode !== seenDepartmentCode) {
      return refuse('movedToAnotherDepartment', { departmentCode: current.departmentCode });
    }
    return accept({
      kind: 'transferred',
      fromDepartmentCode: current.departmentCode,
      toDepartmentCode: departmentCode,
      reason,
    });
  },
});
