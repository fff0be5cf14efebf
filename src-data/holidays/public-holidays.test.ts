import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../src-shared/language/language.ts';
import { holidayPlaces, publicHolidays } from './public-holidays.ts';

const holidays = (country: string, state: string | null, fromYear: number, toYear = fromYear) => publicHolidays({ country, state, fromYear, toYear });

afterEach(() => speak('en'));

describe('public holidays', () => {
  it('are those of the state, with the days on which they are observed', async () => {
    const florida = await holidays('US', 'FL', 2026, 2027);
    expect(florida).toEqual(expect.arrayContaining([
      { date: '2026-07-03', name: 'Independence Day (observed)', spanishName: 'Día de la Independencia (observado)' },
      { date: '2026-07-04', name: 'Independence Day', spanishName: 'Día de la Independencia' },
      { date: '2026-11-26', name: 'Thanksgiving Day', spanishName: 'Día de Acción de Gracias' },
      { date: '2026-11-27', name: 'Day After Thanksgiving', spanishName: 'Día después de Acción de Gracias' },
      { date: '2027-06-18', name: 'Juneteenth (observed)', spanishName: 'Juneteenth (observado)' },
      { date: '2027-12-31', name: 'New Year\'s Day (observed)', spanishName: 'Año Nuevo (observado)' },
    ]));
    expect((await holidays('US', null, 2026)).map(({ date }) => date)).not.toContain('2026-11-27');
  });

  it('stand in order, each date once, without what is not public', async () => {
    const dates = (await holidays('US', 'FL', 2024, 2030)).map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates).not.toContain('2026-10-31');
  });

  it('keep the local date of a country far from this computer', async () => {
    expect(await holidays('NZ', null, 2026)).toContainEqual({ date: '2026-02-06', name: 'Waitangi Day', spanishName: null });
  });

  it('are named in both languages, whichever is spoken here', async () => {
    const inEnglish = await holidays('US', 'ME', 2026);
    expect(inEnglish).toContainEqual({ date: '2026-10-12', name: 'Columbus Day and Indigenous Peoples\' Day', spanishName: 'Día de Colón y Día de los Pueblos Indígenas' });
    speak('es');
    expect(await holidays('US', 'ME', 2026)).toEqual(inEnglish);
  });

  it('have Spanish names in every state', async () => {
    const states = (await holidayPlaces('US')).map(({ code }) => code);
    const days = (await Promise.all(states.map((state) => holidays('US', state, 2026, 2028)))).flat();
    expect(new Set(days.filter(({ spanishName }) => spanishName === null).map(({ name }) => name))).toEqual(new Set(['Juneteenth']));
    expect(days.filter(({ spanishName }) => / (Day|and|after)\b/.test(spanishName ?? ''))).toEqual([]);
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
