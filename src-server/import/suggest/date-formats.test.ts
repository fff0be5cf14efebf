import { describe, expect, it } from 'vitest';
import { dayOrderOf, guessDateFormats } from './date-formats.ts';

describe('guessDateFormats', () => {
  it.each([
    [['2024-01-31', '2024-02-01T10:00:00Z'], ['ISO'], false],
    [['1/31/2024 1:05 PM', '2/1/2024 11:00 AM'], ['M/D/YYYY h:mm A'], false],
    [['31/1/2024 13:05', '1/2/2024 09:00'], ['D/M/YYYY H:mm'], false],
    [['31.01.24'], ['D.M.YY'], false],
    [['1/2/2024', '3/4/2024'], ['M/D/YYYY'], true],
    [['1.2.2024', '3.4.2024'], ['D.M.YYYY'], true],
    [['13-JUL-16', '01-AUG-16'], ['D-MMMM-YY'], false],
    [['Jan 31, 2024 1:05 PM'], ['MMMM D, YYYY h:mm A'], false],
    [['20240131'], ['YYYYMMDD'], false],
    [['1/31/2024', '2/1/2024 1:05 PM'], ['M/D/YYYY', 'M/D/YYYY h:mm A'], false],
    [['', ''], [], false],
    [['Pothole', 'Noise'], [], false],
  ])('%j', (texts, formats, isAmbiguous) => {
    expect(guessDateFormats(texts, null)).toEqual({ formats, isAmbiguous });
  });

  it('lets another column of the file decide', () => {
    expect(dayOrderOf(['', '25/12/2024'])).toBe('dayFirst');
    expect(guessDateFormats(['1/2/2024'], 'dayFirst')).toEqual({ formats: ['D/M/YYYY'], isAmbiguous: false });
  });
});
