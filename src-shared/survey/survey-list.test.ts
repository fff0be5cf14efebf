import { describe, expect, it } from 'vitest';
import type { Case } from '../domain/case-document.ts';
import { command, MONDAY, numberOfCase, openedCase, run, caseIdOf } from '../testing/case-maker.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { must } from '../util/assert.ts';
import { DAY_MS, HOUR_MS, utcMs } from '../util/time.ts';
import { reviewFrom } from './review-from.ts';
import { surveyList } from './survey-list.ts';
import { surveyListCsv } from './survey-list-csv.ts';
import { surveyListHtml } from './survey-list-html.ts';

const calendar = must(SMALL_CITY.calendars[0], 'the small city has a calendar');
/** MONDAY is Monday 16 November 2026, 10:00 in New York. */
const midnight = (day: number) => Date.UTC(2026, 10, day, 5);

describe('from when on', () => {
  it.each([
    ['a Tuesday has Monday', DAY_MS, 16],
    ['a Monday has Friday and the weekend', 7 * DAY_MS, 20],
    ['a Saturday has Friday', 5 * DAY_MS, 20],
    ['the day after a holiday has the day before it', 11 * DAY_MS, 25], // Friday after Thanksgiving
  ])('%s', (_name, later, day) => {
    expect(reviewFrom(calendar, utcMs(MONDAY + later))).toBe(midnight(day));
  });
});

function answered(n: number, rating: number, comment: string, at = MONDAY + HOUR_MS): Case {
  return run(openedCase(n), command('case.recordSurvey', { trackingNumber: numberOfCase(n), rating, comment, method: 'phone' }, { caseId: caseIdOf(n), madeAt: at }));
}
const listOf = (...cases: readonly Case[]) => surveyList(cases, { catalogue: SMALL_CITY, asOf: utcMs(MONDAY + DAY_MS), from: utcMs(midnight(16)) });

describe('the list for the daily review (SU-3)', () => {
  it('has the worst first, adds up above, and says whose the follow-up is', () => {
    const list = listOf(answered(1, 5, 'Quick'), answered(2, 2, 'Nobody came'), answered(3, 2, 'Late', MONDAY + 2 * HOUR_MS));
    expect(list.lines.map(({ ratingWords, comment }) => [ratingWords, comment])).toEqual([
      ['2 of 5, bad', 'Late'],
      ['2 of 5, bad', 'Nobody came'],
      ['5 of 5, very good', 'Quick'],
    ]);
    expect(list.summary).toBe('3 answers · average 3.0 · 2 with 3 or less · 2 follow-ups open');
    expect(list.lines.map(({ followUp }) => followUp)).toEqual([expect.stringMatching(/^STREETS, due /), expect.stringMatching(/^STREETS, due /), '']);
  });

  it('leaves out what is older, what is sealed, and says when nobody has answered', () => {
    expect(listOf(answered(1, 3, 'Old', MONDAY - 3 * DAY_MS), { ...answered(2, 1, 'Hidden'), isSealed: true })).toMatchObject({ lines: [], summary: 'No citizen has answered.' });
  });

  it('runs nothing that a citizen typed, neither on paper nor in a spreadsheet', () => {
    const list = listOf(answered(1, 1, '=HYPERLINK("x") <b>'));
    expect(surveyListCsv(list)).toContain(`"'=HYPERLINK(""x"") <b>"`);
    const html = surveyListHtml(list, { paper: 'letter', note: 'Printed by R. Delgado' });
    expect(html).toContain('&lt;b&gt;');
    expect(html).not.toContain('<b>');
  });
});
