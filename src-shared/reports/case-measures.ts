/**
 * What the reports count of one case, read from its facts alone. Attributes (kind, service, channel, receipt) are as they stand now,
 * corrections included; the department is the one that had the case at the moment of each event.
 */
import type { Case } from '../domain/case-document.ts';
import type { CaseKind, Channel } from '../domain/case.ts';
import type { Lateness } from '../domain/case-parts.ts';
import type { Fact } from '../domain/fact.ts';
import { latenessFacts, type RunningClock } from '../domain/lateness.ts';
import type { TrackingNumber } from '../tracking-number/tracking-number.ts';
import type { CaseId } from '../util/ids.ts';
import { UtcMs } from '../util/time.ts';
import { lateBefore } from './late-before.ts';
import { mattersUntil } from './matters-until.ts';
import { departmentAt, lineOfCase, type Standing, type Turn } from './case-standing.ts';

/** Something that happened once to a case, and the department that had it then. */
export interface Happening {
  readonly at: UtcMs;
  readonly departmentCode: string;
}

export interface CaseMeasures {
  readonly caseId: CaseId;
  readonly trackingNumber: TrackingNumber;
  readonly kind: CaseKind;
  readonly serviceCode: string;
  readonly channel: Channel;
  /** When it was taken over from an earlier system; null: it began here. */
  readonly importedAt: UtcMs | null;
  readonly receivedAt: UtcMs;
  readonly enteredAt: UtcMs;
  readonly standings: readonly Standing[];
  /** Closings, reopenings, merges that took it out of the open cases, and their undoing; in order. */
  readonly turns: readonly Turn[];
  readonly acknowledged: Happening | null;
  /** The first answer; closing a case is none. */
  readonly responded: Happening | null;
  /** Its first closing was by whoever took it, while the citizen was there. */
  readonly isFirstContact: boolean;
  /** The promises of the case as they stand; null: none was made, or its clock stands still now. */
  readonly promised: Readonly<Record<'acknowledge' | 'respond' | 'resolve', UtcMs | null>>;
  /**
   * Every promise missed so far, stated yet or not, without those that turned out to have been kept, and without those whose time had
   * run out before the case was taken over from an earlier system.
   */
  readonly missed: readonly Lateness[];
  /** `isMisrouted`: it should never have been with the department it left, which is the one named. */
  readonly transfers: readonly (Happening & { readonly isMisrouted: boolean })[];
  readonly referrals: readonly Happening[];
  readonly surveysOffered: readonly Happening[];
  readonly answers: readonly (Happening & { readonly rating: number })[];
  readonly followUpsOpened: readonly Happening[];
  readonly followUpsClosed: readonly Happening[];
  readonly reviews: readonly (Happening & { readonly isComplete: boolean })[];
  /** As `mattersUntil` has it. */
  readonly mattersUntil: number;
  /** The promises that were late just before a moment. */
  readonly lateBefore: (moment: UtcMs) => readonly RunningClock[];
}

/** `now`: what the clock has brought by then counts, whether anybody has noticed yet or not. */
export function measuresOf(current: Case, now: UtcMs): CaseMeasures {
  const { standings, turns } = lineOfCase(current);
  const { receivedAt, enteredAt, acknowledgedAt, respondedAt } = current;
  const happening = (at: UtcMs): Happening => ({ at, departmentCode: departmentAt(standings, at) });
  const imported = importedAt(current);
  const missed = missedPromises(current, now).filter(({ due }) => imported === null || due >= imported);
  const promised = promisedDates(current);
  return {
    ...{ caseId: current.id, trackingNumber: current.trackingNumber },
    ...{ kind: current.kind, serviceCode: current.serviceCode, channel: current.channel },
    ...{ receivedAt, enteredAt, importedAt: imported, standings, turns, missed, promised },
    acknowledged: acknowledgedAt === null ? null : happening(acknowledgedAt),
    responded: respondedAt === null ? null : happening(respondedAt),
    isFirstContact: turns.find(({ kind }) => kind === 'closed')?.isFirstContact ?? false,
    ...happenings(current.history, happening),
    mattersUntil: mattersUntil(current),
    lateBefore: (moment) => lateBefore(current, moment),
  };
}

function missedPromises(current: Case, now: UtcMs): readonly Lateness[] {
  const isOver = current.state === 'closed' && (current.followUp === null || current.followUp.closedAt !== null);
  const unstated = (isOver ? [] : latenessFacts(current, now)).flatMap((fact): Lateness[] => {
    if (fact.kind !== 'wentOverdue') return [];
    const { clock, taskId, due, at, departmentCode, assigneeId } = fact;
    return [{ clock, taskId, due, since: at, departmentCode, assigneeId, withdrawnAt: null }];
  });
  return [...current.lateness.filter(({ withdrawnAt }) => withdrawnAt === null), ...unstated];
}

function promisedDates(current: Case): CaseMeasures['promised'] {
  const { hold, respondBy, resolveBy } = current;
  const unlessPaused = (clock: 'acknowledge' | 'respond' | 'resolve', due: UtcMs | null): UtcMs | null =>
    due !== null && hold?.pauses?.includes(clock) && hold.since <= due ? null : due;
  return {
    acknowledge: unlessPaused('acknowledge', current.acknowledgeBy ?? null),
    respond: unlessPaused('respond', respondBy),
    resolve: unlessPaused('resolve', resolveBy),
  };
}

function importedAt({ source, enteredAt }: Case): UtcMs | null {
  if (source === null) return null;
  const stated = UtcMs.safeParse(source['importedAt']);
  return stated.success ? stated.data : enteredAt;
}

type Happenings = Pick<CaseMeasures, 'transfers' | 'referrals' | 'surveysOffered' | 'answers' | 'followUpsOpened' | 'followUpsClosed' | 'reviews'>;

function happenings(history: readonly Fact[], happening: (at: UtcMs) => Happening): Happenings {
  const found = { transfers: [], referrals: [], surveysOffered: [], answers: [], followUpsOpened: [], followUpsClosed: [], reviews: [] } as { -readonly [K in keyof Happenings]: Happenings[K][number][] }; // safe: empty lists are lists of anything
  for (const fact of history) {
    if (fact.kind === 'transferred') found.transfers.push({ at: fact.at, departmentCode: fact.fromDepartmentCode, isMisrouted: fact.isMisrouted === true });
    else if (fact.kind === 'referred') found.referrals.push(happening(fact.at));
    else if (fact.kind === 'surveyOffered') found.surveysOffered.push(happening(fact.at));
    else if (fact.kind === 'surveyAnswered') found.answers.push({ ...happening(fact.at), rating: fact.rating });
    else if (fact.kind === 'followUpOpened') found.followUpsOpened.push(happening(fact.at));
    else if (fact.kind === 'followUpClosed') found.followUpsClosed.push(happening(fact.at));
    else if (fact.kind === 'reviewed') found.reviews.push({ ...happening(fact.at), isComplete: fact.verdict === 'complete' });
  }
  return found;
}
