import { foldText } from '../util/fold-text.ts';
import type { UtcMs } from '../util/time.ts';
import { type Bulletin, endOfBulletin } from './bulletin.ts';
import type { Office } from './office.ts';

/** What is known of a call so far; null and empty: not known yet. */
export interface BulletinQuestion {
  readonly serviceCode: string | null;
  /** As typed or as it stands on the case. */
  readonly placeText: string;
  readonly at: UtcMs;
}

/**
 * The bulletins to show beside a call, those that say most precisely what it is about first, then the newest.
 *
 * A bulletin that names services or places is shown once one of them is known and fits, and no longer when the other is known
 * and does not. One that names neither is always shown. Ended ones and those that have not begun are never.
 */
export function bulletinsFor(office: Pick<Office, 'bulletins'>, question: BulletinQuestion): readonly Bulletin[] {
  const place = wordsOf(question.placeText);
  return office.bulletins
    .filter((bulletin) => isRunning(bulletin, question.at))
    .map((bulletin) => ({ bulletin, service: fitOfService(bulletin, question.serviceCode), place: fitOfPlace(bulletin, place) }))
    .filter(({ service, place: fit }) => isShown(service, fit))
    .toSorted((one, other) => precision(other) - precision(one) || other.bulletin.postedAt - one.bulletin.postedAt)
    .map(({ bulletin }) => bulletin);
}

export function isRunning(bulletin: Bulletin, at: UtcMs): boolean {
  return bulletin.from <= at && at < endOfBulletin(bulletin);
}

/** `open`: the bulletin does not ask for it. `unknown`: the caller has not said. */
type Fit = 'open' | 'unknown' | 'fits' | 'differs';

function fitOfService({ serviceCodes }: Bulletin, serviceCode: string | null): Fit {
  if (serviceCodes.length === 0) return 'open';
  if (serviceCode === null) return 'unknown';
  return serviceCodes.includes(serviceCode) ? 'fits' : 'differs';
}

function fitOfPlace({ placeWords }: Bulletin, place: string): Fit {
  if (placeWords.length === 0) return 'open';
  if (place.trim() === '') return 'unknown';
  return placeWords.some((words) => place.includes(wordsOf(words))) ? 'fits' : 'differs';
}

function isShown(service: Fit, place: Fit): boolean {
  if (service === 'differs' || place === 'differs') return false;
  return service === 'fits' || place === 'fits' || (service === 'open' && place === 'open');
}

function precision({ service, place }: { readonly service: Fit; readonly place: Fit }): number {
  return Number(service === 'fits') + Number(place === 'fits');
}

/** Callers say street and type St. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  ...{ st: 'street', str: 'street', ave: 'avenue', av: 'avenue', blvd: 'boulevard', rd: 'road', dr: 'drive', ln: 'lane', ct: 'court' },
  ...{ pl: 'place', ter: 'terrace', hwy: 'highway', pkwy: 'parkway', cir: 'circle', sq: 'square' },
  ...{ n: 'north', s: 'south', e: 'east', w: 'west' },
};

/** Folded words with a space around each, so that whole words are found by `includes`. */
function wordsOf(text: string): string {
  const words = foldText(text).split(' ').filter(Boolean);
  return ` ${words.map((word) => SHORT_FORMS[word] ?? word).join(' ')} `;
}
