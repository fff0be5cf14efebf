import { t } from '../../src-shared/language/language.ts';
import { slipsBetween } from '../../src-shared/places/close-words.ts';
import type { GazetteerLandmark } from '../../src-shared/places/gazetteer.ts';
import { foldText } from '../../src-shared/util/fold-text.ts';
import type { Priced } from './priced.ts';

/** A landmark with the words it is found by. */
export interface KnownLandmark extends GazetteerLandmark {
  readonly names: readonly (readonly string[])[];
}
export type Landmarks = readonly KnownLandmark[];

export function knownLandmarks(landmarks: readonly GazetteerLandmark[]): Landmarks {
  return landmarks.map((landmark) => ({ ...landmark, names: [landmark.name, ...landmark.otherNames].map((name) => foldText(name).split(' ')) }));
}

/** Words before a place that are no part of its name. */
const BEFORE = /^(?:(?:right|just|somewhere) )?(?:across (?:the street )?from|opposite(?: of| to)?|in front of|in back of|behind|near(?:by)?(?: to)?|close to|next to|around|beside|outside(?: of)?|at|by|on|in|en|frente a|enfrente de|cerca de|al lado de|junto a|detras de)\s+/;

/** Every word has to be in one of its names; the last one may go on. Best first by cost, with slips only where none is right. */
export function findLandmarks(landmarks: Landmarks, text: string, isUnfinished: boolean): readonly Priced[] {
  const words = foldText(foldText(text).replace(BEFORE, '').replace(/^(the|el|la)\s+/, '')).split(' ').filter((word) => word !== '');
  if (words.length === 0) return [];
  const right = landmarks.flatMap((landmark) => judged(landmark, words, isUnfinished, false));
  return right.length > 0 ? right : landmarks.flatMap((landmark) => judged(landmark, words, isUnfinished, true));
}

function judged(landmark: KnownLandmark, words: readonly string[], isUnfinished: boolean, forgiving: boolean): readonly Priced[] {
  const costs = landmark.names.map((name) => costOfName(name, words, isUnfinished, forgiving)).filter((cost) => cost !== null);
  if (costs.length === 0) return [];
  const cost = Math.min(...costs);
  const { latitude, longitude, name, address } = landmark;
  const point = latitude !== null && longitude !== null ? { latitude, longitude } : null;
  const note = address === '' ? t`landmark` : t`landmark: ${address}`;
  return [{ text: name, point, why: 'address', kind: 'landmark', exactness: forgiving ? 'close' : cost === 0 ? 'exact' : 'begins', isApproximate: false, note, unit: '', units: [], cost }];
}

function costOfName(name: readonly string[], words: readonly string[], isUnfinished: boolean, forgiving: boolean): number | null {
  let cost = Math.max(0, name.length - words.length) * 0.25;
  for (const [at, word] of words.entries()) {
    if (name.includes(word)) continue;
    const begins = isUnfinished && at === words.length - 1 && name.some((part) => part.startsWith(word));
    if (begins) cost += 0.5;
    else if (forgiving && name.some((part) => slipsBetween(word, part) !== null)) cost += 1;
    else return null;
  }
  return cost;
}
