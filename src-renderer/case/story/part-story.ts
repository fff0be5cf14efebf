/** Tasks, merging, letters, surveys and seals, as the history tells them. */
import { t, tFor } from '../../../src-shared/language/language.ts';
import { departmentName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import type { SurveyMethod } from '../../../src-shared/domain/case-parts.ts';
import { CONTACT_METHOD_LABELS } from '../../../src-shared/domain/labels.ts';
import type { FactKind, FactOf } from '../../../src-shared/domain/fact.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import type { Wording } from './field-words.ts';
import { given, type Stories } from './told.ts';

type PartKind = Extract<
  FactKind,
  | 'acknowledged' | 'unlinked' | 'taskAdded' | 'taskAssigned' | 'taskStarted' | 'taskFinished' | 'merged' | 'unmerged' | 'absorbed' | 'separated'
  | 'correspondenceSent' | 'surveyOffered' | 'surveyAnswered' | 'followUpOpened' | 'followUpClosed' | 'reviewed' | 'sealed' | 'sealedOpened'
>;

const ASKED: Record<SurveyMethod, string> = {
  email: t`by e-mail`,
  text: t`by text message`,
  push: t`in the app`,
  letter: t`by letter`,
  phone: t`by phone`,
  paper: t`on paper`,
  web: t`on the web page`,
};

function finishedWords(task: string | null, isDone: boolean): string {
  if (task === null) return isDone ? t`finished a task` : t`said that a task is not needed`;
  return isDone ? t`finished ${task}` : t`said that ${task} is not needed`;
}

/** `“Shut the valve”`; null where the case’s tasks are not at hand. */
function taskWords(taskId: string, tasks: Wording['tasks']): string | null {
  const task = tasks?.find(({ id }) => id === taskId);
  return task === undefined ? null : `“${task.title}”`;
}

export const PART_STORIES: Stories<PartKind> = {
  acknowledged: ({ method, text }) => ({
    did: t`told the citizen that it was received (${CONTACT_METHOD_LABELS[method].toLowerCase()})`,
    lines: given(text),
    weight: 'words',
  }),
  unlinked: ({ link, reason }) => ({ did: t`removed the link to ${formatTrackingNumber(link.trackingNumber)}`, lines: given(reason), weight: 'aside' }),
  taskAdded: ({ title, departmentCode, assigneeId, dueBy }, { catalogue, now }) => ({
    did: t`gave ${departmentName(catalogue, departmentCode)} a task: ${title}`,
    lines: [
      ...(assigneeId === null ? [] : [t`For ${staffName(catalogue, assigneeId)}`]),
      ...(dueBy === null ? [] : [tFor('date')`By ${exactMoment(dueBy, now, catalogue.city.timeZone)}`]),
    ],
    weight: 'turn',
  }),
  taskAssigned: ({ taskId, departmentCode, assigneeId, note }, { catalogue, tasks }) => {
    const [what, whom] = [taskWords(taskId, tasks), assigneeId === null ? departmentName(catalogue, departmentCode) : staffName(catalogue, assigneeId)];
    return { did: what === null ? t`gave a task to ${whom}` : t`gave ${what} to ${whom}`, lines: given(note), weight: 'aside' };
  },
  taskStarted: ({ taskId, dueBy }, { catalogue, now, tasks }) => {
    const what = taskWords(taskId, tasks);
    const lines = dueBy === null ? [] : [tFor('date')`By ${exactMoment(dueBy, now, catalogue.city.timeZone)}`];
    return { did: what === null ? t`let the next task begin` : t`let ${what} begin`, lines, weight: 'aside' };
  },
  taskFinished: ({ taskId, outcome, note }, { tasks }) => {
    return { did: finishedWords(taskWords(taskId, tasks), outcome === 'done'), lines: given(note), weight: 'turn' };
  },
  merged: ({ intoTrackingNumber, reason }) => ({ did: t`made this part of ${formatTrackingNumber(intoTrackingNumber)}`, lines: given(reason), weight: 'turn' }),
  unmerged: ({ fromTrackingNumber, reason }) => ({
    did: t`undid the merge with ${formatTrackingNumber(fromTrackingNumber)}`,
    lines: given(reason),
    weight: 'turn',
  }),
  absorbed: ({ trackingNumber }) => ({ did: t`made ${formatTrackingNumber(trackingNumber)} part of this case`, lines: [], weight: 'turn' }),
  separated: ({ trackingNumber }) => ({ did: t`took ${formatTrackingNumber(trackingNumber)} out of this case again`, lines: [], weight: 'turn' }),
  correspondenceSent: ({ method, toName, toAddress, subject, body, isAutomatic }) => ({
    did: isAutomatic ? noticeWords(method, toName || toAddress) : writtenWords(method, toName || toAddress),
    lines: [...given(subject), ...given(body)],
    weight: 'words',
  }),
  surveyOffered: ({ method }) => ({ did: t`offered the citizen the survey, ${ASKED[method]}`, lines: [], weight: 'aside' }),
  surveyAnswered: ({ rating, comment, method }) => ({ did: t`noted the citizen’s rating, ${rating} of 5 (${ASKED[method]})`, lines: given(comment), weight: 'words' }),
  followUpOpened: ({ departmentCode, dueBy }, { catalogue, now }) => ({
    did: t`opened a follow-up for ${departmentName(catalogue, departmentCode)}`,
    lines: [tFor('date')`By ${exactMoment(dueBy, now, catalogue.city.timeZone)}`],
    weight: 'turn',
  }),
  followUpClosed: ({ note }) => ({ did: t`closed the follow-up`, lines: given(note), weight: 'turn' }),
  reviewed: ({ verdict, note }) => ({ did: verdict === 'complete' ? t`reviewed the answer: complete` : t`reviewed the answer: something is missing`, lines: verdict === 'complete' ? given(note) : [], weight: 'turn' }),
  sealed: ({ reason, supervisorStaffId }, { catalogue }) => ({
    did: supervisorStaffId === null ? t`sealed the case` : t`sealed the case and told ${staffName(catalogue, supervisorStaffId)}, who has it now`,
    lines: given(reason),
    weight: 'turn',
  }),
  sealedOpened: () => ({ did: t`looked at this sealed case`, lines: [], weight: 'aside' }),
};

type WrittenMethod = FactOf<'correspondenceSent'>['method'];

function writtenWords(method: WrittenMethod, to: string): string {
  if (method === 'letter') return t`wrote a letter to ${to}`;
  return method === 'email' ? t`e-mailed ${to}` : t`texted ${to}`;
}

function noticeWords(method: WrittenMethod, to: string): string {
  if (method === 'letter') return t`sent a notice: wrote a letter to ${to}`;
  return method === 'email' ? t`sent a notice: e-mailed ${to}` : t`sent a notice: texted ${to}`;
}
