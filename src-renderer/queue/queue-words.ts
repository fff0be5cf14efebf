import { t, tFor } from '../../src-shared/language/language.ts';
import { wholeNumber } from '../../src-shared/language/numbers.ts';
import { type CaseCount, QUEUE_GROUPINGS, QUEUE_SORTS, QUEUE_VIEWS, type QueueGrouping, type QueueSort, type QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';

export const VIEW_LABELS: Record<QueueView, string> = {
  open: tFor('cases')`Open`,
  mine: t`Mine`,
  myDepartment: t`My department`,
  myNeighborhood: t`My neighborhood`,
  unassigned: t`Unassigned`,
  dueSoon: t`Due soon`,
  overdue: t`Overdue`,
  escalatedToMe: t`Told to me`,
  myTasks: t`My tasks`,
  followUps: t`Follow-ups`,
  surveyAnswers: t`Survey answers`,
  toReview: t`Answers to review`,
  progressDue: t`Progress report due`,
  lettersToWrite: t`Letters to write`,
  onHold: t`On hold`,
  closed: t`Closed`,
  all: t`All`,
};

const SORT_LABELS: Record<QueueSort, string> = {
  due: t`Due, soonest first`,
  receivedNewest: t`Received, newest first`,
  receivedOldest: t`Received, oldest first`,
  trackingNumber: t`Tracking number`,
};

const VIEW_CHOICES = QUEUE_VIEWS.map((value) => ({ value, label: VIEW_LABELS[value] }));
const CHOICES_WITHOUT_NEIGHBORHOOD = VIEW_CHOICES.filter(({ value }) => value !== 'myNeighborhood');

/** The views somebody can choose: "My neighborhood" is a liaison's. */
export function viewChoices(isLiaison: boolean): typeof VIEW_CHOICES {
  return isLiaison ? VIEW_CHOICES : CHOICES_WITHOUT_NEIGHBORHOOD;
}

export const SORT_CHOICES = QUEUE_SORTS.map((value) => ({ value, label: SORT_LABELS[value] }));

/** What to say where a view has no case. */
export const EMPTY_WORDS: Record<QueueView, string> = {
  open: t`Nothing is open. F2 takes a new case.`,
  mine: t`No open case is yours. Look in “Unassigned” for the next one.`,
  myDepartment: t`Your department has no open case.`,
  myNeighborhood: t`Your neighborhood has no open case.`,
  unassigned: t`Every open case has somebody.`,
  dueSoon: t`No promise is near its date.`,
  overdue: t`Nothing is overdue.`,
  escalatedToMe: t`You were told of nothing that still needs you.`,
  myTasks: t`No task is open for you or your departments.`,
  followUps: t`No citizen waits for a follow-up.`,
  toReview: t`Everything closed in the last 30 days has been reviewed, or somebody else answers for it.`,
  surveyAnswers: t`No citizen has answered since the last working day.`,
  progressDue: t`Every long work has been reported on in time.`,
  lettersToWrite: t`Nobody who prefers letters waits for one.`,
  onHold: t`Nothing is on hold.`,
  closed: t`No case has been closed yet.`,
  all: t`There is no case yet. F2 takes the first one.`,
};

const GROUP_LABELS: Record<QueueGrouping, string> = {
  department: t`By department`,
  assignee: t`By who has it`,
  service: t`By service`,
  state: t`By state`,
  neighborhood: t`By neighborhood`,
  channel: t`By channel`,
  dueDay: t`By due day`,
};
export const GROUP_CHOICES = [{ value: 'none', label: t`Not grouped` } as const, ...QUEUE_GROUPINGS.map((value) => ({ value, label: GROUP_LABELS[value] }))];

/** The name of a view with how many it has: `Open · 57`, `Open · 1,000+`; `…` while it is not known, which is then said in words too. */
export function viewMark(label: string, count: CaseCount | undefined, isKnown: boolean): { readonly label: string; readonly spoken?: string } {
  if (count === undefined || !isKnown) return { label: `${label} · …`, spoken: t`${label}, not counted yet` };
  return { label: `${label} · ${wholeNumber(count.count)}${count.isMore ? '+' : ''}` };
}
