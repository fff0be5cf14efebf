import { z } from 'zod';
import type { ClosingNeeds } from '../../domain/closing-needs.ts';
import { CaseId } from '../../util/ids.ts';

/** As many as can be selected at once. */
export const MOST_AT_ONCE = 500;
export const BulkQuestion = z.object({ caseIds: z.array(CaseId).max(MOST_AT_ONCE).readonly() });
export type BulkQuestion = z.infer<typeof BulkQuestion>;

/** How the first citizen of a case hears of its closing. `sent`: by itself, as an email or text. `nothing`: nobody is told. */
export type ToldHow = 'sent' | 'letter' | 'call' | 'nothing';

/** What a command for many cases has to know of one of them, beyond its line in the list. */
export interface BulkCase {
  readonly caseId: CaseId;
  readonly needs: ClosingNeeds;
  readonly openTaskCount: number;
  readonly told: ToldHow;
  /** What it waits for, or waited for last, so that it can be put back; null: it was never on hold. */
  readonly lastHold: { readonly reasonCode: string; readonly note: string; readonly until: string | null } | null;
}
