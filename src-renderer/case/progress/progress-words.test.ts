import { expect, it } from 'vitest';
import { DAY_MS, utcMs } from '../../../src-shared/util/time.ts';
import { catalogue, caseWith, maria, NOW } from '../fixtures.ts';
import { progressNoteWords, progressState } from './progress-words.ts';

/** Monday 7 December 2026, 17:00 in New York. */
const DUE = utcMs(Date.UTC(2026, 11, 7, 22));
const major = { ...caseWith(), isMajorRepair: true, nextProgressBy: DUE };

it('says when the next report on a long work is due, and that it is late', () => {
  expect(progressState(major, NOW, catalogue)).toEqual({ label: 'Next report', tone: 'info', words: 'Mon 7 Dec 17:00, in 14 days.' });
  expect(progressState(major, utcMs(DUE + 2 * DAY_MS), catalogue)).toEqual({ label: 'Report is late', tone: 'danger', words: 'It was due Mon 7 Dec 17:00, 2 days ago. Say how far the work is.' });
  expect(progressState({ ...major, nextProgressBy: null }, NOW, catalogue)?.words).toBe('The first progress note makes one.');
});

it('says nothing of a case on which nobody reports, or that is closed', () => {
  expect(progressState(caseWith(), NOW, catalogue)).toBeNull();
  expect(progressState({ ...major, closedAt: NOW }, NOW, catalogue)).toBeNull();
});

it('says beforehand which date a progress note makes, and who reads it', () => {
  // Ten working days, and Thanksgiving is none.
  expect(progressNoteWords(major, NOW, catalogue)).toBe('The next report is then due Tue 8 Dec 17:00, 10 business days from today.');
  expect(progressNoteWords({ ...major, requester: { ...maria, preference: 'text' } }, NOW, catalogue)).toMatch(/^The citizen gets this as a text message\. The next/);
  expect(progressNoteWords(caseWith(), NOW, catalogue)).toBe('No next report is expected for this service.');
});
