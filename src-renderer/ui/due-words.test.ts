import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { type DueState, dueWords, type RowPromises, rowDueWords } from './due-words.ts';

const ZONE = 'America/New_York';
const at = (iso: string): UtcMs => utcMs(Date.parse(iso));
/** Thu 1 Oct 2026, 12:00 in New York. */
const NOON = at('2026-10-01T12:00:00-04:00');

function words(due: Partial<DueState>): string {
  return dueWords({ respondBy: null, respondedAt: null, closedAt: null, ...due }, NOON, ZONE).text;
}

describe('not answered yet', () => {
  it.each([
    ['2026-10-01T16:10:00-04:00', 'due today 16:10'],
    ['2026-10-01T23:59:00-04:00', 'due today 23:59'],
    ['2026-10-02T00:00:00-04:00', 'due tomorrow 00:00'],
    ['2026-10-05T17:00:00-04:00', 'due Mon 5 Oct'],
    ['2027-01-04T17:00:00-05:00', 'due 4 Jan 2027'],
    ['2026-10-01T11:56:00-04:00', '4 min late'],
    ['2026-10-01T09:00:00-04:00', '3 h late'],
    ['2026-09-30T12:00:00-04:00', '1 day late'],
    ['2026-09-29T11:00:00-04:00', '2 days late'],
  ])('by %s: %s', (respondBy, text) => {
    expect(words({ respondBy: at(respondBy) })).toBe(text);
  });

  it('knows the day in the city, not where the workstation stands', () => {
    // Past midnight in UTC, still today in New York.
    expect(words({ respondBy: at('2026-10-02T02:00:00Z') })).toBe('due today 22:00');
  });

  it('says when nothing was promised', () => {
    expect(words({})).toBe('no promise');
  });
});

describe('answered or closed', () => {
  const respondBy = at('2026-10-01T10:00:00-04:00');

  it('is answered, and late stays late', () => {
    expect(words({ respondBy, respondedAt: at('2026-10-01T09:00:00-04:00') })).toBe('answered');
    expect(words({ respondBy, respondedAt: at('2026-10-01T11:30:00-04:00') })).toBe('answered 1 h late');
    expect(words({ respondedAt: NOON })).toBe('answered');
  });

  it('does not forget lateness when it is closed without an answer', () => {
    expect(words({ respondBy, closedAt: at('2026-10-03T11:00:00-04:00') })).toBe('closed 2 days late');
    expect(words({ respondBy, closedAt: at('2026-10-01T09:00:00-04:00') })).toBe('closed in time');
  });
});

describe('the promises of a line in a list', () => {
  const NONE: RowPromises = { dueAt: null, lateCount: 0, state: 'assigned', respondBy: null, respondedAt: null, closedAt: null };
  const line = (row: Partial<RowPromises>): string => rowDueWords({ ...NONE, ...row }, NOON, ZONE).text;

  it('tells of the one that comes first, whichever it is', () => {
    expect(line({ dueAt: utcMs(NOON - 3 * DAY_MS), respondedAt: NOON })).toBe('3 days late');
    expect(line({ dueAt: utcMs(NOON + HOUR_MS), lateCount: 1 })).toMatch(/^due today/);
  });

  it('says where none runs why that is, and keeps what was missed', () => {
    expect(line({ state: 'onHold', lateCount: 1 })).toBe('stands still');
    expect(line({ state: 'closed', lateCount: 2, closedAt: NOON })).toBe('was late');
    expect(line({})).toBe('no promise');
  });
});
