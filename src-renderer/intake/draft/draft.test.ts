import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OpenCaseInput } from '../../../src-shared/protocol/data-rpc/command-input.ts';
import { formatTrackingNumber, trackingNumberFromPayload } from '../../../src-shared/tracking-number/tracking-number.ts';
import { HOUR_MS, utcMs } from '../../../src-shared/util/time.ts';
import { draftTitle, emptyDraft, hasFacts, type IntakeDraft, isEmptyDraft, readDraft } from './draft.ts';
import { findJoinProblems, findProblems, firstProblem } from './find-problems.ts';
import { caller, catalogue, draftWith, NOW } from './fixtures.ts';
import { askerOf, likelyPreference, peopleOf, whoAsksText } from './people.ts';
import { tidyPhone } from './phone-text.ts';
import { receivedAtOf, receivedContext, settledReceivedText, typeReceived } from './received-of-draft.ts';
import { NOTHING_HEARD } from '../../../src-shared/catalogue/heard-words.ts';
import { chooseService, serviceOf, settledBy, takeBestService, takeNamedService } from './service-of-draft.ts';
import { callerSearchText, leaveCaller, takeCaller } from './take-caller.ts';
import { toAddCoReporter, toJoinNote, toOpenCase } from './to-open-case.ts';

const POTHOLE = { serviceCode: 'POTHOLE', serviceText: 'Pothole', locationText: '12 Elm St', answers: { SIZE: 'a tyre' } };
const context = receivedContext(catalogue, NOW);
const received = (text: string, channel: 'phone' | 'letter' = 'letter') => typeReceived(draftWith({ channel }), text, context);

describe('a draft', () => {
  it('comes back from the disk as it was, and anything else is not a draft', () => {
    const draft = draftWith({ ...POTHOLE, name: 'María', taken: { key: 'k', name: 'María', filled: ['name'] } });
    expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(readDraft({ ...draft, channel: 'pigeon' })).toBeNull();
    expect(readDraft('a text')).toBeNull();
  });

  it('is empty until something was typed', () => {
    expect(isEmptyDraft(emptyDraft({ channel: 'phone', typedBy: 'a.rivera', newId: () => crypto.randomUUID() }))).toBe(true);
    expect(isEmptyDraft(draftWith({ name: 'x' }))).toBe(false);
  });

  it('holds facts as soon as one is typed, and none when all are taken back', () => {
    const empty = draftWith({});
    expect(hasFacts(empty)).toBe(false);
    expect(hasFacts({ ...empty, channel: 'letter', startedAt: null })).toBe(false);
    expect(hasFacts({ ...empty, phone: ' ' })).toBe(false);
    expect(hasFacts({ ...empty, needs: 'ramp' })).toBe(true);
    expect(hasFacts({ ...empty, isAnonymous: true })).toBe(true);
    expect(hasFacts({ ...empty, language: 'es' })).toBe(true);
  });

  it('is told apart by its first facts', () => {
    expect(draftTitle(draftWith({ name: ' María  Núñez ', ...POTHOLE }))).toBe('María Núñez · Pothole · 12 Elm St');
    expect(draftTitle(draftWith({}))).toBe('Draft without a name');
  });
});

describe('a phone number', () => {
  it.each([
    ['5615550142', '(561) 555-0142'],
    ['561.555.0142 ', '(561) 555-0142'],
    ['1 561 555 0142', '(561) 555-0142'],
    ['+34 912 345 678', '+34 912 34 56 78'],
    ['555-0142', '555-0142'],
    ['0142', '0142'],
    ['next door', 'next door'],
    ['', ''],
  ])('%j is written %j', (typed, tidy) => {
    expect(tidyPhone(typed)).toBe(tidy);
  });
});

describe('taking a caller from earlier cases', () => {
  it('fills what is empty and completes the searched piece', () => {
    const taken = takeCaller(draftWith({ phone: '0142' }), caller, 'phone');
    expect(taken).toMatchObject({ phone: caller.phone, name: caller.name, email: caller.email, address: caller.address });
    expect(taken.language).toBe('es');
  });

  it('never overwrites what was typed', () => {
    const taken = takeCaller(draftWith({ phone: '0142', name: 'Mary Smith', email: 'new@example.org' }), caller, 'phone');
    expect(taken).toMatchObject({ name: 'Mary Smith', email: 'new@example.org', phone: caller.phone, language: 'en' });
  });

  it('completes the beginning of a name, accents or not', () => {
    expect(takeCaller(draftWith({ phone: '0142', name: 'maria nu' }), caller, 'phone').name).toBe(caller.name);
  });

  it('replaces the name that was searched by its sound', () => {
    expect(takeCaller(draftWith({ name: 'Nunyez' }), caller, 'name').name).toBe(caller.name);
  });

  it('can be taken back without losing what was typed', () => {
    const left = leaveCaller(takeCaller(draftWith({ phone: '0142', description: 'a hole', email: 'own@example.org' }), caller, 'phone'));
    expect(left).toMatchObject({ phone: '', name: '', email: 'own@example.org', description: 'a hole', taken: null });
  });

  it('searches from four digits or three letters on', () => {
    expect(callerSearchText('(014', 'phone')).toBeNull();
    expect(callerSearchText('0142', 'phone')).toBe('0142');
    expect(callerSearchText('nu', 'name')).toBeNull();
    expect(callerSearchText('nuñ', 'name')).toBe('nuñ');
  });
});

describe('two people on a case (S2, Step 1.4)', () => {
  const two = { name: 'Woodrow Hay', phone: '555-0111', onBehalfOf: 'María Núñez', otherPhone: '(561) 555-0142', otherAddress: '12 Elm St' };

  it('has the caller ask on behalf of the other', () => {
    const { requester, onBehalfOf } = peopleOf(draftWith(two));
    expect(requester).toMatchObject({ name: 'Woodrow Hay', phone: '555-0111' });
    expect(onBehalfOf).toMatchObject({ name: 'María Núñez', phone: '(561) 555-0142', address: '12 Elm St', preference: 'phone' });
    expect(whoAsksText(draftWith(two))).toBe('Woodrow Hay asks for María Núñez.');
  });

  it('knows a Commissioner by the title, whichever was typed first', () => {
    const draft = draftWith({ name: 'María Núñez', onBehalfOf: 'Commissioner Hay' });
    expect(askerOf(draft)).toBe('other');
    expect(peopleOf(draft).requester?.name).toBe('Commissioner Hay');
    expect(peopleOf(draft).onBehalfOf?.name).toBe('María Núñez');
    expect(whoAsksText(draft)).toBe('Commissioner Hay asks for María Núñez.');
  });

  it('leaves the last word to staff', () => {
    expect(askerOf(draftWith({ name: 'María', onBehalfOf: 'Commissioner Hay', asker: 'main' }))).toBe('main');
  });

  it('asks for the name that is missing', () => {
    expect([...findProblems(draftWith({ ...POTHOLE, onBehalfOf: 'Commissioner Hay' }), catalogue, NOW).keys()]).toEqual(['name']);
  });

  it('has one person without it, and none when anonymous or silent', () => {
    expect(peopleOf(draftWith({ name: 'María' }))).toMatchObject({ requester: { name: 'María' }, onBehalfOf: null });
    expect(peopleOf(draftWith({ name: 'María', isAnonymous: true })).requester).toBeNull();
    expect(peopleOf(draftWith({})).requester).toBeNull();
  });

  it('tells a citizen by what they gave', () => {
    expect(likelyPreference({ phone: '5', email: 'a@b.c', address: 'x' })).toBe('email');
    expect(likelyPreference({ phone: '', email: '', address: 'x' })).toBe('letter');
    expect(likelyPreference({ phone: '', email: '', address: '' })).toBe('none');
  });
});

describe('the day a letter was received', () => {
  it('has to be said for a letter and is now for a call', () => {
    expect(findProblems(draftWith({ ...POTHOLE, channel: 'letter' }), catalogue, NOW).get('receivedText')).toMatch(/Say the day/);
    expect(receivedAtOf(draftWith({ channel: 'letter' }), NOW)).toBeNull();
    expect(receivedAtOf(draftWith({ channel: 'phone', startedAt: utcMs(NOW - HOUR_MS) }), NOW)).toBe(NOW - HOUR_MS);
  });

  it('is settled when typed: a parked "yesterday" does not move with the days', () => {
    const draft = received('yesterday');
    const nextWeek = utcMs(NOW + 7 * 24 * HOUR_MS);
    expect(receivedAtOf(draft, nextWeek)).toBe(draft.receivedAt);
    expect(settledReceivedText(draft, context)).toBe('Sun 22 Nov 2026');
  });

  it('keeps the hour of something received today', () => {
    expect(settledReceivedText(received('today'), context)).toBe('Mon 23 Nov 2026 14:05');
  });

  it.each([
    ['not a day', /not a date/],
    ['11/30/2026', /still to come/],
    ['1/2/1926', /five years/],
  ])('says how to mend %j and leaves the text alone', (text, sentence) => {
    const draft = received(text);
    expect(findProblems(draft, catalogue, NOW).get('receivedText')).toMatch(sentence);
    expect(settledReceivedText(draft, context)).toBe(text);
  });
});

describe('a service', () => {
  it('settles kind, nature and department until staff say otherwise', () => {
    const service = serviceOf(draftWith(POTHOLE), catalogue);
    expect(settledBy(draftWith(POTHOLE), service)).toEqual({
      kind: 'serviceRequest',
      nature: 'action',
      isMajorRepair: true,
      departmentCode: 'STREETS',
    });
    expect(settledBy(draftWith({ ...POTHOLE, kind: 'complaint', departmentCode: 'CLERK' }), service)).toMatchObject({
      kind: 'complaint',
      departmentCode: 'CLERK',
    });
  });

  it('takes the settings of another service with it, but keeps the answers', () => {
    const hours = catalogue.services[1] ?? null;
    const changed = chooseService(draftWith({ ...POTHOLE, kind: 'complaint' }), hours, 'Office hours');
    expect(changed).toMatchObject({ serviceCode: 'HOURS', kind: null, answers: { SIZE: 'a tyre' } });
  });
});

describe('words in the field Service that nobody took', () => {
  it('become the best match when the field is left, or stay when none fits', () => {
    expect(takeBestService(draftWith({ serviceText: 'hole in the road' }), catalogue, NOTHING_HEARD)).toMatchObject({ serviceCode: 'POTHOLE', serviceText: 'Pothole' });
    expect(takeBestService(draftWith({ serviceText: 'elephant' }), catalogue, NOTHING_HEARD)).toMatchObject({ serviceCode: null, serviceText: 'elephant' });
    expect(takeBestService(draftWith({ ...POTHOLE, serviceText: 'office' }), catalogue, NOTHING_HEARD).serviceCode).toBe('POTHOLE');
  });

  it('become a service unseen only by its whole name', () => {
    expect(takeNamedService(draftWith({ serviceText: 'office HOURS ' }), catalogue).serviceCode).toBe('HOURS');
    expect(takeNamedService(draftWith({ serviceText: 'office' }), catalogue).serviceCode).toBeNull();
  });
});

describe('what stands in the way of a number', () => {
  it('is nothing for a whole draft', () => {
    expect(findProblems(draftWith(POTHOLE), catalogue, NOW).size).toBe(0);
  });

  it('is named at its field, in the order of the screen', () => {
    const problems = findProblems(draftWith({ serviceCode: 'POTHOLE', email: 'no' }), catalogue, NOW);
    expect([...problems.keys()]).toEqual(['email', 'locationText', 'answer:SIZE']);
    expect(firstProblem(problems)).toBe('email');
    expect(firstProblem(new Map([['answer:SIZE', 'x'], ['serviceText', 'x']] as const))).toBe('serviceText');
  });

  it('tells an unknown service from none', () => {
    expect(findProblems(draftWith({}), catalogue, NOW).get('serviceText')).toMatch(/type what the caller says/);
    expect(findProblems(draftWith({ serviceText: 'xyz' }), catalogue, NOW).get('serviceText')).toMatch(/Pick one/);
  });

  it('asks for outcome and words of an inquiry answered now, but for no place', () => {
    const draft = draftWith({ serviceCode: 'POTHOLE', isAnsweredNow: true });
    expect([...findProblems(draft, catalogue, NOW).keys()]).toEqual(['outcome', 'toldText']);
  });

  it('asks less of a caller who joins an existing case', () => {
    expect(findJoinProblems(draftWith({ channel: 'letter', email: 'no' }), catalogue, NOW).size).toBe(2);
    expect(findJoinProblems(draftWith({}), catalogue, NOW).size).toBe(0);
  });
});

describe('the command', () => {
  const number = trackingNumberFromPayload(482_913_506);

  it('carries the ids of the draft, so that issuing twice is one case', () => {
    const draft = draftWith({ ...POTHOLE, name: 'María', phone: '(561) 555-0142' });
    const input = toOpenCase(draft, catalogue, NOW);
    expect(input).toMatchObject({ commandId: draft.commandId, caseId: draft.caseId, draftId: draft.draftId });
    expect(input.fields).toMatchObject({
      serviceCode: 'POTHOLE',
      location: { text: '12 Elm St', unit: '', point: null },
      requester: { name: 'María', preference: 'phone' },
      answers: { SIZE: 'a tyre' },
      receivedAt: NOW,
      departmentCode: null,
      isSealed: false,
      answeredNow: null,
    });
    const later = utcMs(NOW + HOUR_MS);
    expect(toOpenCase(draft, catalogue, later)).toEqual({ ...input, windowNow: later });
  });

  it('closes an inquiry at once', () => {
    const draft = draftWith({ serviceCode: 'HOURS', isAnsweredNow: true, outcome: 'ANSWERED', toldText: 'Open until five.' });
    expect(toOpenCase(draft, catalogue, NOW).fields.answeredNow).toEqual({ disposition: 'ANSWERED', closingNote: 'Open until five.' });
  });

  it('says of a complaint what it is about, of one about conduct whom and what', () => {
    const said = { complaintAbout: 'conduct', alleged: 'Shouted' } as const;
    const fields = (facts: Partial<IntakeDraft>) => toOpenCase(draftWith({ ...POTHOLE, ...facts }), catalogue, NOW).fields;
    expect(fields(said)).toMatchObject({ complaintAbout: null, misconduct: null });
    expect(fields({ kind: 'complaint' })).toMatchObject({ complaintAbout: 'service', misconduct: null });
    expect(fields({ ...said, kind: 'complaint' })).toMatchObject({ complaintAbout: 'conduct', misconduct: { accusedStaffId: null, reason: 'Shouted' } });
    const named = { ...said, kind: 'complaint', accusedText: 'T. Walsh', accusedId: 't.walsh', alleged: '' } as const;
    expect(fields(named).misconduct).toEqual({ accusedStaffId: 't.walsh', reason: 'Complaint about conduct' });
    expect(fields({ ...named, accusedText: '' }).misconduct?.accusedStaffId).toBeNull();
  });

  it('is not given for a name that is nobody’s', () => {
    const draft = draftWith({ ...POTHOLE, kind: 'complaint', complaintAbout: 'conduct', accusedText: 'Walsch' });
    expect(findProblems(draft, catalogue, NOW).get('accusedText')).toContain('Nobody is chosen');
    expect(findProblems({ ...draft, complaintAbout: 'service' }, catalogue, NOW).has('accusedText')).toBe(false);
  });

  it('is whole for whatever was typed into a draft without problems', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    const facts = fc.record({ name: text, phone: text, needs: text, unit: text, description: text, onBehalfOf: text });
    fc.assert(
      fc.property(facts, (typed) => {
        const draft = draftWith({ ...POTHOLE, ...typed });
        fc.pre(findProblems(draft, catalogue, NOW).size === 0);
        expect(OpenCaseInput.safeParse(toOpenCase(draft, catalogue, NOW)).success).toBe(true);
      }),
    );
  });

  it('adds a caller to an existing case and keeps what they said', () => {
    const draft = draftWith({ name: 'María', description: 'Deep one.', locationText: '14 Elm St' });
    const input = toAddCoReporter(draft, draft.caseId, NOW);
    expect(input).toMatchObject({ commandId: draft.joinCommandId, person: { name: 'María' }, channel: 'phone', receivedAt: NOW });
    expect(toJoinNote(draft, draft.caseId, number)).toMatchObject({
      type: 'case.addNote',
      args: { text: `${formatTrackingNumber(number)} reported: Place: 14 Elm St\nDeep one.` },
    });
    expect(toJoinNote(draftWith({ name: 'María' }), draft.caseId, number)).toBeNull();
  });
});
