/** Whether a citizen can still say how it went, and what becomes of a bad rating: in words. Pure. */
import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { departmentName, findService } from '../../../src-shared/catalogue/lookup.ts';
import { addBusinessDays } from '../../../src-shared/clock/business-calendar.ts';
import { followUpRule } from '../../../src-shared/commands/record-survey.ts';
import { recipientsOf } from '../../../src-shared/correspondence/recipients.ts';
import type { FollowUp } from '../../../src-shared/domain/case-parts.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { formatTrackingNumber, type TrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { durationWords, exactMoment, relativeMoment } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import type { Tone } from '../../ui/status-pill.tsx';

export interface Answerer {
  readonly trackingNumber: TrackingNumber;
  /** `María Núñez · 48-2913-5062`. */
  readonly label: string;
}

/** Citizens of the case who have not answered, each by their own number. */
export function answerers(current: Case): readonly Answerer[] {
  const answered = new Set(current.survey?.answers.map(({ trackingNumber }) => trackingNumber));
  const byNumber = new Map(recipientsOf(current).toReversed().map(({ trackingNumber, person }) => [trackingNumber, person.name] as const));
  const numbers = [current.trackingNumber, ...current.coReporters.map(({ trackingNumber }) => trackingNumber)];
  return numbers
    .filter((number) => !answered.has(number))
    .map((trackingNumber) => ({ trackingNumber, label: `${byNumber.get(trackingNumber) || t`Anonymous`} · ${formatTrackingNumber(trackingNumber)}` }));
}

/** Why no answer can be noted: nobody was asked, or all have answered. Null: one can. */
export function surveyProblem(current: Case, catalogue: Catalogue): string | null {
  if ((current.survey?.offeredAt ?? null) === null) return t`Nobody was asked how it went: ${notAskedWords(current, catalogue)} Add a note for what the citizen said.`;
  if (answerers(current).length === 0) return t`The citizen has answered already. Add a note for anything they said later.`;
  return null;
}

function notAskedWords(current: Case, catalogue: Catalogue): string {
  if (current.mergedInto !== null) return t`the work went on in ${formatTrackingNumber(current.mergedInto.trackingNumber)}, and its citizen is asked there.`;
  if (current.isSealed) return t`the case is sealed.`;
  if (current.source) return t`the case comes from another system.`;
  if (current.state !== 'closed') return t`the case is still open, and the question comes when it is closed.`;
  if (findService(catalogue, current.serviceCode)?.isSurveyed === false) return t`this service asks nobody.`;
  if ((current.requester?.preference ?? 'none') === 'none') return t`the citizen wants no contact, or left no way to be reached.`;
  return t`the city’s survey was switched off when the case was closed.`;
}

/** What a rating brings, before it is noted. Null: nothing. */
export function ratingEffect(current: Case, rating: number, now: UtcMs, catalogue: Catalogue): string | null {
  const { followUpAtOrBelow, followUpBusinessDays, calendar } = followUpRule(catalogue, current);
  if (rating > followUpAtOrBelow) return null;
  const department = departmentName(catalogue, current.departmentCode);
  if (current.followUp !== null && current.followUp.closedAt === null) return t`${department} has a follow-up open already; this answer joins it.`;
  const due = addBusinessDays(calendar, now, followUpBusinessDays).due;
  return t`This opens a follow-up for ${department}, due ${exactMoment(due, now, catalogue.city.timeZone)}. Tell the citizen that somebody will call.`;
}

export interface FollowUpState {
  readonly label: string;
  readonly tone: Tone;
  /** When it is due, or was closed. */
  readonly words: string;
}

export function followUpState({ dueBy, closedAt }: FollowUp, now: UtcMs, timeZone: string): FollowUpState {
  const exact = (at: UtcMs): string => exactMoment(at, now, timeZone);
  if (closedAt !== null) {
    const words = closedAt > dueBy ? t`${exact(closedAt)}, ${durationWords(closedAt - dueBy)} late` : exact(closedAt);
    return { label: t`Closed`, tone: closedAt > dueBy ? 'warning' : 'success', words };
  }
  if (dueBy < now) return { label: t`Late`, tone: 'danger', words: t`Was due ${exact(dueBy)}, ${durationWords(now - dueBy)} ago` };
  return { label: t`Open`, tone: 'info', words: t`Due ${exact(dueBy)} (${relativeMoment(dueBy, now, timeZone)})` };
}
