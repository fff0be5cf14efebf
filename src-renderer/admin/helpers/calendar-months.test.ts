import { describe, expect, it } from 'vitest';
import { SMALL_CITY } from '../../../src-shared/testing/small-city.ts';
import { must } from '../../../src-shared/util/assert.ts';
import { monthsOf } from './calendar-months.ts';

const calendar = must(SMALL_CITY.calendars[0], 'one');

describe('a year of a calendar at a glance', () => {
  it('has every day once, under its day of the week', () => {
    const months = monthsOf(calendar, 2028);
    expect(months.map(({ days }) => days.length)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(months[0]?.emptyBefore).toBe(6); // January 1, 2028 is a Saturday
  });

  it('says which days are closed, and which differ', () => {
    const changed = { ...calendar, exceptions: [...calendar.exceptions, { date: '2026-11-27', name: 'The day after', hours: [{ from: '08:00', to: '12:00' }], origin: 'city' as const, spanishName: 'El día después' }] };
    const november = must(monthsOf(changed, 2026)[10], 'November');
    expect(november.days.slice(24, 29).map(({ kind }) => kind)).toEqual(['open', 'closed', 'otherHours', 'rest', 'rest']);
    expect(november.days[25]?.words).toBe('Thanksgiving Day, closed');
    expect(november.days[26]?.words).toBe('The day after, 08:00-12:00');
  });
});
