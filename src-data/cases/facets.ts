/**
 * What a case is, as words of the search index that nobody types: `state closed`, `department WATER`, `received in 2026-10`. The index
 * holds which cases have each of them, in order, so that a question of several parts is answered by walking short lists in step, however
 * many cases there are. They narrow only: two codes may share a word, and every row found is held against the question itself.
 */
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { type LaterTries, type VainTry, vainTryOf } from '../../src-shared/clock/next-call.ts';
import { DAY_MS, type UtcMs } from '../../src-shared/util/time.ts';

/** A letter of no language written here (U+0298): no word that is typed begins with it. */
const MARK = 'ʘ';

/** One letter each: the index is read by the beginnings of words too, and holds these once per case. */
const PREFIXES = {
  department: 'd',
  service: 's',
  assignee: 'w',
  state: 'z',
  channel: 'c',
  kind: 'k',
  neighborhood: 'h',
  flag: 'x',
  receivedMonth: 'm',
  receivedYear: 'y',
  closedMonth: 'e',
  closedYear: 'f',
  vainTry: 'n',
} as const;
export type FacetKind = keyof typeof PREFIXES;
export type FacetFlag = 'open' | 'dated' | 'sealed' | 'majorRepair' | 'callAgain';

/** The word for one value; null stands for none (nobody’s, no neighborhood). */
export function facetWord(kind: FacetKind, value: string | null): string {
  return `${MARK}${PREFIXES[kind]}${(value ?? '0none').toLowerCase().replaceAll(/[^a-z0-9]/g, 'q')}`;
}

/** All words of a case. `dueAt`: of the promise that comes first; null: none runs. Without a catalogue nothing is said of calls. */
export function facetWords(current: Case, dueAt: UtcMs | null, catalogue: Catalogue | null): string {
  const { receivedAt, closedAt } = current;
  const tried = catalogue === null ? null : vainTryOf(current, catalogue);
  const flags: readonly (FacetFlag | false)[] = [current.state !== 'closed' && 'open', dueAt !== null && 'dated', current.isSealed && 'sealed', current.isMajorRepair && 'majorRepair', tried !== null && 'callAgain'];
  return [
    facetWord('department', current.departmentCode),
    facetWord('service', current.serviceCode),
    facetWord('assignee', current.assigneeId),
    facetWord('state', current.state),
    facetWord('channel', current.channel),
    facetWord('kind', current.kind),
    facetWord('neighborhood', current.neighborhoodCode ?? null),
    ...flags.flatMap((flag) => (flag === false ? [] : [facetWord('flag', flag)])),
    ...(tried === null ? [] : [vainTryWord(tried, current.policyCode)]),
    facetWord('receivedMonth', monthOf(receivedAt)),
    facetWord('receivedYear', monthOf(receivedAt).slice(0, 4)),
    ...(closedAt === null ? [] : [facetWord('closedMonth', monthOf(closedAt)), facetWord('closedYear', monthOf(closedAt).slice(0, 4))]),
  ].join(' ');
}

/**
 * A day, its half, and the time rule: when to call again follows from these by the calendar as it is when it is asked for, so that the word
 * stays true while that time comes, and when holidays change.
 */
function vainTryWord({ day, half }: VainTry, policyCode: string): string {
  return facetWord('vainTry', `${day.toString()}${half}q${policyCode}`);
}

/** Terms of the search index: each finds cases with one of these tries. */
export function vainTriesMatch(tries: readonly LaterTries[]): readonly string[] {
  return tries.flatMap(({ policyCodes, ...tried }) => (policyCodes === 'any' ? [`"${vainTryWord(tried, '')}"*`] : policyCodes.map((code) => `"${vainTryWord(tried, code)}"`)));
}

/** More months than this are asked for by their years. */
const MOST_MONTHS = 24;
const MOST_YEARS = 30;

/**
 * Words that every case with a moment in [from, to) has one of; null when the time is too long to be worth it. Of months as Greenwich
 * has them, a day wider at both ends: what lies beside is left out when the row is looked at.
 */
export function facetWordsBetween(which: 'received' | 'closed', from: UtcMs | null, to: UtcMs): readonly string[] | null {
  if (from === null || from >= to) return null;
  const [first, last] = [monthOf(from - DAY_MS), monthOf(to + DAY_MS)];
  const months = stepsBetween(monthNumber(first), monthNumber(last));
  if (months.length <= MOST_MONTHS) return months.map((month) => facetWord(`${which}Month`, `${Math.floor(month / 12)}${String((month % 12) + 1).padStart(2, '0')}`));
  const years = stepsBetween(Number(first.slice(0, 4)), Number(last.slice(0, 4)));
  return years.length <= MOST_YEARS ? years.map((year) => facetWord(`${which}Year`, String(year))) : null;
}

/** `202610`. */
function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7).replace('-', '');
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(4)) - 1;
}

function stepsBetween(from: number, to: number): readonly number[] {
  return to - from > 10_000 ? [] : Array.from({ length: to - from + 1 }, (_, step) => from + step);
}
