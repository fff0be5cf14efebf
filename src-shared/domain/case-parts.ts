/** What a case gathers on its way: tasks, lateness, survey, merging, seal. Each is built by `evolve` from facts alone. */
import { z } from 'zod';
import { CaseId, Code, StaffId } from '../util/ids.ts';
import { UtcMs } from '../util/time.ts';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';

/** The promises of a case that can be missed. A task's is its own, so is that of a follow-up after a bad rating. */
export const CLOCK_KINDS = ['acknowledge', 'respond', 'resolve', 'task', 'followUp'] as const;
export const ClockKind = z.enum(CLOCK_KINDS);
export type ClockKind = z.infer<typeof ClockKind>;

/**
 * One promise that was missed: a fact, kept for ever (OV-1). `since` is when it became late: the due moment, or the reopening
 * of a case whose date had passed while it was closed. `withdrawnAt`: it turned out later that it was kept in time, by a
 * workstation that had been offline.
 */
export const Lateness = z.looseObject({
  clock: ClockKind,
  taskId: z.uuid().nullable(),
  due: UtcMs,
  since: UtcMs,
  departmentCode: Code,
  assigneeId: StaffId.nullable(),
  withdrawnAt: UtcMs.nullable(),
});
export type Lateness = z.infer<typeof Lateness>;

/** Somebody was told that a promise was missed, by a rule of the city (OV-2). */
export const Escalation = z.looseObject({ ruleCode: Code, clock: ClockKind, due: UtcMs, at: UtcMs, toStaffId: StaffId });
export type Escalation = z.infer<typeof Escalation>;

export const TASK_STATES = ['waiting', 'open', 'done', 'notNeeded'] as const;
/**
 * What one department has to do for a case (AS-5). `after` names the task that has to be finished first: until then it is
 * `waiting` and its own clock has not begun.
 */
export const Task = z.looseObject({
  id: z.uuid(),
  title: z.string(),
  departmentCode: Code,
  assigneeId: StaffId.nullable(),
  after: z.uuid().nullable(),
  withinBusinessDays: z.int().nullable(),
  state: z.enum(TASK_STATES),
  addedAt: UtcMs,
  startedAt: UtcMs.nullable(),
  dueBy: UtcMs.nullable(),
  finishedAt: UtcMs.nullable(),
  finishedBy: StaffId.nullable(),
  finishedNote: z.string(),
});
export type Task = z.infer<typeof Task>;

/** The case whose work this one's citizen waits for from now on. */
export const MergedInto = z.looseObject({ caseId: CaseId, trackingNumber: TrackingNumber, at: UtcMs, by: StaffId });
export type MergedInto = z.infer<typeof MergedInto>;

/**
 * A case that was merged into this one; its citizen keeps the number, the receipt and the notices (DU-1). Who that is stands in that
 * case alone, so that nothing of it is left here when it is sealed.
 */
export const AbsorbedCase = z.looseObject({ caseId: CaseId, trackingNumber: TrackingNumber, at: UtcMs });
export type AbsorbedCase = z.infer<typeof AbsorbedCase>;

export const SURVEY_METHODS = ['email', 'text', 'push', 'letter', 'phone', 'paper', 'web'] as const;
export const SurveyMethod = z.enum(SURVEY_METHODS);
export type SurveyMethod = z.infer<typeof SurveyMethod>;

/** The question at closure (SU-1): asked once in the life of a case. `answers` are those of its citizens, one for each number. */
export const Survey = z.looseObject({
  offeredAt: UtcMs.nullable(),
  method: SurveyMethod.nullable(),
  answers: z.array(
    z.looseObject({ trackingNumber: TrackingNumber, rating: z.int().min(1).max(5), comment: z.string(), method: SurveyMethod, at: UtcMs, by: StaffId }),
  ),
});
export type Survey = z.infer<typeof Survey>;

/** What a department owes a citizen who gave a rating of 1 to 3 (SU-2). One at a time; a second bad answer joins the open one. */
export const FollowUp = z.looseObject({
  openedAt: UtcMs,
  departmentCode: Code,
  dueBy: UtcMs,
  rating: z.int(),
  closedAt: UtcMs.nullable(),
  closedBy: StaffId.nullable(),
  closingNote: z.string(),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** Who found the closing of a case good and complete, or not (RC-8). */
export const Review = z.looseObject({ at: UtcMs, by: StaffId, verdict: z.enum(['complete', 'incomplete']), note: z.string() });
export type Review = z.infer<typeof Review>;

/** Why a case is sealed. The person it is about never sees it, whatever their role (CO-6). */
export const Seal = z.looseObject({
  at: UtcMs,
  by: StaffId,
  reason: z.string(),
  accusedStaffId: StaffId.nullable(),
  /** Who was told (CO-3; S3, B.2). */
  supervisorStaffId: StaffId.nullable(),
  /** Department whose sealed cases it is among: not that of an accused who leads it. */
  keptBy: Code,
});
export type Seal = z.infer<typeof Seal>;
