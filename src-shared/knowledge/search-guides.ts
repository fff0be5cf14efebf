/**
 * Full text over a city's guides, in memory: a few hundred of them are searched at every letter without asking anybody, with
 * or without a network. An index is made once for each catalogue.
 */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Guide, GuideKind } from '../catalogue/guide.ts';
import { foldText } from '../util/fold-text.ts';
import { blocksOf, plainBlock } from './guide-text.ts';

export interface GuideHit {
  readonly guide: Guide;
  /** The part of the text that says most of what was searched for, shortened; empty while nothing is searched for. */
  readonly snippet: string;
}

export interface GuideSearch {
  /** Folded words that were looked for; also those to mark. */
  readonly words: readonly string[];
  /** Best first; without words all guides, by kind and title. */
  readonly hits: readonly GuideHit[];
  /** No guide has all the words: these have the most of them. */
  readonly isPartly: boolean;
}

interface Part {
  readonly text: string;
  /** With a space around each word, so that beginnings of words are found by `includes`. */
  readonly folded: string;
}

interface IndexedGuide {
  readonly guide: Guide;
  readonly title: Part;
  readonly headings: string;
  /** Names and callers' words of its services. */
  readonly services: string;
  readonly parts: readonly Part[];
}

export interface GuideIndex {
  readonly guides: readonly IndexedGuide[];
}

const KIND_ORDER: readonly GuideKind[] = ['guideline', 'policy', 'script', 'guide'];
const SMALL_WORDS = new Set('a an the in on at of my our is are was it its to and or for with from i we who how what do does'.split(' '));
const SNIPPET_LENGTH = 160;
/** What a found word counts for, by where it stands. */
const WEIGHT = { title: 8, headings: 4, services: 4, text: 1 } as const;

/** Reads all active guides once. */
export function indexGuides({ guides, services }: Pick<Catalogue, 'guides' | 'services'>): GuideIndex {
  const wordsOfService = new Map(services.map(({ code, name, keywords, label }) => [code, padded([name, label.es ?? '', ...keywords].join(' '))]));
  const indexed = guides
    .filter(({ isActive }) => isActive)
    .map((guide): IndexedGuide => {
      const blocks = blocksOf(guide.body);
      return {
        guide,
        title: part(guide.title),
        headings: padded(blocks.filter(({ kind }) => kind === 'heading').map(plainBlock).join(' ')),
        services: guide.serviceCodes.map((code) => wordsOfService.get(code) ?? '').join(''),
        parts: blocks.flatMap((block) => (block.kind === 'list' ? block.items : [plainBlock(block)])).map(part),
      };
    });
  return { guides: indexed.toSorted(byKindAndTitle) };
}

/** The guides that fit what is typed. Every word must begin a word of the guide or of a service it belongs to; small words are passed over. */
export function searchGuides(index: GuideIndex, text: string): GuideSearch {
  const words = wordsToFind(text);
  if (words.length === 0) return { words, hits: index.guides.map(({ guide }) => ({ guide, snippet: '' })), isPartly: false };
  const scored = index.guides.map((one) => ({ one, ...scoreOf(one, words) })).filter(({ found }) => found > 0);
  const most = Math.max(0, ...scored.map(({ found }) => found));
  const hits = scored
    .filter(({ found }) => found === most)
    .toSorted((a, b) => b.score - a.score)
    .map(({ one }) => ({ guide: one.guide, snippet: snippetOf(one, words) }));
  return { words, hits, isPartly: hits.length > 0 && most < words.length };
}

function wordsToFind(text: string): readonly string[] {
  const words = foldText(text).split(' ').filter(Boolean);
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

function scoreOf({ title, headings, services, parts }: IndexedGuide, words: readonly string[]): { readonly found: number; readonly score: number } {
  let [found, score] = [0, 0];
  for (const word of words) {
    const start = ` ${word}`;
    const inText = parts.filter(({ folded }) => folded.includes(start)).length;
    const points =
      (title.folded.includes(start) ? WEIGHT.title : 0) +
      (headings.includes(start) ? WEIGHT.headings : 0) +
      (services.includes(start) ? WEIGHT.services : 0) +
      Math.min(inText, 3) * WEIGHT.text;
    if (points === 0) continue;
    found += 1;
    score += points + (title.folded.includes(`${start} `) ? 1 : 0);
  }
  return { found, score };
}

function snippetOf({ parts }: IndexedGuide, words: readonly string[]): string {
  const counted = parts.map((one) => ({ one, count: words.filter((word) => one.folded.includes(` ${word}`)).length }));
  const best = counted.reduce((before, now) => (now.count > before.count ? now : before), { one: { text: '', folded: '' }, count: 0 });
  return around(best.one.text, words);
}

/** At most so many characters, cut between words, with the first found word in them. */
function around(text: string, words: readonly string[]): string {
  if (text.length <= SNIPPET_LENGTH) return text;
  const tokens = text.split(' ');
  const at = tokens.findIndex((token) => words.some((word) => ` ${foldText(token)}`.includes(` ${word}`)));
  const first = Math.max(0, at - 6);
  let length = 0;
  const kept = tokens.slice(first).filter((token) => (length += token.length + 1) <= SNIPPET_LENGTH);
  const isCut = first + kept.length < tokens.length;
  return `${first > 0 ? '… ' : ''}${kept.join(' ')}${isCut ? ' …' : ''}`;
}

function byKindAndTitle(a: IndexedGuide, b: IndexedGuide): number {
  return KIND_ORDER.indexOf(a.guide.kind) - KIND_ORDER.indexOf(b.guide.kind) || a.guide.title.localeCompare(b.guide.title, 'en');
}

function part(text: string): Part {
  return { text, folded: padded(text) };
}

function padded(text: string): string {
  return ` ${foldText(text)} `;
}
