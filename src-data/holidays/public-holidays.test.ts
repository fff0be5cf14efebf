import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../src-shared/language/language.ts';
import { holidayPlaces, publicHolidays } from './public-holidays.ts';

const holidays = (country: string, state: string | null, fromYear: number, toYear = fromYear) => publicHolidays({ country, state, fromYear, toYear });

afterEach(() => speak('en'));

describe('public holidays', () => {
  it('are those of the state, with the days on which they are observed', async () => {
    const florida = await holidays('US', 'FL', 2026, 2027);
    expect(florida).toEqual(expect.arrayContaining([
      { date: '2026-07-03', name: 'Independence Day (observed)' },
      { date: '2026-07-04', name: 'Independence Day' },
      { date: '2026-11-26', name: 'Thanksgiving Day' },
      { date: '2026-11-27', name: 'Day After Thanksgiving' },
      { date: '2027-06-18', name: 'Juneteenth (observed)' },
      { date: '2027-12-31', name: 'New Year\'s Day (observed)' },
    ]));
    expect((await holidays('US', null, 2026)).map(({ date }) => date)).not.toContain('2026-11-27');
  });

  it('stand in order, each date once, without what is not public', async () => {
    const dates = (await holidays('US', 'FL', 2024, 2030)).map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates).not.toContain('2026-10-31');
  });

  it('keep the local date of a country far from this computer', async () => {
    expect(await holidays('NZ', null, 2026)).toContainEqual({ date: '2026-02-06', name: 'Waitangi Day' });
  });

  it('have the names people here give them, in English and in Spanish', async () => {
    const named = async () => new Map((await holidays('US', 'FL', 2026)).map(({ date, name }) => [date, name]));
    expect((await named()).get('2026-09-07')).toBe('Labor Day');
    speak('es');
    const spanish = await named();
    expect([spanish.get('2026-05-25'), spanish.get('2026-07-03'), spanish.get('2026-11-27'), spanish.get('2026-12-25')]).toEqual([
      'Día de los Caídos', 'Día de la Independencia (observado)', 'Día después de Acción de Gracias', 'Navidad',
    ]);
    expect([...spanish.values()].filter((name) => / (Day|and) |Day$/.test(name))).toEqual([]);
  });

  it('are asked for by the names of countries in Spanish too', async () => {
    speak('es');
    expect(await holidayPlaces(null)).toEqual(expect.arrayContaining([{ code: 'US', name: 'Estados Unidos' }, { code: 'DE', name: 'Alemania' }]));
  });

  it('are none for a place that is not known', async () => {
    expect(await holidays('ZZ', null, 2026)).toEqual([]);
    expect(await holidays('US', 'ZZ', 2026)).toEqual([]);
  });

  it('can be asked for by the names of countries and states', async () => {
    expect(await holidayPlaces(null)).toEqual(expect.arrayContaining([{ code: 'US', name: 'United States' }, { code: 'MX', name: 'Mexico' }]));
    expect(await holidayPlaces('US')).toContainEqual({ code: 'FL', name: 'Florida' });
    expect(await holidayPlaces('ZZ')).toEqual([]);
  });
});
