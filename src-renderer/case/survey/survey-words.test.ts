import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, utcMs } from '../../../src-shared/util/time.ts';
import { ANA, catalogue, caseWith, NOW, NUMBER, OTHER_NUMBER } from '../fixtures.ts';
import { answerers, followUpState, ratingEffect, surveyProblem } from './survey-words.ts';

const closed = caseWith({ kind: 'closed', disposition: 'DONE', closingNote: 'Filled.', completionDate: null, isFirstContactResolution: false }, { kind: 'surveyOffered', method: 'phone' });
const answer = (trackingNumber: typeof NUMBER, rating: number) => ({ kind: 'surveyAnswered' as const, trackingNumber, rating, comment: '', method: 'phone' as const });
const joined = { kind: 'coReporterAdded' as const, trackingNumber: OTHER_NUMBER, person: null, channel: 'phone' as const, receivedAt: NOW, pin: '1111' };

describe('who can answer (SU-1)', () => {
  it('is each citizen of the case, once, by their own number', () => {
    expect(surveyProblem(closed, catalogue)).toBeNull();
    expect(answerers(closed).map(({ label }) => label)).toEqual(['María Núñez · 48-2913-5062']);
    const both = caseWith(joined, { kind: 'surveyOffered', method: 'phone' }, answer(NUMBER, 4));
    expect(answerers(both)).toMatchObject([{ trackingNumber: OTHER_NUMBER, label: expect.stringMatching(/^Anonymous · /) }]);
  });

  it('is nobody who was not asked, and the reason is said', () => {
    expect(surveyProblem(caseWith(), catalogue)).toContain('still open');
    const unasked = { ...closed, survey: null };
    expect(surveyProblem({ ...unasked, requester: null }, catalogue)).toContain('wants no contact, or left no way to be reached');
    expect(surveyProblem({ ...unasked, isSealed: true }, catalogue)).toContain('sealed');
    expect(surveyProblem(unasked, catalogue)).toContain('switched off');
  });

  it('is nobody twice', () => {
    expect(surveyProblem(caseWith({ kind: 'surveyOffered', method: 'phone' }, answer(NUMBER, 4)), catalogue)).toContain('answered already');
  });
});

describe('a rating of 1 to 3 (SU-2)', () => {
  const followUp = { openedAt: NOW, departmentCode: 'STREETS', dueBy: utcMs(NOW + DAY_MS), rating: 2, closedAt: null, closedBy: null, closingNote: '' };

  it('says beforehand whom it sets to work, and until when', () => {
    // Monday; Thanksgiving is no working day, so three of them end on Friday.
    expect(ratingEffect(closed, 3, NOW, catalogue)).toBe('This opens a follow-up for Streets, due Fri 27 Nov 17:00. Tell the citizen that somebody will call.');
    expect(ratingEffect(closed, 4, NOW, catalogue)).toBeNull();
    expect(ratingEffect({ ...closed, followUp }, 1, NOW, catalogue)).toContain('joins it');
  });

  it('has a clock of its own: open, late, closed in time or late', () => {
    const zone = 'America/New_York';
    expect(followUpState(followUp, NOW, zone)).toEqual({ label: 'Open', tone: 'info', words: 'Due Tue 24 Nov 14:05 (tomorrow)' });
    expect(followUpState(followUp, utcMs(NOW + 3 * DAY_MS), zone)).toMatchObject({ label: 'Late', tone: 'danger' });
    expect(followUpState({ ...followUp, closedAt: utcMs(NOW + HOUR_MS), closedBy: ANA }, utcMs(NOW + DAY_MS), zone)).toEqual({ label: 'Closed', tone: 'success', words: 'Mon 23 Nov 15:05' });
    expect(followUpState({ ...followUp, closedAt: utcMs(NOW + 2 * DAY_MS), closedBy: ANA }, utcMs(NOW + 3 * DAY_MS), zone)).toMatchObject({ tone: 'warning', words: 'Wed 25 Nov 14:05, 1 day late' });
  });
});
