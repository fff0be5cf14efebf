import { describe, expect, it } from 'vitest';
import { hoursText, readHours, readTime } from './hours-text.ts';

describe('hours as people type them', () => {
  it.each([
    ['8:00-17:00', [{ from: '08:00', to: '17:00' }]],
    ['8-12, 13-17', [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:00' }]],
    ['8am – noon; 1pm – 5:30 p.m.', [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:30' }]],
    ['0830 to 1700', [{ from: '08:30', to: '17:00' }]],
    ['18:00-midnight', [{ from: '18:00', to: '24:00' }]],
    ['', []],
    [' Closed ', []],
  ])('%s', (text, stretches) => {
    expect(readHours(text)).toEqual(stretches);
  });

  it.each(['eight to five', '8:00', '25-26', '8:00-17:75', '13pm-14pm'])('keeps what means no hours as it was typed: %s', (text) => {
    expect(readHours(text)).toBe(text);
    expect(hoursText(text)).toBe(text);
  });

  it('are written so that they are read back', () => {
    const stretches = [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '24:00' }];
    expect(hoursText(stretches)).toBe('08:00-12:00, 13:00-24:00');
    expect(readHours(hoursText(stretches))).toEqual(stretches);
  });

  it('a time of day alone', () => {
    expect([readTime('7'), readTime('7pm'), readTime('12am'), readTime('24:00'), readTime('24:10'), readTime('x')]).toEqual(['07:00', '19:00', '00:00', '24:00', null, null]);
  });
});
