import { z } from 'zod';
import { CommandId, StaffId } from '../util/ids.ts';
import { UtcMs } from '../util/time.ts';

/** Somebody acts for a colleague who is away (AS-2). `id` is the id of the command that made it. */
export const Delegation = z.object({
  id: CommandId,
  fromStaffId: StaffId,
  toStaffId: StaffId,
  from: UtcMs,
  /** Exclusive. */
  until: UtcMs,
  note: z.string(),
  by: StaffId,
  /** Ended by somebody before its time; null: it runs until `until`. */
  endedAt: UtcMs.nullable(),
});
export type Delegation = z.infer<typeof Delegation>;

/** When it stops holding. */
export function endOfDelegation({ until, endedAt }: Pick<Delegation, 'until' | 'endedAt'>): UtcMs {
  return endedAt !== null && endedAt < until ? endedAt : until;
}
