import { interfaceLanguage, interfaceLocale } from '../../src-shared/language/language.ts';
import type Holidays from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';
import type { HolidayPlace, PublicHoliday, PublicHolidaysRequest } from '../../src-shared/protocol/data-rpc/public-holidays.ts';
import { SPANISH_HOLIDAYS } from '../../src-shared/language/holiday-names.ts';

/**
 * Public holidays of a country and state from a library, with the days on which they are observed where the law moves them, in order of
 * date; two of one date are one entry. Named in English and in Spanish, whoever asks: the city keeps both.
 *
 * A country or state it does not know has none. They are a proposal: a city may keep other days, so its administrator confirms them.
 */
export async function publicHolidays({ country, state, fromYear, toYear }: PublicHolidaysRequest): Promise<readonly PublicHoliday[]> {
  const { default: Library } = await import('date-holidays'); // a megabyte of rules, for a screen that is opened once a year
  const english = openPlace(new Library(), { country, state, languages: ['en-us', 'en'] }); // `en-us` alone lacks most names
  const spanish = openPlace(new Library(), { country, state, languages: ['es', 'en'] });
  if (english === null || spanish === null) return [];
  const days = new Map<string, DayNames>();
  for (let year = fromYear; year <= toYear; year += 1) {
    const inSpanish = new Map(spanish.getHolidays(year).map((holiday) => [ruleAndDay(holiday), plainName(holiday)]));
    for (const holiday of english.getHolidays(year).filter(({ type }) => type === 'public')) {
      const date = holiday.date.slice(0, 10);
      const name = plainName(holiday);
      const ours = country === 'US' ? SPANISH_HOLIDAYS[name] : undefined;
      const { en, es } = days.get(date) ?? NO_NAMES;
      days.set(date, { en: [...en, withObserved(holiday, name, 'observed')], es: [...es, withObserved(holiday, ours ?? inSpanish.get(ruleAndDay(holiday)) ?? name, 'observado')] });
    }
  }
  return [...days].map(([date, names]) => ({ date, ...namedIn(names) })).sort((one, other) => (one.date < other.date ? -1 : 1));
}

interface DayNames {
  readonly en: readonly string[];
  readonly es: readonly string[];
}

const NO_NAMES: DayNames = { en: [], es: [] };
/** Not in the language of the interface, which `listWords` speaks. British English has no comma before the last "and", as everywhere else here. */
const TOGETHER = { en: new Intl.ListFormat('en-GB'), es: new Intl.ListFormat('es-US') };

function namedIn({ en, es }: DayNames): Pick<PublicHoliday, 'name' | 'spanishName'> {
  const [name, spanishName] = [TOGETHER.en.format(new Set(en)), TOGETHER.es.format(new Set(es))];
  return { name, spanishName: spanishName === name ? null : spanishName };
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

interface Place extends Pick<PublicHolidaysRequest, 'country' | 'state'> {
  /** The library's names for them, best first. */
  readonly languages: string[];
}

/** Null for a place the library does not know: by itself it would answer for the country instead. */
function openPlace(library: Holidays, { country, state, languages }: Place): Holidays | null {
  if (!Object.hasOwn(library.getCountries(), country)) return null;
  // Without states the library has no list; its types do not say so.
  const states: Record<string, string> | undefined = library.getStates(country);
  const known = Object.keys(states ?? {}).find((code) => code.toUpperCase() === state?.toUpperCase());
  if (state !== null && known === undefined) return null;
  if (known === undefined) library.init(country, { languages });
  else library.init(country, known, { languages });
  return library;
}

type Holiday = HolidaysTypes.Holiday;

/** The same holiday in another language. */
function ruleAndDay({ rule, date }: Holiday): string {
  return `${rule} ${date}`;
}

/** The library calls the observed day of a holiday `(substitute day)`. */
function plainName({ name, substitute }: Holiday): string {
  return substitute ? name.replace(/ \([^)]*\)$/, '') : name;
}

function withObserved({ substitute }: Holiday, name: string, observed: string): string {
  return substitute ? `${name} (${observed})` : name;
}
