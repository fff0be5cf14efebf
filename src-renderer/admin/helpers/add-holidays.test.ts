import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../src-shared/language/language.ts';
import { proposedDays, withHolidays } from './add-holidays.ts';

const CHRISTMAS = { date: '2026-12-25', name: 'Christmas Day', spanishName: 'Navidad' };
const JUNETEENTH = { date: '2026-06-19', name: 'Juneteenth', spanishName: null };
const keptNames = (exceptions: readonly unknown[]) => proposedDays([JUNETEENTH, CHRISTMAS], exceptions).map(({ known }) => known);

afterEach(() => speak('en'));

describe('public holidays taken into a calendar', () => {
  it('bring both names, and stand by date', () => {
    const founders = { date: '2026-04-24', name: 'Founders’ Day', hours: [] };
    expect(withHolidays([founders, { date: '', name: '', hours: 'noo' }], [CHRISTMAS, JUNETEENTH])).toEqual([
      { date: '', name: '', hours: 'noo' },
      founders,
      { ...JUNETEENTH, hours: [], origin: 'library' },
      { ...CHRISTMAS, hours: [], origin: 'library' },
    ]);
  });

  it('are known by the name the calendar has, in the language of the interface where it has that', () => {
    speak('es');
    expect(keptNames([{ ...CHRISTMAS, hours: [] }, { date: '2026-06-19', name: 'Juneteenth, kept before there were Spanish names' }])).toEqual([
      'Juneteenth, kept before there were Spanish names',
      'Navidad',
    ]);
    speak('en');
    expect(keptNames([{ ...CHRISTMAS, hours: 'still typing' }])).toEqual([null, 'Christmas Day']);
  });
});
