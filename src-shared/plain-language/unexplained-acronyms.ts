/**
 * Finds short forms a citizen cannot read (RC-10): `CAS`, `ROW`, `s/w`, `WO#`, `psr`, unless the text explains them, everybody knows
 * them or the city's glossary has them; and stretches shouted in capitals, as one finding each.
 *
 * In English and Spanish texts alike. It looks at letters, not at meaning: now and then it asks about a name, and it misses an
 * acronym that is written like a word (`Muni`).
 */
import { t } from '../language/language.ts';
import type { Language } from '../domain/case.ts';
import { capitalRuns } from './capital-runs.ts';
import { explainedForms } from './explained-forms.ts';
import { overlaps, type Finding, type ShortForm, type Span } from './finding.ts';
import { isKnownShortForm, meaningOf, shortFormKey } from './known-short-forms.ts';
import { isOrdinaryWord } from './ordinary-words.ts';
import { quietPlaces } from './quiet-places.ts';

export interface PlainLanguageOptions {
  readonly language: Language;
  /** Short forms the city need not explain: never found. */
  readonly glossary: readonly ShortForm[];
  /** What the city's other short forms stand for, such as department and agency codes: found, with the words to put instead. */
  readonly meanings?: readonly ShortForm[];
}

/** Two capitals or more, with digits and `&` or `/` between: `FDOT`, `PG&E`, `W/O`; also in plural (`CBs`) and before a number (`WO#`). */
const CAPITALS = /(?<![\p{L}\p{N}_#])\p{Lu}[\p{Lu}\p{N}]*(?:[&/]\p{Lu}[\p{Lu}\p{N}]*)*(?:s(?!\p{L}))?#?(?![\p{L}\p{N}_])/gu;
const DOTTED = /(?<![\p{L}\p{N}.])\p{Lu}(?:\.\p{Lu})+\.?(?![\p{L}\p{N}])/gu;
const SLASHED = /(?<![\p{L}\p{N}/.])\p{L}{1,2}\/\p{L}{1,2}s?(?![\p{L}\p{N}/])/gu;
const WITH = /(?<![\p{L}\p{N}/])w\/(?=[\s\p{L}])/giu;
const BEFORE_NUMBER = /(?<![\p{L}\p{N}])\p{Ll}{2,4}#(?=\s?\d)/gu;
const WITHOUT_VOWELS = /(?<![\p{L}\p{N}.'’@/&-])[BCDFGHJKLMNPQRSTVWXZ]?[bcdfghjklmnpqrstvwxz]{1,5}(?![\p{L}\p{N}'’@/&-])/gu;
const PATTERNS = [CAPITALS, DOTTED, SLASHED, WITH, BEFORE_NUMBER, WITHOUT_VOWELS];

/** By place. Each short form is found once, where it first stands; positions are UTF-16 offsets. Never throws. */
export function findUnexplainedAcronyms(text: string, options: PlainLanguageOptions): readonly Finding[] {
  const quiet = quietPlaces(text);
  const runs = capitalRuns(text, quiet);
  const glossary = new Set(options.glossary.map(({ short }) => shortFormKey(short)));
  const meanings = new Map((options.meanings ?? []).map(({ short, long }) => [shortFormKey(short), long]));
  const explained = explainedForms(text, options.language);
  const smallWords = new Set(text.match(/(?<!\p{L})\p{Ll}+(?!\p{L})/gu)?.map((word) => word.toUpperCase()));
  const seen = new Set<string>();
  const found: Finding[] = runs.map((run) => shouted(text, run));
  for (const span of candidates(text, [...quiet, ...runs])) {
    const short = text.slice(span.start, span.end);
    const key = shortFormKey(short);
    if (seen.has(key) || explained.has(key) || explained.has(key.replace(/S$/, '')) || isKnownShortForm(short, glossary)) continue;
    if (isWordInCapitals(short, smallWords) || isInitials(text, span)) continue;
    seen.add(key);
    found.push(unexplained(short, span, meaningOf(short, meanings)));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What looks like a short form, by place, without overlaps: the longer one where two begin together. */
function candidates(text: string, leftOut: readonly Span[]): readonly Span[] {
  const spans = PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)])
    .filter(([short]) => (short.match(/\p{L}/gu)?.length ?? 0) > 1 || /^w\/$/i.test(short))
    .filter(([short]) => !/\d{4}/.test(short) && !isRomanNumeral(short))
    .map((match): Span => ({ start: match.index, end: match.index + match[0].length }))
    .filter((span) => !leftOut.some((quiet) => overlaps(quiet, span)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return spans.filter((span, index) => !spans.slice(0, index).some((before) => overlaps(before, span)));
}

/** `NOT`, `AND/OR`, `he/it`: words, whatever letters they are in; also a word that stands in small letters elsewhere in the text. */
function isWordInCapitals(short: string, smallWords: ReadonlySet<string>): boolean {
  if (!/\p{Lu}/u.test(short) && !short.includes('/')) return false; // small letters without a vowel are no word
  const words = short.replace('#', '').split('/');
  return words.every((word) => word !== '' && !/[&.\d]/.test(word) && (isOrdinaryWord(word) || smallWords.has(word)));
}

/** `J.F. Smith` */
function isInitials(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).includes('.') && /^\s?\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3));
}

/** Up to 39: above, letters are more often an acronym (`CD`, `MC`). */
function isRomanNumeral(text: string): boolean {
  return /^X{0,3}(?:IX|IV|V?I{0,3})$/.test(text);
}

function shouted(text: string, { start, end }: Span): Finding {
  const message = t`Written all in capitals. Write it in small letters: capitals are hard to read and sound angry.`;
  return { kind: 'allCapitals', start, end, text: text.slice(start, end), message, instead: null };
}

function unexplained(short: string, { start, end }: Span, meaning: string | null): Finding {
  const isAcronym = /^\p{Lu}[\p{Lu}\p{N}&.]+s?$/u.test(short);
  return { kind: isAcronym ? 'acronym' : 'shortForm', start, end, text: short, message: messageOf(short, isAcronym, meaning), instead: meaning };
}

function messageOf(short: string, isAcronym: boolean, meaning: string | null): string {
  if (!isAcronym) return meaning === null ? t`“${short}” is a short form. Write the whole words.` : t`“${short}” is a short form. Write “${meaning}”.`;
  if (meaning === null) return t`“${short}” is not explained. Write the whole words, or once the words with (${short}) behind them.`;
  return t`“${short}” is not explained. Write “${meaning}”, or once “${meaning} (${short})”.`;
}
