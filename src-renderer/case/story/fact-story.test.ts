import { TOLD_OF_PARTS } from './part-story-examples.ts';
import { describe, expect, it } from 'vitest';
import { Fact, type FactKind, type NewFact } from '../../../src-shared/domain/fact.ts';
import { HOUR_MS, utcMs } from '../../../src-shared/util/time.ts';
import { catalogue, caseWith, factOf, LUIS, maria, NOW, NUMBER, opened, OTHER_NUMBER } from '../fixtures.ts';
import { factStory } from './fact-story.ts';
import { fieldWords } from './field-words.ts';

const wording = { catalogue, now: NOW };
const caseId = caseWith().id;

const TOLD: Record<FactKind, readonly [NewFact, string, readonly string[]]> = {
  caseOpened: [
    { kind: 'caseOpened', opened },
    'Ana Rivera entered the case (letter, received Sun 22 Nov 14:05)',
    ['A deep hole', 'Promised: an answer by Wed 25 Nov 14:05'],
  ],
  fieldsEdited: [
    { kind: 'fieldsEdited', changes: [{ field: 'isMajorRepair', from: false, to: true }, { field: 'location', from: null, to: opened.location }] },
    'Ana Rivera changed construction or major repair, location',
    ['Construction or major repair: No → Yes', 'Location: nothing → 12 Elm St, Apt 4'],
  ],
  dueDatesSet: [
    { kind: 'dueDatesSet', catalogueVersion: 8, policyCode: 'STANDARD', acknowledgeBy: null, respondBy: NOW, resolveBy: null },
    'Ana Rivera moved the promise: an answer by Mon 23 Nov 14:05',
    [],
  ],
  assigned: [{ kind: 'assigned', assigneeId: LUIS, note: 'You know the street.' }, 'Ana Rivera assigned the case to Luis Ortega', ['You know the street.']],
  transferred: [
    { kind: 'transferred', fromDepartmentCode: 'STREETS', toDepartmentCode: 'CLERK', reason: '', isMisrouted: false },
    'Ana Rivera transferred the case from Streets to City Clerk',
    [],
  ],
  referred: [
    { kind: 'referred', agency: { name: 'School Board', address: '3 Oak Ave', phone: '555-0199' }, note: '' },
    'Ana Rivera referred the citizen to School Board',
    ['3 Oak Ave · 555-0199'],
  ],
  contactLogged: [
    { kind: 'contactLogged', method: 'phone', direction: 'toCitizen', outcome: 'noAnswer', person: '', text: '' },
    'Ana Rivera called the citizen: no answer',
    [],
  ],
  responded: [{ kind: 'responded' }, 'Ana Rivera gave the citizen a first answer', []],
  noteAdded: [{ kind: 'noteAdded', text: 'Dog in the yard.' }, 'Ana Rivera added a note', ['Dog in the yard.']],
  progressNoteAdded: [{ kind: 'progressNoteAdded', text: 'Filled half.', nextProgressBy: null }, 'Ana Rivera reported progress', ['Filled half.']],
  putOnHold: [
    { kind: 'putOnHold', reasonCode: 'WAITING', note: '', until: '2026-12-01', pauses: [] },
    'Ana Rivera put the case on hold: waiting for the citizen, until Tue 1 Dec',
    [],
  ],
  resumed: [{ kind: 'resumed', note: '' }, 'Ana Rivera resumed the case', []],
  closed: [
    { kind: 'closed', disposition: 'DONE', closingNote: 'The hole is filled.', completionDate: '2026-11-20', isFirstContactResolution: false },
    'Ana Rivera closed the case: work done',
    ['The hole is filled.', 'Work complete Fri 20 Nov'],
  ],
  reopened: [{ kind: 'reopened', reason: 'It sank again.' }, 'Ana Rivera reopened the case', ['It sank again.']],
  coReporterAdded: [
    { kind: 'coReporterAdded', trackingNumber: OTHER_NUMBER, person: maria, channel: 'phone', receivedAt: NOW, pin: '1234' },
    'Ana Rivera added María Núñez, who reported the same thing',
    ['Own number 48-2913-5070 · Phone'],
  ],
  fileAttached: [
    { kind: 'fileAttached', sha256: 'a'.repeat(64), name: 'hole.jpg', mediaType: 'image/jpeg', sizeBytes: 2_500_000 },
    'Ana Rivera attached hole.jpg',
    ['2.5 MB'],
  ],
  linked: [
    { kind: 'linked', link: { relation: 'duplicateOf', caseId, trackingNumber: NUMBER } },
    'Ana Rivera marked this a duplicate of 48-2913-5062',
    [],
  ],
  numberReplaced: [
    { kind: 'numberReplaced', formerNumber: OTHER_NUMBER, trackingNumber: NUMBER },
    'Ana Rivera entered this under 48-2913-5070, a number that was on another citizen’s slip too',
    ['It goes on as 48-2913-5062; a search for the old number finds both cases'],
  ],
  ...TOLD_OF_PARTS,
};

describe('the history reads like a story', () => {
  it.each(Object.entries(TOLD))('%s', (_kind, [fact, sentence, lines]) => {
    const story = factStory(factOf(fact), wording);
    expect(`${story.who} ${story.did}`).toBe(sentence);
    expect(story.lines).toEqual(lines);
  });

  it('has a story for every kind of fact', () => {
    expect(Object.keys(TOLD).sort()).toEqual(Fact.options.map((option) => option.shape.kind.value).sort());
  });

  it('says who took a case, who called, and when a call came in today', () => {
    const did = (fact: NewFact): string => factStory(factOf(fact, { by: LUIS }), wording).did;
    expect(did({ kind: 'assigned', assigneeId: LUIS, note: '' })).toBe('took the case');
    expect(did({ kind: 'contactLogged', method: 'letter', direction: 'fromCitizen', outcome: 'reached', person: 'Mr. Hay', text: '' })).toBe(
      'noted a letter from Mr. Hay',
    );
    const today = { ...opened, channel: 'phone' as const, receivedAt: utcMs(NOW - HOUR_MS) };
    expect(did({ kind: 'caseOpened', opened: today })).toBe('entered the case (phone)');
  });

  it('puts long values of a change under each other', () => {
    const long = 'Water comes up through the pavement in front of the house';
    const story = factStory(factOf({ kind: 'fieldsEdited', changes: [{ field: 'description', from: '', to: long }] }), wording);
    expect(story.lines).toEqual(['Description was: nothing', `Description is now: ${long}`]);
  });

  it('shows codes of people and reasons that have left the city’s lists', () => {
    const story = factStory(factOf({ kind: 'putOnHold', reasonCode: 'GONE', note: '', until: null, pauses: [] }), wording);
    expect(story.did).toBe('put the case on hold: GONE');
  });
});

describe('a field in words', () => {
  it.each([
    ['requester', maria, 'María Núñez · (561) 555-0142 · contact: phone call'],
    ['requester', null, 'Anonymous'],
    ['onBehalfOf', null, 'nothing'],
    ['description', '', 'nothing'],
    ['answers', { SIZE: 'a tyre', OLD: 'yes' }, 'How big is it? a tyre\nOLD yes'],
    ['receivedAt', NOW, 'Mon 23 Nov 14:05'],
    ['serviceCode', 'GONE', 'GONE'],
  ] as const)('%s', (field, value, words) => {
    expect(fieldWords(field, value, wording)).toBe(words);
  });

  it('shows a value of a strange form as it is', () => {
    expect(fieldWords('requester', { name: 'x', preference: null }, wording)).toBe('{"name":"x","preference":null}');
  });
});

it('names a task where the case is at hand', () => {
  const taskId = '00000000-0000-4000-8000-00000000000a';
  const tasks = [{ id: taskId, title: 'Shut the valve' }];
  const did = (fact: NewFact): string => factStory(factOf(fact), { ...wording, tasks }).did;
  expect(did({ kind: 'taskFinished', taskId, outcome: 'done', note: '' })).toBe('finished “Shut the valve”');
  expect(did({ kind: 'taskStarted', taskId, dueBy: null })).toBe('let “Shut the valve” begin');
  expect(did({ kind: 'taskAssigned', taskId, departmentCode: 'CLERK', assigneeId: null, note: '' })).toBe('gave “Shut the valve” to City Clerk');
});
