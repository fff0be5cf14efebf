import { describe, expect, it } from 'vitest';
import { type UtcMs, utcMs } from './time.ts';
import { calendarDaysUntil, exactMoment, fromWallTime, relativeMoment, toWallTime } from './moment.ts';

const ZONE = 'America/New_York';
const at = (iso: string): UtcMs => utcMs(Date.parse(iso));
const NOW = at('2026-11-02T09:00:00-05:00');

describe('a moment in words', () => {
  it.each([
    ['2026-11-02T08:59:30-05:00', 'just now'],
    ['2026-11-02T08:48:00-05:00', '12 min ago'],
    ['2026-11-02T06:00:00-05:00', '3 h ago'],
    ['2026-11-01T18:00:00-05:00', 'yesterday'],
    ['2026-10-28T09:00:00-04:00', '5 days ago'],
    ['2026-08-10T09:00:00-04:00', '84 days ago'],
    ['2026-06-01T09:00:00-04:00', '5 months ago'],
    ['2011-08-12T09:00:00-04:00', '15 years ago'],
    ['2026-11-02T11:30:00-05:00', 'in 2 h'],
    ['2026-11-03T18:00:00-05:00', 'tomorrow'],
  ])('%s is %s', (moment, text) => {
    expect(relativeMoment(at(moment), NOW, ZONE)).toBe(text);
  });

  it('names the hours before midnight as hours, not as yesterday', () => {
    const justAfterMidnight = at('2026-11-02T00:30:00-05:00');
    expect(relativeMoment(at('2026-11-01T23:30:00-05:00'), justAfterMidnight, ZONE)).toBe('1 h ago');
  });

  it('is exact with the year only when it is another', () => {
    expect(exactMoment(at('2026-10-02T16:10:00-04:00'), NOW, ZONE)).toBe('Fri 2 Oct 16:10');
    expect(exactMoment(at('2025-10-02T16:10:00-04:00'), NOW, ZONE)).toBe('2 Oct 2025 16:10');
  });

  it('counts calendar days across the end of daylight saving time', () => {
    expect(calendarDaysUntil(at('2026-10-31T23:00:00-04:00'), NOW, ZONE)).toBe(-2);
  });
});

describe('a date and time field', () => {
  it('holds the wall clock of the city', () => {
    expect(toWallTime(at('2026-07-01T16:05:59Z'), ZONE)).toBe('2026-07-01T12:05');
    expect(fromWallTime('2026-07-01T12:05', ZONE)).toBe(at('2026-07-01T16:05:00Z'));
  });

  it('gives back what it was given, also in the hour that comes twice', () => {
    const first = at('2026-11-01T01:30:00-04:00');
    expect(fromWallTime(toWallTime(first, ZONE), ZONE)).toBe(first);
  });

  it('takes a time that a clock change leaves out an hour later', () => {
    expect(fromWallTime('2026-03-08T02:30', ZONE)).toBe(at('2026-03-08T03:30:00-04:00'));
  });

  it.each(['', 'yesterday', '2026-13-01T00:00'])('holds no date: %j', (text) => {
    expect(fromWallTime(text, ZONE)).toBeNull();
  });
});
