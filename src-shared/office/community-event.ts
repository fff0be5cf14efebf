import { z } from 'zod';
import { Code, CommandId, StaffId } from '../util/ids.ts';
import { IsoDate, UtcMs } from '../util/time.ts';

/** A town hall, workshop or forum whose wishes are entered together (CE-1). `id` is the id of the command that added it. */
export const CommunityEvent = z.object({
  id: CommandId,
  name: z.string(),
  date: IsoDate,
  place: z.string(),
  /** Null: of the whole city. */
  neighborhoodCode: Code.nullable(),
  by: StaffId,
  addedAt: UtcMs,
  /** When somebody said that everything of it is entered; null: it is still offered. */
  endedAt: UtcMs.nullable(),
});
export type CommunityEvent = z.infer<typeof CommunityEvent>;
