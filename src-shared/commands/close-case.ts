import { z } from 'zod';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { findService } from '../catalogue/lookup.ts';
import type { ContactPreference } from '../domain/case.ts';
import type { Case } from '../domain/case-document.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import type { NewFact } from '../domain/fact.ts';
import { t } from '../language/language.ts';
import { Code, type StaffId } from '../util/ids.ts';
import { requiredText } from '../util/text.ts';
import { HOUR_MS, IsoDate, type UtcMs } from '../util/time.ts';
import { defineCommand } from './command.ts';

export const CloseCaseArgs = z.object({
  disposition: Code,
  closingNote: requiredText(10_000, () => t`Write the closing note`),
  /** The day the work was complete; required for a construction or major repair. */
  completionDate: IsoDate.nullable(),
  /** What becomes of tasks that are not finished: `refuse` keeps the case open, `notNeeded` says that they are not needed any more. */
  openTasks: z.enum(['refuse', 'notNeeded']).default('refuse'),
  /** False: its author says that it was not finished while the citizen was there, though it looks so. Left out: as it looks. */
  isFirstContact: z.boolean().optional(),
});

/**
 * Closes a case with its outcome and a note the citizen can read.
 *
 * A construction or major repair is not closed because somebody responded: it needs the completion date and a progress
 * note, after a reopening a new one (S2, Step 3.6). A complaint is not closed before the citizen knows that it was received (S3, B.1); no case over a task
 * that is not finished, unless the author says that it is not needed (AS-5). The citizen is asked once in the life of a case how
 * it went (SU-1). Refuses: unknownOutcome, majorRepairUnfinished, complaintNotAcknowledged, openTasks.
 */
export const closeCase = defineCommand({
  type: 'case.close',
  v: 1,
  args: CloseCaseArgs,
  decide(current, command, { catalogue }): Ruling {
    const { args } = command;
    if (!catalogue.dispositions.some((disposition) => disposition.code === args.disposition)) {
      return refuse('unknownOutcome', { disposition: args.disposition });
    }
    const missing = current.isMajorRepair && !current.source ? missingForMajorRepair(current, args.completionDate) : [];
    if (missing.length > 0) return refuse('majorRepairUnfinished', { missing });
    if (current.kind === 'complaint' && current.acknowledgedAt === null && !current.source) return refuse('complaintNotAcknowledged');
    const open = unfinishedTasks(current);
    if (open.length > 0 && args.openTasks === 'refuse') return refuse('openTasks', { tasks: open.map(({ title }) => `“${title}”`).join(', ') });
    const { disposition, closingNote, completionDate } = args;
    const isFirstContactResolution = args.isFirstContact !== false && isFirstContact(current, command); // nobody claims one that is none
    return accept(
      ...open.map(({ id }): NewFact => ({ kind: 'taskFinished', taskId: id, outcome: 'notNeeded', note: '' })),
      { kind: 'closed', disposition, closingNote, completionDate, isFirstContactResolution },
      ...surveyOffer(current, { catalogue }),
    );
  },
});

/** Tasks that nobody has finished, in the order they were added. */
export function unfinishedTasks(current: Case): Case['tasks'] {
  return current.tasks.filter(({ finishedAt }) => finishedAt === null);
}

/** Long calls and queues at the counter included; whoever took it must have finished it alone. */
const FIRST_CONTACT_MS = HOUR_MS;

/** Finished by whoever took it, while the citizen was there: nobody else has touched the case (RC-8). */
export function isFirstContact(current: Case, { madeAt, userId }: { readonly madeAt: UtcMs; readonly userId: StaffId }): boolean {
  if (madeAt - current.enteredAt > FIRST_CONTACT_MS || current.source) return false;
  return current.history.every(({ kind, by }) => by === userId && kind !== 'transferred' && kind !== 'putOnHold' && kind !== 'reopened');
}

type Surveyed = Pick<Case, 'requester' | 'survey' | 'serviceCode' | 'isSealed' | 'source'>;

/** How the citizen will be asked, or why not. */
export type SurveyPlan =
  | { readonly method: Exclude<ContactPreference, 'none'> }
  | { readonly not: 'off' | 'imported' | 'sealed' | 'askedBefore' | 'notForService' | 'noContact' };

/** Asked once, in the way the citizen wants to be reached; a citizen who wants no contact, or is not known, is not asked. */
export function surveyPlan({ requester, survey, serviceCode, isSealed, source }: Surveyed, catalogue: Catalogue): SurveyPlan {
  if (!catalogue.survey?.isOn) return { not: 'off' };
  if (source) return { not: 'imported' };
  if (isSealed) return { not: 'sealed' };
  if ((survey?.offeredAt ?? null) !== null) return { not: 'askedBefore' };
  if (findService(catalogue, serviceCode)?.isSurveyed === false) return { not: 'notForService' };
  const preference = requester?.preference ?? 'none';
  return preference === 'none' ? { not: 'noContact' } : { method: preference };
}

/** The fact that the citizen is asked, if they are. */
export function surveyOffer(current: Surveyed, { catalogue }: { readonly catalogue: Catalogue }): readonly NewFact[] {
  const plan = surveyPlan(current, catalogue);
  return 'method' in plan ? [{ kind: 'surveyOffered', method: plan.method }] : [];
}

function missingForMajorRepair(current: Case, completionDate: string | null): readonly string[] {
  return [
    ...(completionDate === null ? ['completionDate'] : []),
    ...(lacksProgress(current) ? ['progressNote'] : []),
  ];
}

/** Whether nobody has reported on the work yet, or not since the case was reopened: what was done then did not finish it. */
export function lacksProgress({ history }: Pick<Case, 'history'>): boolean {
  const reported = history.findLastIndex(({ kind }) => kind === 'progressNoteAdded');
  return reported === -1 || reported < history.findLastIndex(({ kind }) => kind === 'reopened');
}
