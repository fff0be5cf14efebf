import { foldText } from '../util/fold-text.ts';
import type { Service } from './catalogue.ts';

export interface ServiceMatch {
  readonly service: Service;
  /** The words of name or keywords that matched, for the reason shown beside the row. */
  readonly matched: string;
  readonly score: number;
}

/**
 * Services that fit what a caller says, best first: "hole in road" finds Pothole.
 *
 * Each typed word must begin a word of the service's name, group or keywords, or be one letter away from it when it
 * has five letters or more; small words ("in", "the") are passed over. An empty text lists all active services by name.
 */
export function searchServices(services: readonly Service[], text: string, limit = 12): readonly ServiceMatch[] {
  const active = services.filter((service) => service.isActive);
  const words = foldText(text).split(' ').filter((word) => word.length > 0 && !SMALL_WORDS.has(word));
  if (words.length === 0) {
    return [...active]
      .sort((a, b) => a.name.localeCompare(b.name))
      .slice(0, limit)
      .map((service) => ({ service, matched: '', score: 0 }));
  }
  return active
    .map((service) => scoreService(service, words))
    .filter((match) => match.score > 0)
    .sort((a, b) => b.score - a.score || a.service.name.localeCompare(b.service.name))
    .slice(0, limit);
}

const SMALL_WORDS = new Set(
  'a an the in on at of my our is are was it its there this that to and or for with from i we el la los las de en un una mi'.split(' '),
);

function scoreService(service: Service, words: readonly string[]): ServiceMatch {
  const sources: readonly (readonly [string, number])[] = [
    [service.name, 4],
    ...service.keywords.map((keyword) => [keyword, 3] as const),
    [service.label.es ?? '', 3],
    [service.serviceGroup, 1],
  ];
  let score = 0;
  let matched = '';
  let matchedWords = 0;
  for (const word of words) {
    let best = 0;
    for (const [source, weight] of sources) {
      const fit = wordFit(word, foldText(source).split(' ')) * weight;
      if (fit > best) {
        best = fit;
        matched = source;
      }
    }
    if (best > 0) matchedWords += 1;
    score += best;
  }
  const share = matchedWords / words.length;
  return { service, matched, score: share < 0.5 ? 0 : score * share };
}

/** 1 for the whole word, less for a beginning or for one wrong letter, 0 for no fit. */
function wordFit(word: string, candidates: readonly string[]): number {
  let best = 0;
  for (const candidate of candidates) {
    if (candidate === word) return 1;
    if (candidate.startsWith(word)) best = Math.max(best, 0.5 + (0.4 * word.length) / candidate.length);
    else if (word.length >= 5 && isOneEditAway(word, candidate)) best = Math.max(best, 0.5);
    else if (word.length >= 5 && candidate.length >= 4 && word.startsWith(candidate)) best = Math.max(best, 0.4);
  }
  return best;
}

/** True when one insertion, deletion, change or swap of neighbours turns `a` into `b`. */
function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
