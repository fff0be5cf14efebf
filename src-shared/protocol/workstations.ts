/**
 * The city's workstations as an administrator sees them: GET /fleet/v1/workstations and POST /fleet/v1/block, signed by a workstation at
 * which the person has signed in.
 */
import { z } from 'zod';
import { StaffId, StationId } from '../util/ids.ts';
import { UtcMs } from '../util/time.ts';

export const WorkstationsQuery = z.object({ staff: StaffId });
export type WorkstationsQuery = z.infer<typeof WorkstationsQuery>;

export const WorkstationEntry = z.object({
  id: StationId,
  /** As it was called when it was enrolled; two may have the same. */
  name: z.string(),
  enrolledAt: UtcMs,
  /** Null: never since. */
  lastSeenAt: UtcMs.nullable(),
  /** Version of the app it said last; null: none yet. */
  app: z.string().nullable(),
  isBlocked: z.boolean(),
  /** What it may hold: `city`, `dept:WATER`, `sealed:HR`. */
  holds: z.array(z.string()),
  /** The one that asks. */
  isThis: z.boolean(),
});
export type WorkstationEntry = z.infer<typeof WorkstationEntry>;

/** By name, then by day of enrolment. */
export const WorkstationsReply = z.object({ workstations: z.array(WorkstationEntry) });
export type WorkstationsReply = z.infer<typeof WorkstationsReply>;

/** `target` is answered no more, or again. Refused for the workstation that asks. */
export const BlockWorkstationRequest = z.object({ staff: StaffId, target: StationId, isBlocked: z.boolean() });
export type BlockWorkstationRequest = z.infer<typeof BlockWorkstationRequest>;
