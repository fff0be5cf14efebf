import { type InterfaceLanguage, interfaceLanguage, interfaceLocale, t } from '../../src-shared/language/language.ts';
import type Holidays from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';
import { listWords } from '../../src-shared/util/list-words.ts';
import type { HolidayPlace, PublicHoliday, PublicHolidaysRequest } from '../../src-shared/protocol/data-rpc/public-holidays.ts';

/**
 * Public holidays of a country and state from a library, with the days on which they are observed where the law moves them, in order of
 * date; two of one date are one entry. Names in the language of the interface where they are known, else in English.
 *
 * A country or state it does not know has none. They are a proposal: a city may keep other days, so its administrator confirms them.
 */
export async function publicHolidays({ country, state, fromYear, toYear }: PublicHolidaysRequest): Promise<readonly PublicHoliday[]> {
  const { default: Library } = await import('date-holidays'); // a megabyte of rules, for a screen that is opened once a year
  const holidays = openPlace(new Library(), { country, state, language: interfaceLanguage() });
  const english = openPlace(new Library(), { country, state, language: 'en' });
  if (holidays === null || english === null) return [];
  const names = new Map<string, readonly string[]>();
  for (let year = fromYear; year <= toYear; year += 1) {
    const inEnglish = new Map(english.getHolidays(year).map((holiday) => [ruleAndDay(holiday), plainName(holiday)]));
    for (const holiday of holidays.getHolidays(year).filter(({ type }) => type === 'public')) {
      const date = holiday.date.slice(0, 10);
      const ours = country === 'US' ? OF_THE_UNITED_STATES[inEnglish.get(ruleAndDay(holiday)) ?? '']?.() : undefined;
      names.set(date, [...new Set([...(names.get(date) ?? []), withObserved(holiday, ours ?? plainName(holiday))])]);
    }
  }
  return [...names].map(([date, ofDate]) => ({ date, name: listWords(ofDate) })).sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** Countries the library knows, or, of one country, its states; by name, in the language of the interface where it is known. Of a country without states none. */
export async function holidayPlaces(country: string | null): Promise<readonly HolidayPlace[]> {
  const { default: Library } = await import('date-holidays');
  const library = new Library();
  // Without states the library has no list; its types do not say so.
  const places: Record<string, string> | undefined = country === null ? library.getCountries('en') : library.getStates(country, interfaceLanguage());
  const regions = new Intl.DisplayNames([interfaceLocale()], { type: 'region' });
  const nameOf = (code: string, name: string): string => (country === null ? (regions.of(code.toUpperCase()) ?? name) : name);
  return Object.entries(places ?? {})
    .map(([code, name]) => ({ code: code.toUpperCase(), name: nameOf(code, name) }))
    .sort((one, other) => one.name.localeCompare(other.name, interfaceLocale()));
}

/** Null for a place the library does not know: by itself it would answer for the country instead. */
function openPlace(library: Holidays, { country, state, language }: Pick<PublicHolidaysRequest, 'country' | 'state'> & { readonly language: InterfaceLanguage }): Holidays | null {
  if (!Object.hasOwn(library.getCountries(), country)) return null;
  // Without states the library has no list; its types do not say so.
  const states: Record<string, string> | undefined = library.getStates(country);
  const known = Object.keys(states ?? {}).find((code) => code.toUpperCase() === state?.toUpperCase());
  if (state !== null && known === undefined) return null;
  if (known === undefined) library.init(country, { languages: LANGUAGES[language] });
  else library.init(country, known, { languages: LANGUAGES[language] });
  return library;
}

type Holiday = HolidaysTypes.Holiday;

/** The library's, best first; `en-us` alone lacks most names. */
const LANGUAGES = { en: ['en-us', 'en'], es: ['es', 'en'] };

/** Holidays the library has no Spanish for, or other Spanish than is said in the United States; by their English name. */
const OF_THE_UNITED_STATES: Readonly<Record<string, () => string>> = {
  'Martin Luther King Jr. Day': () => t`Martin Luther King Jr. Day`,
  'Memorial Day': () => t`Memorial Day`,
  'Labor Day': () => t`Labor Day`,
  'Columbus Day': () => t`Columbus Day`,
  'Indigenous Peoples\' Day': () => t`Indigenous Peoples’ Day`,
  'Veterans Day': () => t`Veterans Day`,
  'Thanksgiving Day': () => t`Thanksgiving Day`,
  'Day After Thanksgiving': () => t`Day After Thanksgiving`,
  'Election Day': () => t`Election Day`,
  'Susan B. Anthony Day': () => t`Susan B. Anthony Day`,
  'Commemoration of America\'s 250th Birthday': () => t`Commemoration of America’s 250th Birthday`,
};

/** The same holiday in another language. */
function ruleAndDay({ rule, date }: Holiday): string {
  return `${rule} ${date}`;
}

/** The library calls the observed day of a holiday `(substitute day)`. */
function plainName({ name, substitute }: Holiday): string {
  return substitute ? name.replace(/ \([^)]*\)$/, '') : name;
}

function withObserved({ substitute }: Holiday, name: string): string {
  return substitute ? t`${name} (observed)` : name;
}
