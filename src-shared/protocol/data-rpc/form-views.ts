/** Numbered paper forms as a window asks for them. */
import { z } from 'zod';
import { FORMS_PER_BATCH, type FormBatch } from '../../outage-forms/form-batch.ts';
import { TrackingNumber } from '../../tracking-number/tracking-number.ts';
import { type CaseId, CommandId, type StaffId } from '../../util/ids.ts';
import type { UtcMs } from '../../util/time.ts';

/** `commandId` becomes the id of the batch; the same id again answers with the same sheets. */
export const PrintFormsInput = z.object({ commandId: CommandId, count: z.int().min(1).max(FORMS_PER_BATCH) });
export type PrintFormsInput = z.infer<typeof PrintFormsInput>;

export type PrintFormsReply = { readonly ok: true; readonly batch: FormBatch } | { readonly ok: false; readonly sentence: string };

/** Forms that are out, for the receipt printer. `requestId`: the same again prints nothing twice. */
export const PrintSlipsInput = z.object({ requestId: CommandId, numbers: z.array(TrackingNumber).min(1).max(FORMS_PER_BATCH), isAgain: z.boolean() });
export type PrintSlipsInput = z.infer<typeof PrintSlipsInput>;

export type PrintSlipsReply = { readonly ok: true; readonly count: number } | { readonly ok: false; readonly sentence: string };

/** What this workstation knows of a number that was read off a form. */
export type FormCheck =
  | { readonly kind: 'out'; readonly printedAt: UtcMs; readonly by: StaffId }
  /** No workstation has told of printing it; it may be right all the same. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'spoiled'; readonly reason: string; readonly by: StaffId; readonly at: UtcMs }
  | { readonly kind: 'keyedIn'; readonly caseId: CaseId | null; readonly by: StaffId; readonly at: UtcMs }
  /** A case has this number that was not opened from a form. */
  | { readonly kind: 'used'; readonly caseId: CaseId | null };
