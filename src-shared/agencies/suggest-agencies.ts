import { t } from '../language/language.ts';
import type { Service } from '../catalogue/catalogue.ts';
import type { IsoDate } from '../util/time.ts';
import { isValidOn, type Agency } from './agency.ts';
import { placeNames, shownPlace } from './place-words.ts';
import { queryWords, wordMatcher } from './word-match.ts';

export interface AgencyRequest {
  readonly agencies: readonly Agency[];
  readonly service: Pick<Service, 'code' | 'name' | 'keywords'> | null;
  /** Where it is, as it was typed; empty when nobody knows yet. */
  readonly place: string;
  /** What the citizen said; may be empty. */
  readonly said: string;
  /** Agencies not valid on this day are left out. */
  readonly on: IsoDate;
  readonly limit?: number;
}

export interface AgencySuggestion {
  readonly agency: Agency;
  /** Why, in words to be read after the name: `handles Pothole`, `answers for State Route 7`. At least one, strongest first. */
  readonly reasons: readonly string[];
  /** The directory itself says so, by service or place, and not only a likeness of words: worth saying without being asked. */
  readonly isStrong: boolean;
}

const SERVICE_SCORE = 1_000;
const PLACE_SCORE = 300;
const SHOWN_WORDS = 4;
const SHOWN_PLACES = 3;

interface Scored extends AgencySuggestion {
  readonly score: number;
}

/**
 * Agencies that may answer for a request, best first; equals by name. Empty when nothing speaks for any.
 *
 * An agency that handles the service comes before one that only its words speak for; one that answers for certain places is left
 * out where the place is known and is none of them, and says which places they are where it is not known.
 */
export function suggestAgencies(request: AgencyRequest): readonly AgencySuggestion[] {
  const { agencies, service, said, on, limit = 5 } = request;
  const valid = agencies.filter((agency) => isValidOn(agency, on));
  const matchWords = wordMatcher(valid);
  const query = queryWords({ name: service?.name ?? '', said, keywords: service?.keywords ?? [] });
  return valid
    .map((agency) => scoreAgency(agency, request, matchWords(agency, query)))
    .filter((scored) => scored !== null)
    .sort((a, b) => b.score - a.score || a.agency.name.localeCompare(b.agency.name))
    .slice(0, limit)
    .map(({ agency, reasons, isStrong }) => ({ agency, reasons, isStrong }));
}

function scoreAgency(
  agency: Agency,
  { service, place }: AgencyRequest,
  words: { readonly words: readonly string[]; readonly score: number },
): Scored | null {
  const isHandled = service !== null && agency.serviceCodes.includes(service.code);
  const isForPlaces = agency.placeWords.length > 0;
  const namedPlace = agency.placeWords.find((word) => placeNames(place, word));
  if (isForPlaces && place.trim() !== '' && namedPlace === undefined) return null;
  const handlesOther = agency.serviceCodes.length > 0 && !isHandled;
  const placeCounts = namedPlace !== undefined && !(handlesOther && words.score === 0);
  if (!isHandled && !placeCounts && words.score === 0) return null;
  const reasons = [
    ...(isHandled ? [t`handles ${service.name}`] : []),
    ...(placeCounts ? [t`answers for ${shownPlace(namedPlace)}`] : []),
    ...(words.score > 0 ? [t`by its words: ${words.words.slice(0, SHOWN_WORDS).join(', ')}`] : []),
    ...(isForPlaces && namedPlace === undefined ? [t`only for ${placesOf(agency)}`] : []),
  ];
  const isStrong = placeCounts || (isHandled && !isForPlaces);
  return { agency, reasons, isStrong, score: (isHandled ? SERVICE_SCORE : 0) + (placeCounts ? PLACE_SCORE : 0) + words.score };
}

function placesOf({ placeWords }: Agency): string {
  const named = placeWords.slice(0, SHOWN_PLACES).map(shownPlace).join(', ');
  return placeWords.length > SHOWN_PLACES ? t`${named} and other places` : named;
}
