import { z } from 'zod';
import { CaseId, Code, StaffId } from '../util/ids.ts';
import { IsoDate, UtcMs } from '../util/time.ts';
import {
  Attachment,
  CaseLink,
  CaseState,
  CoReporter,
  OpenedCase,
  ReferralAgency,
} from './case.ts';
import { AbsorbedCase, Escalation, FollowUp, Lateness, MergedInto, Review, Seal, Survey, Task } from './case-parts.ts';
import { Fact } from './fact.ts';

/**
 * The whole case: what was opened, what has become of it, and its history (oldest fact first).
 *
 * Stamps are moments in ms or null for "not yet". `respondedAt` is the first answer to the citizen and never changes state.
 */
export const Case = OpenedCase.extend({
  id: CaseId,
  state: CaseState,
  assigneeId: StaffId.nullable(),
  enteredAt: UtcMs,
  enteredBy: StaffId,
  station: z.string(),
  acknowledgedAt: UtcMs.nullable(),
  respondedAt: UtcMs.nullable(),
  closedAt: UtcMs.nullable(),
  disposition: Code.nullable(),
  closingNote: z.string().nullable(),
  completionDate: IsoDate.nullable(),
  lastProgressAt: UtcMs.nullable(),
  /** Set while the case is on hold; `stateBefore` is where resuming returns to. */
  hold: z
    .object({
      reasonCode: Code,
      note: z.string(),
      since: UtcMs,
      until: IsoDate.nullable(),
      stateBefore: CaseState,
      /** Clocks that stand still meanwhile. */
      pauses: z.array(z.enum(['acknowledge', 'respond', 'resolve'])).default([]),
    })
    .nullable(),
  referral: ReferralAgency.nullable(),
  coReporters: z.array(CoReporter),
  attachments: z.array(Attachment),
  links: z.array(CaseLink),
  /** Finished on the call or at the counter, by whoever took it (S3, A.3). */
  isFirstContactResolution: z.boolean().default(false),
  /** Every promise missed so far, oldest first; never shorter. */
  lateness: z.array(Lateness).default([]),
  escalations: z.array(Escalation).default([]),
  tasks: z.array(Task).default([]),
  mergedInto: MergedInto.nullable().default(null),
  absorbed: z.array(AbsorbedCase).default([]),
  survey: Survey.nullable().default(null),
  followUp: FollowUp.nullable().default(null),
  /** Of the last closing; null: nobody has looked at it, or the case is open again. */
  review: Review.nullable().default(null),
  seal: Seal.nullable().default(null),
  /** For each editable field, the id of the fact that last set it: the basis an edit is checked against. */
  fieldVersions: z.record(z.string(), z.string()),
  history: z.array(Fact),
}).loose();
export type Case = z.infer<typeof Case>;
