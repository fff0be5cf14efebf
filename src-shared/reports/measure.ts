import { t, tFor } from '../language/language.ts';

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
  work: t`Cases`,
  complaints: t`Complaints`,
  promises: t`Overdue`,
  times: t`Times`,
  routing: t`Routing`,
  surveys: t`Surveys and reviews`,
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

const TIMES = t`The median is the middle one of all times, the 90th percentile the time within which nine of ten were done (nearest rank: always the time of a real case). Hours are all hours; business days are the working days after the day of receipt, as promises count them, so the same day is 0.`;
const INTO_ACCOUNT = t`Promises whose time had run out in an earlier system, before the case was taken over, are not counted.`;

export const MEASURES: Record<MeasureKey, Measure> = {
  openAtStart: count('work', t`Open at the beginning`, t`Cases received before the month that were neither closed nor part of another case when it began, those on hold included.`),
  received: count('work', tFor('cases')`Received`, t`Cases that reached the city in the month, by the day of receipt and not the day they were typed in; each citizen’s report that became a case of its own counts, also when it was merged later. Counted under the department that had it first.`),
  reopened: count('work', t`Reopened`, t`Closed cases that were opened again in the month; a case reopened twice counts twice.`, 'bad', 'reopening'),
  unmerged: count('work', t`Separated again`, t`Merges undone in the month: the case is open again for itself.`, null, 'separation'),
  closed: count('work', tFor('cases')`Closed`, t`Closings with an outcome in the month. An answer to the citizen is no closing, and neither is a merge. A case that was reopened and closed again counts each time; it is counted under the department that closed it.`, null, 'closing'),
  merged: count('work', t`Merged into another case`, t`Open cases that became part of another one in the month: counted apart, not as closed, because their work goes on there.`, null, 'merge'),
  openAtEnd: count('work', t`Open at the end`, t`Cases neither closed nor part of another case when the month ended, those on hold included. It is the open ones at the beginning, plus received, reopened and separated, less closed and merged.`, 'bad'),
  firstContact: share('routing', t`Resolved at first contact`, t`Of the cases received in the month, the share that whoever took them finished at once, while the citizen was there, and that was not reopened in the month. Cases of an earlier system are left out.`, 'good'),
  transferred: count('routing', t`Transferred`, t`Transfers between departments in the month, counted under the department the case left.`, null, 'transfer'),
  misrouted: count('routing', t`Misrouted`, t`Transfers whose author said that the case should never have gone to the department it left, counted under that department.`, 'bad', 'transfer'),
  referred: count('routing', t`Referred to outside agencies`, t`Times the city told a citizen in the month that an agency outside the city answers for their request.`, null, 'referral'),
  complaintsReceived: count('complaints', t`Complaints received`, t`Cases of the kind complaint that reached the city in the month.`, 'bad', 'complaint'),
  complaintsOutstanding: count('complaints', t`Outstanding complaints`, t`Complaints that were open when the month ended.`, 'bad', 'complaint'),
  complaintsOverdue: count('complaints', t`Overdue complaints`, t`Outstanding complaints with at least one promise that was missed and still to be kept when the month ended.`, 'bad', 'complaint'),
  becameLate: count('promises', t`Promises missed`, t`Promises whose time ran out in the month: to acknowledge, answer or finish a case, to do a task, or to follow up a rating. Closing the case later, or giving it a new date, does not take it back; only what turns out to have been done in time is not counted. ${INTO_ACCOUNT}`, 'bad', 'promise'),
  missedAcknowledge: count('promises', t`Of these: to acknowledge`, t`Promises to confirm to the citizen that the city has their request, missed in the month.`, 'bad', 'promise'),
  missedAnswer: count('promises', t`Of these: to answer`, t`Promises of a first answer, missed in the month.`, 'bad', 'promise'),
  missedFinish: count('promises', t`Of these: to finish`, t`Promises to finish the work, missed in the month.`, 'bad', 'promise'),
  missedTask: count('promises', t`Of these: tasks`, t`Dates of tasks that departments have under a case, missed in the month; counted under the department of the task.`, 'bad', 'promise'),
  stillLate: count('promises', t`Overdue at the end`, t`Promises that had been missed and were still to be kept when the month ended, whenever they were missed; one whose clock stood still then is not counted.`, 'bad', 'promise'),
  acknowledgedInTime: share('times', t`Acknowledged in time`, t`Of the cases that were to be acknowledged in the month, the share acknowledged, or closed, by then. ${INTO_ACCOUNT}`, 'good'),
  answeredInTime: share('times', t`Answered in time`, t`Of the cases whose first answer was due in the month, the share answered, or closed, by then; one that nobody has answered counts against it. ${INTO_ACCOUNT}`, 'good'),
  finishedInTime: share('times', t`Finished in time`, t`Of the cases whose work was due in the month, the share closed by then. Cases merged by then are left out. ${INTO_ACCOUNT}`, 'good'),
  responseTime: time(t`Time to first answer`, t`From receipt to the first answer, of the cases first answered in the month; those resolved at first contact are left out, because they would make every time look short. ${TIMES}`, 'answer'),
  resolutionTime: time(t`Time to closing`, t`From receipt to each closing of the month; those resolved at first contact are left out. Time on hold counts: the citizen waited. A closing that an earlier system dates before the receipt has no time. ${TIMES}`, 'closing'),
  surveysOffered: count('surveys', t`Asked for their opinion`, t`Citizens who were offered the survey in the month, once in the life of a case.`, null, 'survey'),
  surveyRating: { chapter: 'surveys', label: t`Mean rating`, shape: 'rating', howCounted: t`The mean of all ratings from 1 to 5 that citizens gave in the month, however they gave them; a case with several citizens may have several.`, risingIs: 'good', unit: 'answer' },
  surveyGood: share('surveys', t`Ratings of 4 or 5`, t`Of the ratings given in the month, the share of 4 or 5.`, 'good', 'answer'),
  followUpsOpened: count('surveys', t`Follow-ups opened`, t`Follow-ups that a low rating opened for a department in the month.`, 'bad', 'follow-up'),
  followUpsClosed: count('surveys', t`Follow-ups closed`, t`Follow-ups that a department finished in the month, with a note of what was done for the citizen.`, null, 'follow-up'),
  followUpsLate: count('surveys', t`Follow-ups that became late`, t`Follow-ups whose time ran out in the month; they are among the promises missed.`, 'bad', 'follow-up'),
  foundComplete: share('surveys', t`Found complete on review`, t`Of the closings that a head of department or the City Manager’s office reviewed in the month, the share found good and complete; the others were opened again.`, 'good', 'review'),
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
