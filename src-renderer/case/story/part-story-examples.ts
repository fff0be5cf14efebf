/** What the history says of tasks, lateness, merging, letters, surveys and seals; an example of each kind of fact. */
import type { NewFact } from '../../../src-shared/domain/fact.ts';
import { CaseId } from '../../../src-shared/util/ids.ts';
import { LUIS, NOW, NUMBER } from '../fixtures.ts';

const caseId = CaseId.parse('00000000-0000-4000-8000-000000000009');
const taskId = '00000000-0000-4000-8000-00000000000a';

type Example = readonly [NewFact, sentence: string, lines: readonly string[]];

export const TOLD_OF_PARTS = {
  acknowledged: [{ kind: 'acknowledged', method: 'letter', text: '' }, 'Ana Rivera told the citizen that it was received (letter)', []],
  unlinked: [
    { kind: 'unlinked', link: { relation: 'related', caseId, trackingNumber: NUMBER }, reason: 'Another street.' },
    'Ana Rivera removed the link to 48-2913-5062',
    ['Another street.'],
  ],
  wentOverdue: [
    { kind: 'wentOverdue', clock: 'respond', taskId: null, due: NOW, departmentCode: 'STREETS', assigneeId: null },
    'Ana Rivera noted that the promise to answer was missed',
    ['Due Mon 23 Nov 14:05 · Streets'],
  ],
  overdueWithdrawn: [
    { kind: 'overdueWithdrawn', clock: 'resolve', taskId: null, due: NOW },
    'Ana Rivera noted that the promise to finish the work had been kept after all',
    ['Due Mon 23 Nov 14:05. The workstation that knew was offline.'],
  ],
  escalated: [{ kind: 'escalated', ruleCode: 'HEAD', clock: 'respond', due: NOW, toStaffId: LUIS }, 'Ana Rivera told Luis Ortega', ['HEAD']],
  taskAdded: [
    { kind: 'taskAdded', taskId, title: 'Close the lane', departmentCode: 'STREETS', assigneeId: LUIS, after: null, withinBusinessDays: 2, dueBy: NOW },
    'Ana Rivera gave Streets a task: Close the lane',
    ['For Luis Ortega', 'By Mon 23 Nov 14:05'],
  ],
  taskAssigned: [
    { kind: 'taskAssigned', taskId, departmentCode: 'CLERK', assigneeId: null, note: 'Yours, I think.' },
    'Ana Rivera gave a task to City Clerk',
    ['Yours, I think.'],
  ],
  taskStarted: [{ kind: 'taskStarted', taskId, dueBy: null }, 'Ana Rivera let the next task begin', []],
  taskFinished: [{ kind: 'taskFinished', taskId, outcome: 'notNeeded', note: '' }, 'Ana Rivera said that a task is not needed', []],
  merged: [{ kind: 'merged', intoCaseId: caseId, intoTrackingNumber: NUMBER, reason: '' }, 'Ana Rivera made this part of 48-2913-5062', []],
  unmerged: [
    { kind: 'unmerged', fromCaseId: caseId, fromTrackingNumber: NUMBER, reason: 'Two holes.' },
    'Ana Rivera undid the merge with 48-2913-5062',
    ['Two holes.'],
  ],
  absorbed: [{ kind: 'absorbed', caseId, trackingNumber: NUMBER }, 'Ana Rivera made 48-2913-5062 part of this case', []],
  separated: [{ kind: 'separated', caseId, trackingNumber: NUMBER }, 'Ana Rivera took 48-2913-5062 out of this case again', []],
  correspondenceSent: [
    {
      ...{ kind: 'correspondenceSent', method: 'letter', templateCode: null, templateVersion: null, language: 'en', trackingNumber: NUMBER, event: null },
      ...{ toName: 'María Núñez', toAddress: '12 Elm St', subject: 'Your pothole', body: 'It is filled.', isAutomatic: false },
    },
    'Ana Rivera wrote a letter to María Núñez',
    ['Your pothole', 'It is filled.'],
  ],
  surveyOffered: [{ kind: 'surveyOffered', method: 'email' }, 'Ana Rivera offered the citizen the survey, by e-mail', []],
  surveyAnswered: [
    { kind: 'surveyAnswered', trackingNumber: NUMBER, rating: 2, comment: 'Slow.', method: 'phone' },
    'Ana Rivera noted the citizen’s rating, 2 of 5 (by phone)',
    ['Slow.'],
  ],
  followUpOpened: [
    { kind: 'followUpOpened', departmentCode: 'STREETS', dueBy: NOW, rating: 2 },
    'Ana Rivera opened a follow-up for Streets',
    ['By Mon 23 Nov 14:05'],
  ],
  followUpClosed: [{ kind: 'followUpClosed', note: 'Called and explained.' }, 'Ana Rivera closed the follow-up', ['Called and explained.']],
  reviewed: [{ kind: 'reviewed', verdict: 'complete', note: 'Well put.' }, 'Ana Rivera reviewed the answer: complete', ['Well put.']],
  sealed: [
    { kind: 'sealed', reason: 'Rude at the counter.', accusedStaffId: null, supervisorStaffId: LUIS, keptBy: 'STREETS' },
    'Ana Rivera sealed the case and told Luis Ortega, who has it now',
    ['Rude at the counter.'],
  ],
  sealedOpened: [{ kind: 'sealedOpened' }, 'Ana Rivera looked at this sealed case', []],
} as const satisfies Partial<Record<NewFact['kind'], Example>>;
