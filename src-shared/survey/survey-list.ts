/**
 * The answers of citizens for the daily review (SU-3), as words ready for the screen, paper and a spreadsheet: the worst first. A citizen
 * is named by their tracking number alone, and a sealed case is not in it: lists lie about on desks.
 */
import { t } from '../language/language.ts';
import { oneDecimal } from '../language/numbers.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { departmentName, serviceName, staffName } from '../catalogue/lookup.ts';
import type { Case } from '../domain/case-document.ts';
import type { FollowUp, SurveyMethod } from '../domain/case-parts.ts';
import { ratingWords } from '../domain/ratings.ts';
import { formatTrackingNumber } from '../tracking-number/tracking-number.ts';
import type { CaseId } from '../util/ids.ts';
import { exactMoment } from '../util/moment.ts';
import type { UtcMs } from '../util/time.ts';

export interface SurveyLine {
  readonly caseId: CaseId;
  /** As it is read: `48-2913-5067`; of the citizen who answered. */
  readonly number: string;
  readonly rating: number;
  /** `2 of 5, bad`. */
  readonly ratingWords: string;
  /** In the citizen's words; empty: they gave none. */
  readonly comment: string;
  readonly service: string;
  readonly department: string;
  /** `Mon 5 Oct 09:10, on the web page`. */
  readonly answered: string;
  /** What the department owes them or has done; empty: nothing. */
  readonly followUp: string;
  /** The follow-up is still owed. */
  readonly isOpen: boolean;
}

export interface SurveyList {
  readonly title: string;
  readonly cityName: string;
  readonly asOf: string;
  /** `7 answers · average 3.4 · 2 with 3 or less · 1 follow-up open`. */
  readonly summary: string;
  readonly lines: readonly SurveyLine[];
}

export const ANSWERED_WORDS: Record<SurveyMethod, string> = {
  phone: t`on the phone`,
  paper: t`on paper`,
  web: t`on the web page`,
  email: t`by email`,
  text: t`by text message`,
  letter: t`by letter`,
  push: t`in the app`,
};

export interface SurveyListOptions {
  readonly catalogue: Catalogue;
  readonly asOf: UtcMs;
  /** Answers from this moment on. */
  readonly from: UtcMs;
}

/** Lowest rating first; of the same, the newest. */
export function surveyList(cases: readonly Case[], options: SurveyListOptions): SurveyList {
  const { catalogue, asOf, from } = options;
  const { timeZone } = catalogue.city;
  const answers = cases
    .filter(({ isSealed }) => !isSealed)
    .flatMap((current) => (current.survey?.answers ?? []).filter(({ at }) => at >= from && at <= asOf).map((answer) => ({ current, answer })))
    .toSorted((one, other) => one.answer.rating - other.answer.rating || other.answer.at - one.answer.at);
  return {
    title: t`Survey answers since ${exactMoment(from, asOf, timeZone)}`,
    cityName: catalogue.city.name,
    asOf: exactMoment(asOf, asOf, timeZone),
    summary: summaryWords(answers.map(({ answer }) => answer.rating), openFollowUps(answers.map(({ current }) => current)), catalogue),
    lines: answers.map((one) => lineOf(one, options)),
  };
}

function openFollowUps(cases: readonly Case[]): number {
  return new Set(cases.filter(({ followUp }) => followUp !== null && followUp.closedAt === null).map(({ id }) => id)).size;
}

function summaryWords(ratings: readonly number[], open: number, catalogue: Catalogue): string {
  if (ratings.length === 0) return t`No citizen has answered.`;
  const threshold = catalogue.survey?.followUpAtOrBelow ?? 3;
  const average = oneDecimal(ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length);
  const low = ratings.filter((rating) => rating <= threshold).length;
  const answers = ratings.length === 1 ? t`1 answer` : t`${ratings.length} answers`;
  const followUps = open === 1 ? t`1 follow-up open` : t`${open} follow-ups open`;
  return t`${answers} · average ${average} · ${low} with ${threshold} or less · ${followUps}`;
}

function lineOf({ current, answer }: { readonly current: Case; readonly answer: NonNullable<Case['survey']>['answers'][number] }, { catalogue, asOf }: SurveyListOptions): SurveyLine {
  const { followUp } = current;
  return {
    caseId: current.id,
    number: formatTrackingNumber(answer.trackingNumber),
    rating: answer.rating,
    ratingWords: ratingWords(answer.rating),
    comment: answer.comment,
    service: serviceName(catalogue, current.serviceCode),
    department: departmentName(catalogue, current.departmentCode),
    answered: `${exactMoment(answer.at, asOf, catalogue.city.timeZone)}, ${ANSWERED_WORDS[answer.method]}`,
    followUp: followUp === null || answer.rating > (catalogue.survey?.followUpAtOrBelow ?? 3) ? '' : followUpWords(followUp, { catalogue, asOf }),
    isOpen: followUp !== null && followUp.closedAt === null,
  };
}

function followUpWords({ departmentCode, dueBy, closedAt, closedBy }: FollowUp, { catalogue, asOf }: Pick<SurveyListOptions, 'catalogue' | 'asOf'>): string {
  const moment = (at: UtcMs): string => exactMoment(at, asOf, catalogue.city.timeZone);
  if (closedAt !== null) return closedBy === null ? t`Closed ${moment(closedAt)}` : t`Closed ${moment(closedAt)} by ${staffName(catalogue, closedBy)}`;
  return `${departmentName(catalogue, departmentCode)}, ${dueBy < asOf ? t`late since ${moment(dueBy)}` : t`due ${moment(dueBy)}`}`;
}
