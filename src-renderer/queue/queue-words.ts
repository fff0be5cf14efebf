import { QUEUE_SORTS, QUEUE_VIEWS, type QueueSort, type QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';

export const VIEW_LABELS: Record<QueueView, string> = {
  open: 'Open',
  mine: 'Mine',
  myDepartment: 'My department',
  myNeighborhood: 'My neighborhood',
  unassigned: 'Unassigned',
  dueSoon: 'Due soon',
  overdue: 'Overdue',
  escalatedToMe: 'Told to me',
  myTasks: 'My tasks',
  followUps: 'Follow-ups',
  surveyAnswers: 'Survey answers',
  toReview: 'Answers to review',
  progressDue: 'Progress report due',
  lettersToWrite: 'Letters to write',
  onHold: 'On hold',
  closed: 'Closed',
  all: 'All',
};

const SORT_LABELS: Record<QueueSort, string> = {
  due: 'Due, soonest first',
  receivedNewest: 'Received, newest first',
  receivedOldest: 'Received, oldest first',
  trackingNumber: 'Tracking number',
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
  open: 'Nothing is open. F2 takes a new case.',
  mine: 'No open case is yours. Look in “Unassigned” for the next one.',
  myDepartment: 'Your department has no open case.',
  myNeighborhood: 'Your neighborhood has no open case.',
  unassigned: 'Every open case has somebody.',
  dueSoon: 'No promise is near its date.',
  overdue: 'Nothing is overdue.',
  escalatedToMe: 'You were told of nothing that still needs you.',
  myTasks: 'No task is open for you or your departments.',
  followUps: 'No citizen waits for a follow-up.',
  toReview: 'Everything closed in the last 30 days has been reviewed, or somebody else answers for it.',
  surveyAnswers: 'No citizen has answered since the last working day.',
  progressDue: 'Every long work has been reported on in time.',
  lettersToWrite: 'Nobody who prefers letters waits for one.',
  onHold: 'Nothing is on hold.',
  closed: 'No case has been closed yet.',
  all: 'There is no case yet. F2 takes the first one.',
};
