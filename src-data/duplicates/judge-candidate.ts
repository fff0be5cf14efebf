import { t } from '../../src-shared/language/language.ts';
import { oneDecimal } from '../../src-shared/language/numbers.ts';
import type { Service } from '../../src-shared/catalogue/catalogue.ts';
import type { SimilarCase } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { placeKey } from '../../src-shared/places/place-key.ts';
import { foldText } from '../../src-shared/util/fold-text.ts';
import { DAY_MS } from '../../src-shared/util/time.ts';
import { toCaseRow } from '../cases/case-queries.ts';
import type { Candidate } from './candidate-queries.ts';
import { distanceMeters } from './distance.ts';
import { OTHER_SERVICE_DAYS, OTHER_SERVICE_METERS, type SimilarQuery } from './similar-query.ts';

export interface Judged extends SimilarCase {
  readonly score: number;
}

/** From here on a case is worth showing: the same service near by, or another one at the very place. */
const ENOUGH = 2;
const RECENT_DAYS = 3;

/**
 * How much speaks for it being the same thing, and what, in words. `service` is the candidate's own; its settings say what is near
 * and recent. Null: too little, too far, or too long ago.
 */
export function judgeCandidate(candidate: Candidate, query: SimilarQuery, service: Service | undefined): Judged | null {
  const isSameService = candidate.serviceCode === query.serviceCode;
  const within = withinOf(service, isSameService);
  const days = (candidate.receivedAt - query.at) / DAY_MS;
  const place = placeReason(candidate, query, within.meters);
  const words = sharedWords(query, candidate);
  if (Math.abs(days) > within.days && (days < 0 || query.seenFrom === 'case')) return null;
  // Without any place only the words are left, and one word in common is none.
  if (place === null && (query.locationText !== '' || query.point !== null || words.length < 2)) return null;
  const wordScore = Math.min(1, words.length / 2);
  const score = (place?.score ?? 0) + (isSameService ? 2 : 0) + wordScore + (Math.abs(days) <= RECENT_DAYS ? 0.5 : 0);
  if (score < ENOUGH) return null;
  const reasons = [
    ...(place === null ? [] : [place.words]),
    ...(isSameService ? [t`same service`] : []),
    ...(words.length === 0 ? [] : [t`both say “${words.slice(0, 2).join('”, “')}”`]),
    whenWords(candidate.receivedAt, query),
  ];
  const { latitude: _latitude, longitude: _longitude, folded: _folded, placeKey: _key, ...row } = candidate;
  return { row: toCaseRow(row), reasons, score };
}

function withinOf(service: Service | undefined, isSameService: boolean): { readonly meters: number; readonly days: number } {
  const { duplicateRadiusMeters = OTHER_SERVICE_METERS, duplicateDays = OTHER_SERVICE_DAYS } = service ?? {};
  if (isSameService) return { meters: duplicateRadiusMeters, days: duplicateDays };
  return { meters: Math.min(duplicateRadiusMeters, OTHER_SERVICE_METERS), days: Math.min(duplicateDays, OTHER_SERVICE_DAYS) };
}

function placeReason(candidate: Candidate, query: SimilarQuery, withinMeters: number): { readonly score: number; readonly words: string } | null {
  const key = placeKey(query.locationText);
  if (key !== '' && candidate.placeKey === key) return { score: 2, words: t`same place` };
  const meters = distanceMeters(query.point, candidate);
  if (meters === null || meters > withinMeters) return null;
  return { score: 1.5, words: meters < 1_000 ? t`${Math.max(5, Math.round(meters / 5) * 5)} m away` : t`${oneDecimal(meters / 1_000)} km away` };
}

/** Words that any two reports have in common. */
const SAID_ANYWAY: ReadonlySet<string> = new Set(
  'about after again along around avenue because before behind being below between calle caller cerca citizen could desde detras donde esquina front house hours large near people please porque private report reported reports should small since somebody someone something still street their there these thing think those today tomorrow under until where which while would yesterday'.split(' '),
);
const LEAST_LETTERS = 5;

/** What both say besides the name of the place. */
function sharedWords(query: SimilarQuery, candidate: Candidate): readonly string[] {
  const known = new Set([...wordsOf(query.locationText), ...wordsOf(candidate.folded)]);
  const others = new Set(wordsOf(candidate.summary));
  return [...new Set(wordsOf(query.description))].filter((word) => others.has(word) && !known.has(word) && !SAID_ANYWAY.has(word));
}

function wordsOf(text: string): readonly string[] {
  return foldText(text).split(' ').filter((word) => word.length >= LEAST_LETTERS);
}

/** `received today`, `received 2 days ago`; between two cases `received the same day`, `received 2 days after this one`. */
function whenWords(receivedAt: number, { at, seenFrom }: SimilarQuery): string {
  const days = Math.round((receivedAt - at) / DAY_MS);
  if (seenFrom === 'case') {
    if (days === 0) return t`received within a day`;
    if (days === -1) return t`received 1 day before this one`;
    if (days === 1) return t`received 1 day after this one`;
    return days < 0 ? t`received ${-days} days before this one` : t`received ${days} days after this one`;
  }
  const ago = Math.floor((at - receivedAt) / DAY_MS);
  return ago <= 0 ? t`received today` : ago === 1 ? t`received yesterday` : t`received ${ago} days ago`;
}
