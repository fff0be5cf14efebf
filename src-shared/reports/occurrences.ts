/**
 * Everything of one case that a month's report counts, one entry for each time it is counted. Figures are sums over these, and the
 * list behind a figure is these: that is why every figure opens exactly its cases.
 */
import type { ClockKind } from '../domain/case-parts.ts';
import type { UtcMs } from '../util/time.ts';
import type { CaseMeasures, Happening } from './case-measures.ts';
import { departmentAt, standingBefore } from './case-standing.ts';
import type { MeasureKey } from './measure.ts';
import type { Period } from './report-month.ts';
import type { CountWorkingDays } from './working-days.ts';

export interface Occurrence {
  readonly measure: MeasureKey;
  /** When it happened; for what is counted at the end of the month, when the case was received or its promise was due. */
  readonly at: UtcMs;
  readonly departmentCode: string;
  /** Of a share: it is among those that did. */
  readonly isHit?: boolean;
  readonly elapsedMs?: number;
  readonly workingDays?: number;
  readonly rating?: number;
}

/** Takes what a case is counted for, one by one. */
export type Emit = (occurrence: Occurrence) => void;

/** `period` ends at the moment of the report while the month is running. Nothing of a case counts in a month before its receipt. */
export function tellOccurrences(of: CaseMeasures, period: Period, workingDays: CountWorkingDays, emit: Emit): void {
  if (of.receivedAt >= period.to || (of.mattersUntil < period.from && standingBefore(of.standings, period.from)?.state !== 'open')) return;
  receipt(of, period, emit);
  stock(of, period, emit);
  turns(of, period, workingDays, emit);
  missedPromises(of, period, emit);
  keptInTime(of, period, emit);
  answer(of, period, workingDays, emit);
  routing(of, period, emit);
  surveys(of, period, emit);
}

const isIn = ({ from, to }: Period, moment: number): boolean => moment >= from && moment < to;
const plain = (measure: MeasureKey, { at, departmentCode }: Happening): Occurrence => ({ measure, at, departmentCode });

function receipt(of: CaseMeasures, period: Period, emit: Emit): void {
  const { receivedAt: at, standings, kind, turns: all, isFirstContact, importedAt } = of;
  if (!isIn(period, at)) return;
  const departmentCode = standings[0]?.departmentCode ?? '';
  emit({ measure: 'received', at, departmentCode });
  if (kind === 'complaint') emit({ measure: 'complaintsReceived', at, departmentCode });
  if (importedAt !== null) return;
  const wasReopened = all.some((turn) => turn.kind === 'reopened' && turn.at < period.to);
  const wasClosed = all.some((turn) => turn.kind === 'closed' && turn.at < period.to);
  emit({ measure: 'firstContact', at, departmentCode, isHit: isFirstContact && wasClosed && !wasReopened });
}

/** What stood at the two ends of the month. */
function stock(of: CaseMeasures, { from, to }: Period, emit: Emit): void {
  const { receivedAt: at, standings, kind } = of;
  const before = standingBefore(standings, from);
  if (before?.state === 'open') emit({ measure: 'openAtStart', at, departmentCode: before.departmentCode });
  const end = standingBefore(standings, to);
  const late = end === null ? [] : of.lateBefore(to);
  for (const { due, departmentCode } of late) emit({ measure: 'stillLate', at: due, departmentCode });
  if (end?.state !== 'open') return;
  const { departmentCode } = end;
  emit({ measure: 'openAtEnd', at, departmentCode });
  if (kind !== 'complaint') return;
  emit({ measure: 'complaintsOutstanding', at, departmentCode });
  if (late.length > 0) emit({ measure: 'complaintsOverdue', at, departmentCode });
}

function turns({ turns: all, receivedAt }: CaseMeasures, period: Period, workingDays: CountWorkingDays, emit: Emit): void {
  for (const { kind, at, departmentCode, statedAt, isFirstContact } of all) {
    if (!isIn(period, at)) continue;
    emit({ measure: kind, at, departmentCode });
    // An earlier system may say that a case was closed before it was received: that is no time.
    if (kind === 'closed' && !isFirstContact && statedAt >= receivedAt) {
      emit({ measure: 'resolutionTime', at, departmentCode, elapsedMs: at - receivedAt, workingDays: workingDays(receivedAt, at) });
    }
  }
}

const MISSED: Record<ClockKind, MeasureKey> = {
  acknowledge: 'missedAcknowledge',
  respond: 'missedAnswer',
  resolve: 'missedFinish',
  task: 'missedTask',
  followUp: 'followUpsLate',
};

function missedPromises({ missed }: CaseMeasures, period: Period, emit: Emit): void {
  for (const { clock, since: at, departmentCode } of missed) {
    if (!isIn(period, at)) continue;
    emit({ measure: 'becameLate', at, departmentCode });
    emit({ measure: MISSED[clock], at, departmentCode });
  }
}

function keptInTime(of: CaseMeasures, period: Period, emit: Emit): void {
  const { promised, acknowledged, responded } = of;
  inTime(of, period, { measure: 'acknowledgedInTime', due: promised.acknowledge, kept: acknowledged }, emit);
  inTime(of, period, { measure: 'answeredInTime', due: promised.respond, kept: responded }, emit);
  inTime(of, period, { measure: 'finishedInTime', due: promised.resolve, kept: null }, emit);
}

interface Promised {
  readonly measure: MeasureKey;
  readonly due: UtcMs | null;
  readonly kept: Happening | null;
}

/** What was kept at the very moment it was due was kept. A case that was part of another one by then promised nothing for itself. */
function inTime({ standings, importedAt, receivedAt }: CaseMeasures, period: Period, { measure, due, kept }: Promised, emit: Emit): void {
  if (due === null || !isIn(period, due) || due < (importedAt ?? receivedAt)) return;
  const then = standingBefore(standings, due + 1);
  if (then?.state === 'merged') return;
  const isHit = then?.state === 'closed' || (kept !== null && kept.at <= due);
  emit({ measure, at: due, departmentCode: departmentAt(standings, due), isHit });
}

function answer({ responded, receivedAt, isFirstContact }: CaseMeasures, period: Period, workingDays: CountWorkingDays, emit: Emit): void {
  if (responded === null || isFirstContact || !isIn(period, responded.at) || responded.at < receivedAt) return;
  const { at } = responded;
  emit({ ...plain('responseTime', responded), elapsedMs: at - receivedAt, workingDays: workingDays(receivedAt, at) });
}

function routing({ transfers, referrals }: CaseMeasures, period: Period, emit: Emit): void {
  for (const transfer of transfers) {
    if (!isIn(period, transfer.at)) continue;
    emit(plain('transferred', transfer));
    if (transfer.isMisrouted) emit(plain('misrouted', transfer));
  }
  for (const referral of referrals) if (isIn(period, referral.at)) emit(plain('referred', referral));
}

function surveys({ surveysOffered, answers, followUpsOpened, followUpsClosed, reviews }: CaseMeasures, period: Period, emit: Emit): void {
  for (const offer of surveysOffered) if (isIn(period, offer.at)) emit(plain('surveysOffered', offer));
  for (const given of answers) {
    if (!isIn(period, given.at)) continue;
    emit({ ...plain('surveyRating', given), rating: given.rating });
    emit({ ...plain('surveyGood', given), isHit: given.rating >= 4 });
  }
  for (const opened of followUpsOpened) if (isIn(period, opened.at)) emit(plain('followUpsOpened', opened));
  for (const closed of followUpsClosed) if (isIn(period, closed.at)) emit(plain('followUpsClosed', closed));
  for (const review of reviews) if (isIn(period, review.at)) emit({ ...plain('foundComplete', review), isHit: review.isComplete });
}
