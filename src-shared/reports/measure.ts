/**
 * The measures of the monthly report: what each is called, how it is counted (the sentence the app shows as "How this is counted"),
 * and what its figure is made of. One definition for one word: auditors of other cities found several of "closed" in one report.
 */
export const MEASURE_KEYS = [
  ...(['openAtStart', 'received', 'reopened', 'unmerged', 'closed', 'merged', 'openAtEnd'] as const),
  ...(['firstContact', 'transferred', 'misrouted', 'referred'] as const),
  ...(['complaintsReceived', 'complaintsOutstanding', 'complaintsOverdue'] as const),
  ...(['becameLate', 'missedAcknowledge', 'missedAnswer', 'missedFinish', 'missedTask', 'stillLate'] as const),
  ...(['acknowledgedInTime', 'answeredInTime', 'finishedInTime', 'responseTime', 'resolutionTime'] as const),
  ...(['surveysOffered', 'surveyRating', 'surveyGood', 'followUpsOpened', 'followUpsClosed', 'followUpsLate', 'foundComplete'] as const),
] as const;
export type MeasureKey = (typeof MEASURE_KEYS)[number];

/**
 * `count`: how many; `share`: how many of how many; `time`: median and 90th percentile in hours and in business days; `rating`: the mean.
 */
export type FigureShape = 'count' | 'share' | 'time' | 'rating';

export const CHAPTERS = ['work', 'complaints', 'promises', 'times', 'routing', 'surveys'] as const;
export type Chapter = (typeof CHAPTERS)[number];

export const CHAPTER_LABELS: Record<Chapter, string> = {
  work: 'Cases',
  complaints: 'Complaints',
  promises: 'Overdue',
  times: 'Times',
  routing: 'Routing',
  surveys: 'Surveys and reviews',
};

export interface Measure {
  readonly label: string;
  readonly chapter: Chapter;
  readonly shape: FigureShape;
  /** One sentence or two, for a commissioner. */
  readonly howCounted: string;
  /** What the figure says of the city when it rises; null: nothing by itself. */
  readonly risingIs: 'good' | 'bad' | null;
  /** What one line of the list behind it is: `promise` when a case may be in it several times. */
  readonly unit: string;
}

const TIMES = 'The median is the middle one of all times, the 90th percentile the time within which nine of ten were done (nearest rank: always the time of a real case). Hours are all hours; business days are the working days after the day of receipt, as promises count them, so the same day is 0.';
const INTO_ACCOUNT = 'Promises whose time had run out in an earlier system, before the case was taken over, are not counted.';

export const MEASURES: Record<MeasureKey, Measure> = {
  openAtStart: count('work', 'Open at the beginning', 'Cases received before the month that were neither closed nor part of another case when it began, those on hold included.'),
  received: count('work', 'Received', 'Cases that reached the city in the month, by the day of receipt and not the day they were typed in; each citizen’s report that became a case of its own counts, also when it was merged later. Counted under the department that had it first.'),
  reopened: count('work', 'Reopened', 'Closed cases that were opened again in the month; a case reopened twice counts twice.', 'bad', 'reopening'),
  unmerged: count('work', 'Separated again', 'Merges undone in the month: the case is open again for itself.', null, 'separation'),
  closed: count('work', 'Closed', 'Closings with an outcome in the month. An answer to the citizen is no closing, and neither is a merge. A case that was reopened and closed again counts each time; it is counted under the department that closed it.', null, 'closing'),
  merged: count('work', 'Merged into another case', 'Open cases that became part of another one in the month: counted apart, not as closed, because their work goes on there.', null, 'merge'),
  openAtEnd: count('work', 'Open at the end', 'Cases neither closed nor part of another case when the month ended, those on hold included. It is the open ones at the beginning, plus received, reopened and separated, less closed and merged.', 'bad'),
  firstContact: share('routing', 'Resolved at first contact', 'Of the cases received in the month, the share that whoever took them finished at once, while the citizen was there, and that was not reopened in the month. Cases of an earlier system are left out.', 'good'),
  transferred: count('routing', 'Transferred', 'Transfers between departments in the month, counted under the department the case left.', null, 'transfer'),
  misrouted: count('routing', 'Misrouted', 'Transfers whose author said that the case should never have gone to the department it left, counted under that department.', 'bad', 'transfer'),
  referred: count('routing', 'Referred to outside agencies', 'Times the city told a citizen in the month that an agency outside the city answers for their request.', null, 'referral'),
  complaintsReceived: count('complaints', 'Complaints received', 'Cases of the kind complaint that reached the city in the month.', 'bad', 'complaint'),
  complaintsOutstanding: count('complaints', 'Outstanding complaints', 'Complaints that were open when the month ended.', 'bad', 'complaint'),
  complaintsOverdue: count('complaints', 'Overdue complaints', 'Outstanding complaints with at least one promise that was missed and still to be kept when the month ended.', 'bad', 'complaint'),
  becameLate: count('promises', 'Promises missed', `Promises whose time ran out in the month: to acknowledge, answer or finish a case, to do a task, or to follow up a rating. Closing the case later, or giving it a new date, does not take it back; only what turns out to have been done in time is not counted. ${INTO_ACCOUNT}`, 'bad', 'promise'),
  missedAcknowledge: count('promises', 'Of these: to acknowledge', 'Promises to confirm to the citizen that the city has their request, missed in the month.', 'bad', 'promise'),
  missedAnswer: count('promises', 'Of these: to answer', 'Promises of a first answer, missed in the month.', 'bad', 'promise'),
  missedFinish: count('promises', 'Of these: to finish', 'Promises to finish the work, missed in the month.', 'bad', 'promise'),
  missedTask: count('promises', 'Of these: tasks', 'Dates of tasks that departments have under a case, missed in the month; counted under the department of the task.', 'bad', 'promise'),
  stillLate: count('promises', 'Overdue at the end', 'Promises that had been missed and were still to be kept when the month ended, whenever they were missed; one whose clock stood still then is not counted.', 'bad', 'promise'),
  acknowledgedInTime: share('times', 'Acknowledged in time', `Of the cases that were to be acknowledged in the month, the share acknowledged, or closed, by then. ${INTO_ACCOUNT}`, 'good'),
  answeredInTime: share('times', 'Answered in time', `Of the cases whose first answer was due in the month, the share answered, or closed, by then; one that nobody has answered counts against it. ${INTO_ACCOUNT}`, 'good'),
  finishedInTime: share('times', 'Finished in time', `Of the cases whose work was due in the month, the share closed by then. Cases merged by then are left out. ${INTO_ACCOUNT}`, 'good'),
  responseTime: time('Time to first answer', `From receipt to the first answer, of the cases first answered in the month; those resolved at first contact are left out, because they would make every time look short. ${TIMES}`, 'answer'),
  resolutionTime: time('Time to closing', `From receipt to each closing of the month; those resolved at first contact are left out. Time on hold counts: the citizen waited. A closing that an earlier system dates before the receipt has no time. ${TIMES}`, 'closing'),
  surveysOffered: count('surveys', 'Asked for their opinion', 'Citizens who were offered the survey in the month, once in the life of a case.', null, 'survey'),
  surveyRating: { chapter: 'surveys', label: 'Mean rating', shape: 'rating', howCounted: 'The mean of all ratings from 1 to 5 that citizens gave in the month, however they gave them; a case with several citizens may have several.', risingIs: 'good', unit: 'answer' },
  surveyGood: share('surveys', 'Ratings of 4 or 5', 'Of the ratings given in the month, the share of 4 or 5.', 'good', 'answer'),
  followUpsOpened: count('surveys', 'Follow-ups opened', 'Follow-ups that a low rating opened for a department in the month.', 'bad', 'follow-up'),
  followUpsClosed: count('surveys', 'Follow-ups closed', 'Follow-ups that a department finished in the month, with a note of what was done for the citizen.', null, 'follow-up'),
  followUpsLate: count('surveys', 'Follow-ups that became late', 'Follow-ups whose time ran out in the month; they are among the promises missed.', 'bad', 'follow-up'),
  foundComplete: share('surveys', 'Found complete on review', 'Of the closings that a head of department or the City Manager’s office reviewed in the month, the share found good and complete; the others were opened again.', 'good', 'review'),
};

function count(chapter: Chapter, label: string, howCounted: string, ...[risingIs = null, unit = 'case']: [Measure['risingIs']?, string?]): Measure {
  return { chapter, label, shape: 'count', howCounted, risingIs, unit };
}

function share(chapter: Chapter, label: string, howCounted: string, ...[risingIs = null, unit = 'case']: [Measure['risingIs']?, string?]): Measure {
  return { chapter, label, shape: 'share', howCounted, risingIs, unit };
}

function time(label: string, howCounted: string, unit: string): Measure {
  return { chapter: 'times', label, shape: 'time', howCounted, risingIs: 'bad', unit };
}
