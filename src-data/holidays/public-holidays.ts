import { t } from '../../src-shared/language/language.ts';
import type Holidays from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';
import type { HolidayPlace, PublicHoliday, PublicHolidaysRequest } from '../../src-shared/protocol/data-rpc/public-holidays.ts';

/**
 * Public holidays of a country and state from a library, with the days on which they are observed where the law moves them, in order of
 * date; two of one date are one entry. Names in English where the library has them.
 *
 * A country or state it does not know has none. They are a proposal: a city may keep other days, so its administrator confirms them.
 */
export async function publicHolidays({ country, state, fromYear, toYear }: PublicHolidaysRequest): Promise<readonly PublicHoliday[]> {
  const { default: Library } = await import('date-holidays'); // a megabyte of rules, for a screen that is opened once a year
  const holidays = openPlace(new Library(), country, state);
  if (holidays === null) return [];
  const names = new Map<string, readonly string[]>();
  for (let year = fromYear; year <= toYear; year += 1) {
    for (const holiday of holidays.getHolidays(year).filter(({ type }) => type === 'public')) {
      const date = holiday.date.slice(0, 10);
      names.set(date, [...new Set([...(names.get(date) ?? []), nameOf(holiday)])]);
    }
  }
  return [...names].map(([date, ofDate]) => ({ date, name: ofDate.join(' and ') })).sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** Countries the library knows, or, of one country, its states; by name, in English. Of a country without states none. */
export async function holidayPlaces(country: string | null): Promise<readonly HolidayPlace[]> {
  const { default: Library } = await import('date-holidays');
  const library = new Library();
  // Without states the library has no list; its types do not say so.
  const places: Record<string, string> | undefined = country === null ? library.getCountries('en') : library.getStates(country, 'en');
  return Object.entries(places ?? {})
    .map(([code, name]) => ({ code: code.toUpperCase(), name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** Null for a place the library does not know: by itself it would answer for the country instead. */
function openPlace(library: Holidays, country: string, state: string | null): Holidays | null {
  if (!Object.hasOwn(library.getCountries(), country)) return null;
  // Without states the library has no list; its types do not say so.
  const states: Record<string, string> | undefined = library.getStates(country);
  const known = Object.keys(states ?? {}).find((code) => code.toUpperCase() === state?.toUpperCase());
  if (state !== null && known === undefined) return null;
  if (known === undefined) library.init(country, { languages: ['en'] });
  else library.init(country, known, { languages: ['en'] });
  return library;
}

/** The library calls the observed day of a holiday `(substitute day)`. */
function nameOf({ name, substitute }: HolidaysTypes.Holiday): string {
  return substitute ? t`${name.replace(/ \([^)]*\)$/, '')} (observed)` : name;
}
