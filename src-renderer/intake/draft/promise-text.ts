/** What the citizen may be told before there is a number: until when, and by which rule. */
import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue, Service } from '../../../src-shared/catalogue/catalogue.ts';
import { departmentName } from '../../../src-shared/catalogue/lookup.ts';
import { ruleBookOf } from '../../../src-shared/catalogue/time-rules.ts';
import { type DueDate, explainDue } from '../../../src-shared/clock/explain-due.ts';
import { limitWords } from '../../../src-shared/clock/ledger-sentences.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { complaintOf } from './complaint-of-draft.ts';
import type { IntakeDraft } from './draft.ts';
import { receivedAtOf } from './received-of-draft.ts';
import { settledBy } from './service-of-draft.ts';

export interface PromiseText {
  /** `We answer by Tue 24 Nov 16:10`. */
  readonly answer: string;
  /** `72 hours`: the rule that binds; null where nothing is promised. */
  readonly rule: string | null;
  /** `Streets will do it.`, and what else the citizen should know. */
  readonly also: readonly string[];
  /** The time has run out before the case was even entered: a letter lay too long. */
  readonly isPast: boolean;
}

/** Null until a service is chosen and it is known when the case was received. */
export function promiseText(draft: IntakeDraft, service: Service | null, catalogue: Catalogue, now: UtcMs): PromiseText | null {
  const receivedAt = receivedAtOf(draft, now);
  if (!service || receivedAt === null) return null;
  const { kind, departmentCode, isMajorRepair } = settledBy(draft, service);
  const question = { receivedAt, channel: draft.channel, serviceCode: service.code, kind, pauses: [] };
  const { respond, resolve } = explainDue(question, ruleBookOf(catalogue), now);
  const zone = catalogue.city.timeZone;
  const finish = isMajorRepair
    ? [t`It stays open until the work is done.`]
    : resolve
      ? [t`Done by ${exactMoment(resolve.due, now, zone)}.`]
      : [];
  const who = departmentCode === null || complaintOf(draft, catalogue) === 'conduct' ? [] : [t`${departmentName(catalogue, departmentCode)} will do it.`];
  if (draft.isAnsweredNow) return { answer: t`Answered now: the case is closed at once.`, rule: null, also: [], isPast: false };
  if (!respond) return { answer: t`No time is promised for this service.`, rule: null, also: [...who, ...finish], isPast: false };
  const isPast = respond.due < now;
  const at = exactMoment(respond.due, now, zone);
  const answer = isPast ? t`The answer was due ${at}` : t`We answer by ${at}`;
  return { answer, rule: ruleWords(respond), also: [...who, ...finish], isPast };
}

function ruleWords(due: DueDate): string | null {
  const binding = due.steps.findLast((step) => step.kind === 'binds');
  return binding ? limitWords(binding.limit) : null;
}
