import { z } from 'zod';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { sealing } from '../domain/sealing.ts';
import { t } from '../language/language.ts';
import { StaffId } from '../util/ids.ts';
import { requiredText } from '../util/text.ts';
import { defineCommand } from './command.ts';

export const SealCaseArgs = z.object({
  /** Whose conduct it is about; null: not known, or not of the city's staff. */
  accusedStaffId: StaffId.nullable(),
  reason: requiredText(2_000, () => t`Say why this case must be sealed`),
});

/**
 * Reports that a case is about misconduct (CO-3; S3, B.2): it is sealed from all but those who deal with it, and the supervisor is
 * told. Open to all staff: who hears of it must report it, whoever's case it is.
 *
 * Refuses: isSealed when it is so already, about the same person.
 */
export const sealCase = defineCommand({
  type: 'case.seal',
  v: 1,
  args: SealCaseArgs,
  decide(current, { args }, { catalogue }): Ruling {
    if (current.seal !== null && current.seal.accusedStaffId === args.accusedStaffId) return refuse('isSealed');
    return accept(sealing(catalogue, current.departmentCode, args));
  },
});
