/** The history as it is read: by day, and only what is asked for. Pure. */
import { t } from '../../../src-shared/language/language.ts';
import type { Fact, FactKind } from '../../../src-shared/domain/fact.ts';
import { calendarDaysUntil, dayOf } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';

export const HISTORY_PARTS = ['all', 'told', 'internal', 'changes'] as const;
/** `told`: what citizens heard from us and we from them; `internal`: what staff did and wrote among themselves; `changes`: what became another thing. */
export type HistoryPart = (typeof HISTORY_PARTS)[number];

const PARTS: Readonly<Record<FactKind, readonly Exclude<HistoryPart, 'all'>[]>> = {
  caseOpened: ['told'],
  acknowledged: ['told'],
  contactLogged: ['told'],
  responded: ['told'],
  correspondenceSent: ['told'],
  coReporterAdded: ['told'],
  surveyOffered: ['told'],
  surveyAnswered: ['told'],
  referred: ['told', 'changes'],
  closed: ['told', 'changes'],
  reopened: ['internal', 'changes'],
  noteAdded: ['internal'],
  progressNoteAdded: ['internal'],
  taskAdded: ['internal'],
  taskAssigned: ['internal'],
  taskStarted: ['internal'],
  taskFinished: ['internal'],
  followUpOpened: ['internal'],
  followUpClosed: ['internal'],
  reviewed: ['internal'],
  escalated: ['internal'],
  wentOverdue: ['internal'],
  overdueWithdrawn: ['internal'],
  sealedOpened: ['internal'],
  sealed: ['internal', 'changes'],
  fileAttached: ['internal', 'changes'],
  fieldsEdited: ['changes'],
  dueDatesSet: ['changes'],
  assigned: ['internal', 'changes'],
  transferred: ['internal', 'changes'],
  putOnHold: ['internal', 'changes'],
  resumed: ['internal', 'changes'],
  linked: ['changes'],
  unlinked: ['changes'],
  merged: ['changes'],
  unmerged: ['changes'],
  absorbed: ['changes'],
  separated: ['changes'],
  numberReplaced: ['changes'],
};

/** A kind that only a newer version tells is in `all` alone. */
export function isOfPart({ kind }: Pick<Fact, 'kind'>, part: HistoryPart): boolean {
  const parts: readonly HistoryPart[] = (PARTS as Partial<typeof PARTS>)[kind] ?? [];
  return part === 'all' || parts.includes(part);
}

export interface HistoryDay {
  /** `Fri 2 Oct`. */
  readonly title: string;
  /** `today`, `yesterday`, `5 days ago`. */
  readonly ago: string;
  readonly facts: readonly Fact[];
}

/** Days of the city, in the order of the facts; two stretches of one day stay apart when something older stands between them. */
export function historyDays(facts: readonly Fact[], now: UtcMs, timeZone: string): readonly HistoryDay[] {
  const days: { title: string; ago: string; facts: Fact[] }[] = [];
  for (const fact of facts) {
    const title = dayOf(fact.at, now, timeZone);
    const last = days.at(-1);
    if (last?.title === title) last.facts.push(fact);
    else days.push({ title, ago: agoWords(-calendarDaysUntil(fact.at, now, timeZone)), facts: [fact] });
  }
  return days;
}

function agoWords(days: number): string {
  if (days <= 0) return t`today`;
  return days === 1 ? t`yesterday` : t`${days} days ago`;
}
