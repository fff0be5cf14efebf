import type { Clock } from '../../../src-shared/catalogue/time-rules.ts';
import { whyInShort } from '../../../src-shared/clock/why-in-short.ts';
import { CLOCK_LABELS } from '../../../src-shared/domain/labels.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { CaseView } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { durationWords, exactMoment } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { dueWords } from '../../ui/due-words.ts';

export interface PeekClock {
  readonly clock: Clock;
  readonly label: string;
  readonly when: string;
  /** What has become of it; empty: it runs. */
  readonly state: string;
  readonly isLate: boolean;
  readonly why: string;
}

/** Each promise in a line; an acknowledgement that was given needs none. */
export function peekClocks({ case: current, due }: CaseView, now: UtcMs): readonly PeekClock[] {
  const line = (clock: Clock, { state, isLate }: Pick<PeekClock, 'state' | 'isLate'>): readonly PeekClock[] => {
    const date = due[clock];
    return date === null ? [] : [{ clock, label: CLOCK_LABELS[clock], when: exactMoment(date.due, now, due.timeZone), state, isLate, why: whyInShort(date) }];
  };
  const { acknowledgedAt, closedAt } = current;
  const answer = dueWords(current, now, due.timeZone);
  return [
    ...(acknowledgedAt === null ? line('acknowledge', ended(due.acknowledge?.due ?? null, null, now)) : []),
    ...line('respond', { state: current.respondedAt === null && answer.tone !== 'danger' ? '' : answer.text, isLate: answer.tone === 'danger' }),
    ...line('resolve', ended(due.resolve?.due ?? null, closedAt, now)),
  ];
}

function ended(by: UtcMs | null, at: UtcMs | null, now: UtcMs): Pick<PeekClock, 'state' | 'isLate'> {
  const isLate = by !== null && (at ?? now) > by;
  if (at !== null) return { state: isLate ? t`closed late` : t`closed in time`, isLate };
  return isLate && by !== null ? { state: t`${durationWords(now - by)} late`, isLate } : { state: '', isLate };
}
