/** Tasks, merging, letters, surveys and seals, as the history tells them. */
import { departmentName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import type { SurveyMethod } from '../../../src-shared/domain/case-parts.ts';
import { CONTACT_METHOD_LABELS } from '../../../src-shared/domain/labels.ts';
import type { FactKind } from '../../../src-shared/domain/fact.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import type { Wording } from './field-words.ts';
import { given, type Stories } from './told.ts';

type PartKind = Extract<
  FactKind,
  | 'acknowledged' | 'unlinked' | 'taskAdded' | 'taskAssigned' | 'taskStarted' | 'taskFinished' | 'merged' | 'unmerged' | 'absorbed' | 'separated'
  | 'correspondenceSent' | 'surveyOffered' | 'surveyAnswered' | 'followUpOpened' | 'followUpClosed' | 'reviewed' | 'sealed' | 'sealedOpened'
>;

const WRITTEN = { letter: 'wrote a letter to', email: 'e-mailed', text: 'texted' } as const;
const ASKED: Record<SurveyMethod, string> = {
  email: 'by e-mail',
  text: 'by text message',
  push: 'in the app',
  letter: 'by letter',
  phone: 'by phone',
  paper: 'on paper',
  web: 'on the web page',
};

/** `“Shut the valve”`; null where the case’s tasks are not at hand. */
function taskWords(taskId: string, tasks: Wording['tasks']): string | null {
  const task = tasks?.find(({ id }) => id === taskId);
  return task === undefined ? null : `“${task.title}”`;
}

export const PART_STORIES: Stories<PartKind> = {
  acknowledged: ({ method, text }) => ({
    did: `told the citizen that it was received (${CONTACT_METHOD_LABELS[method].toLowerCase()})`,
    lines: given(text),
    weight: 'words',
  }),
  unlinked: ({ link, reason }) => ({ did: `removed the link to ${formatTrackingNumber(link.trackingNumber)}`, lines: given(reason), weight: 'aside' }),
  taskAdded: ({ title, departmentCode, assigneeId, dueBy }, { catalogue, now }) => ({
    did: `gave ${departmentName(catalogue, departmentCode)} a task: ${title}`,
    lines: [
      ...(assigneeId === null ? [] : [`For ${staffName(catalogue, assigneeId)}`]),
      ...(dueBy === null ? [] : [`By ${exactMoment(dueBy, now, catalogue.city.timeZone)}`]),
    ],
    weight: 'turn',
  }),
  taskAssigned: ({ taskId, departmentCode, assigneeId, note }, { catalogue, tasks }) => ({
    did: `gave ${taskWords(taskId, tasks) ?? 'a task'} to ${assigneeId === null ? departmentName(catalogue, departmentCode) : staffName(catalogue, assigneeId)}`,
    lines: given(note),
    weight: 'aside',
  }),
  taskStarted: ({ taskId, dueBy }, { catalogue, now, tasks }) => ({
    did: `let ${taskWords(taskId, tasks) ?? 'the next task'} begin`,
    lines: dueBy === null ? [] : [`By ${exactMoment(dueBy, now, catalogue.city.timeZone)}`],
    weight: 'aside',
  }),
  taskFinished: ({ taskId, outcome, note }, { tasks }) => {
    const what = taskWords(taskId, tasks) ?? 'a task';
    return { did: outcome === 'done' ? `finished ${what}` : `said that ${what} is not needed`, lines: given(note), weight: 'turn' };
  },
  merged: ({ intoTrackingNumber, reason }) => ({ did: `made this part of ${formatTrackingNumber(intoTrackingNumber)}`, lines: given(reason), weight: 'turn' }),
  unmerged: ({ fromTrackingNumber, reason }) => ({
    did: `undid the merge with ${formatTrackingNumber(fromTrackingNumber)}`,
    lines: given(reason),
    weight: 'turn',
  }),
  absorbed: ({ trackingNumber }) => ({ did: `made ${formatTrackingNumber(trackingNumber)} part of this case`, lines: [], weight: 'turn' }),
  separated: ({ trackingNumber }) => ({ did: `took ${formatTrackingNumber(trackingNumber)} out of this case again`, lines: [], weight: 'turn' }),
  correspondenceSent: ({ method, toName, toAddress, subject, body, isAutomatic }) => ({
    did: `${isAutomatic ? 'sent a notice: ' : ''}${WRITTEN[method]} ${toName || toAddress}`,
    lines: [...given(subject), ...given(body)],
    weight: 'words',
  }),
  surveyOffered: ({ method }) => ({ did: `offered the citizen the survey, ${ASKED[method]}`, lines: [], weight: 'aside' }),
  surveyAnswered: ({ rating, comment, method }) => ({ did: `noted the citizen’s rating, ${rating} of 5 (${ASKED[method]})`, lines: given(comment), weight: 'words' }),
  followUpOpened: ({ departmentCode, dueBy }, { catalogue, now }) => ({
    did: `opened a follow-up for ${departmentName(catalogue, departmentCode)}`,
    lines: [`By ${exactMoment(dueBy, now, catalogue.city.timeZone)}`],
    weight: 'turn',
  }),
  followUpClosed: ({ note }) => ({ did: 'closed the follow-up', lines: given(note), weight: 'turn' }),
  reviewed: ({ verdict, note }) => ({ did: verdict === 'complete' ? 'reviewed the answer: complete' : 'reviewed the answer: something is missing', lines: verdict === 'complete' ? given(note) : [], weight: 'turn' }),
  sealed: ({ reason, supervisorStaffId }, { catalogue }) => ({
    did: `sealed the case${supervisorStaffId === null ? '' : ` and told ${staffName(catalogue, supervisorStaffId)}, who has it now`}`,
    lines: given(reason),
    weight: 'turn',
  }),
  sealedOpened: () => ({ did: 'looked at this sealed case', lines: [], weight: 'aside' }),
};
