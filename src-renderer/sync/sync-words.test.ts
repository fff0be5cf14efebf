import { describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS, utcMs } from '../../src-shared/util/time.ts';
import { backupWarning, clockWarning, clockWords, isLeaseLow, leaseWords, waitingWords } from './sync-words.ts';

const now = utcMs(Date.parse('2026-11-02T14:00:00Z'));

describe('the lease', () => {
  it.each([
    [{ left: 143, ownLeft: 1_000, perDay: 12 }, '143, for about 11 days at this desk’s pace. After that this workstation gives out 1,000 of its own, beginning with 9.', false],
    [{ left: 20, ownLeft: 1_000, perDay: 40 }, '20, for less than a day at this desk’s pace. After that this workstation gives out 1,000 of its own, beginning with 9.', true],
    [{ left: 300, ownLeft: 1_000, perDay: null }, '300. After that this workstation gives out 1,000 of its own, beginning with 9.', false],
    [{ left: 300, ownLeft: 1_000, perDay: 0.2 }, '300, for weeks at this desk’s pace. After that this workstation gives out 1,000 of its own, beginning with 9.', false],
    [{ left: 0, ownLeft: 988, perDay: 40 }, '0. This workstation gives out numbers of its own, beginning with 9: 988 left.', true],
    [{ left: 0, ownLeft: 0, perDay: 40 }, '0, and none of its own. Use the numbered paper forms until the server is back.', true],
  ])('%o', (lease, words, isLow) => {
    expect(leaseWords(lease)).toBe(words);
    expect(isLeaseLow(lease)).toBe(isLow);
  });
});

describe('the clock', () => {
  it.each([
    [null, 'not compared yet', null],
    [2 * MINUTE_MS, 'right', null],
    [7 * MINUTE_MS, '7 min slow', /is 7 min slow\. .*ask your IT office/],
    [-3 * DAY_MS, '3 days fast', /is 3 days fast/],
  ])('%s ms ahead of us at the server is %s', (skew, words, warning) => {
    expect(clockWords(skew)).toBe(words);
    if (warning === null) expect(clockWarning(skew)).toBeNull();
    else expect(clockWarning(skew)).toMatch(warning);
  });
});

it('a backup is worth a word when it is older than two days', () => {
  expect(backupWarning(null, now)).toBeNull();
  expect(backupWarning(utcMs(now - 2 * DAY_MS), now)).toBeNull();
  expect(backupWarning(utcMs(now - 5 * DAY_MS), now)).toBe('The server’s last backup is 5 days old. Work goes on; tell your IT office.');
});

it('what waits is said by kind', () => {
  expect(waitingWords([{ type: 'case.open', count: 4, oldestAt: now }, { type: 'case.addNote', count: 1, oldestAt: now }])).toBe('4 × new case, 1 × note');
});
