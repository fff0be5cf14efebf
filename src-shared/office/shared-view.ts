import { z } from 'zod';
import { t } from '../language/language.ts';
import { QueueGrouping, QueueSort, QueueView } from '../protocol/data-rpc/case-views.ts';
import { Code, CommandId, StaffId } from '../util/ids.ts';
import { requiredText } from '../util/text.ts';
import { UtcMs } from '../util/time.ts';

/** A question to the queue, and how its answer is shown, under a name. */
export const SharedViewWords = z.object({
  name: requiredText(80, () => t`Give the view a name`),
  /** Who sees it: the staff of this department; null: everybody. */
  departmentCode: Code.nullable(),
  question: z.object({
    view: QueueView,
    /** Filters and words, in the query language (`queue-query/`). */
    filters: z.string().max(500),
    search: z.string().max(500),
    sort: QueueSort,
    groupBy: QueueGrouping.nullable(),
  }),
  /** Null: those of whoever looks. */
  columns: z
    .array(z.object({ id: z.string().max(40), width: z.enum(['narrow', 'normal', 'wide']) }))
    .max(20)
    .nullable(),
});
export type SharedViewWords = z.infer<typeof SharedViewWords>;

/** A view that several people have in their list. `id` is the id of the command that made it. */
export const SharedView = SharedViewWords.extend({
  id: CommandId,
  by: StaffId,
  at: UtcMs,
  /** Command that last set it: the basis a change is checked against. */
  changedIn: CommandId,
  changedBy: StaffId,
  /** Null: it is there. */
  endedAt: UtcMs.nullable(),
});
export type SharedView = z.infer<typeof SharedView>;
