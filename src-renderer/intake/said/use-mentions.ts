import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { UNIT_WORDS } from '../../../src-shared/places/street-words.ts';
import type { Mention } from '../../../src-shared/said/find-place.ts';
import type { Piece } from '../../../src-shared/said/pieces.ts';
import { foldText } from '../../../src-shared/util/fold-text.ts';
import { queries } from '../../data/queries.ts';
import { useSettled } from '../form/use-settled.ts';
import type { SaidPlace } from '../draft/put-said.ts';

const LEAST_TEXT = 4;
const MOST_TEXT = 1_000;
/** The line is understood at every key without it; this only says how the city writes it, and where it is. */
const SETTLE_MS = 80;

interface Mentions {
  readonly mentions: readonly Mention[];
  /** Also places used before, which the city's list need not have. */
  readonly places: readonly SaidPlace[];
}

/** `240 elm st apt 3` without its unit, which has a field of its own. */
function withoutUnit(said: string): string {
  const unit = /[\s,]+(?:#\s*[\w-]{1,6}|(\p{L}+)\.?\s+#?[\w-]{1,6})$/u.exec(said);
  const isUnit = unit !== null && (unit[1] === undefined || UNIT_WORDS.has(unit[1].toLowerCase()));
  return isUnit ? said.slice(0, unit.index) : said;
}

/** Places of the city inside the line, and how the place that was understood without the list has been written before. */
export function useMentions(said: string, first: readonly Piece[]): Mentions {
  const now = said.slice(0, MOST_TEXT);
  const text = useSettled(now, SETTLE_MS);
  // What was found in an earlier line may end in the middle of a street of this one.
  const isOfThisLine = text === now;
  const { data: found } = useQuery({ ...queries.placesIn(text), enabled: text.trim().length >= LEAST_TEXT });
  const place = first.find(({ field }) => field === 'location');
  const placed = useSettled(place?.value ?? '', SETTLE_MS);
  const { data: before } = useQuery({ ...queries.places(placed), enabled: placed !== '' });
  return useMemo(() => {
    const mentioned = (isOfThisLine ? (found ?? []) : []).map(({ from, to, text: written, point, exactness }) => ({ said: withoutUnit(text.slice(from, to)), text: written, point, exactness }));
    const mentions = mentioned.map(({ said: words, exactness }) => ({ words: words.split(/\s+/).map(foldText), isExact: exactness === 'exact' }));
    const used = place === undefined ? [] : (before ?? []).map(({ text: written, point }) => ({ said: written, text: written, point }));
    return { mentions: mentions.filter(({ words }) => words[0] !== ''), places: [...mentioned, ...used] };
  }, [found, before, place, text, isOfThisLine]);
}
