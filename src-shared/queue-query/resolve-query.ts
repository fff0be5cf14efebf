/**
 * What a query asks of the records of this city: conditions in codes and moments, words to search for, and what was not understood.
 * Run by the screen, which names the filters, and by the data process, which answers.
 */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { localDate, momentAt } from '../clock/business-calendar.ts';
import { type LaterTries, triesNotBefore } from '../clock/next-call.ts';
import { type UtcMs, utcMs } from '../util/time.ts';
import { closestName } from './closest-name.ts';
import { readSpan, type Span } from './date-span.ts';
import { findNamed, namedFor, type NamedKey, namesOf } from './find-names.ts';
import type { QueryPiece, QueryToken, QueryWord } from './parse-query.ts';
import { type DateKey, DATE_KEYS, CALL_WORD_NAMES, callWordOfName, type CallWord, flagOfName, foldName, QUERY_FLAG_NAMES, type QueryFlag } from './query-keys.ts';

export interface QueryContext {
  readonly catalogue: Catalogue | null;
  /** Who `me` and `mine` are; null: nobody is signed in. */
  readonly staffId: string | null;
  readonly departmentCodes: readonly string[];
  readonly now: UtcMs;
}

export type QueryCondition =
  /** One of these codes; null among them: none, as of a case that is nobody's. No code at all: nothing fits. */
  | { readonly field: NamedKey; readonly codes: readonly (string | null)[]; readonly isNot: boolean }
  | ({ readonly field: DateKey; readonly isNot: boolean } & Span)
  | { readonly field: 'flag'; readonly flag: RecordFlag; readonly isNot: boolean }
  | CallCondition
  | { readonly field: 'words'; readonly column: WordColumn; readonly phrases: readonly string[]; readonly isNot: boolean };

/**
 * Somebody is to be called again: from `since` on, before `until`; null: no bound. The tries that say so without the case's document:
 * among `after`, and none of `notYet`; null: no bound.
 */
export interface CallCondition {
  readonly field: 'call';
  readonly since: UtcMs | null;
  readonly until: UtcMs | null;
  readonly after: readonly LaterTries[] | null;
  readonly notYet: readonly LaterTries[] | null;
  readonly isNot: boolean;
}

/** Flags that are not another way to say a state or an assignee. */
export type RecordFlag = Exclude<QueryFlag, 'open' | 'closed' | 'unassigned' | 'mine'>;
export type WordColumn = 'any' | 'citizen' | 'place';

export type TokenProblem =
  | { readonly reason: 'unfinished' }
  | { readonly reason: 'unknownValue'; readonly value: string; readonly closest: string | null }
  | { readonly reason: 'notADate'; readonly value: string };

/** A filter that is not understood finds nothing: all the cases instead would be taken for the answer. */
const NOTHING: QueryCondition = { field: 'state', codes: [], isNot: false };

export interface ResolvedToken {
  readonly token: QueryToken;
  /** Null: it is still being typed, and asks for nothing yet. */
  readonly condition: QueryCondition | null;
  readonly problem: TokenProblem | null;
}

export interface ResolvedQuery {
  readonly tokens: readonly ResolvedToken[];
  readonly conditions: readonly QueryCondition[];
  /** The words that are left, as they were typed: numbers, names and half a last word among them. */
  readonly words: string;
}

export function resolveQuery(pieces: readonly QueryPiece[], text: string, context: QueryContext): ResolvedQuery {
  const tokens = pieces.filter((piece) => piece.kind === 'token').map((token) => resolveToken(token, context));
  const words = pieces.filter((piece) => piece.kind === 'word');
  const plain = words.filter(({ isNot, isPhrase }) => !isNot && !isPhrase).map((word) => word.text);
  const isUnfinished = !/\s$/.test(text) && isPlain(pieces.at(-1));
  const conditions = [...tokens.flatMap(({ condition }) => (condition === null ? [] : [condition])), ...wordConditions(words)];
  return { tokens, conditions, words: plain.length === 0 ? '' : `${plain.join(' ')}${isUnfinished ? '' : ' '}` };
}

function isPlain(piece: QueryPiece | undefined): boolean {
  return piece?.kind === 'word' && !piece.isNot && !piece.isPhrase;
}

function wordConditions(words: readonly QueryWord[]): readonly QueryCondition[] {
  return words.filter(({ isNot, isPhrase }) => isNot || isPhrase).map(({ text, isNot }) => ({ field: 'words', column: 'any', phrases: [text], isNot }));
}

function resolveToken(token: QueryToken, context: QueryContext): ResolvedToken {
  if (token.values.length === 0) return { token, condition: null, problem: { reason: 'unfinished' } };
  const { key, values, isNot } = token;
  if (key === 'citizen' || key === 'place') return { token, condition: { field: 'words', column: key, phrases: values, isNot }, problem: null };
  if (key === 'is') return resolveFlag(token, context);
  if (key === 'call') return resolveCall(token, context);
  const date = DATE_KEYS.find((one) => one === key);
  if (date !== undefined) return resolveDate(token, date, context);
  return resolveNames(token, key as NamedKey, context); // safe: every other key is one of names
}

function resolveDate(token: QueryToken, field: DateKey, { catalogue, now }: QueryContext): ResolvedToken {
  const value = token.values[0] ?? '';
  const span = readSpan(value, { now, timeZone: catalogue?.city.timeZone ?? 'UTC', isAhead: field === 'due' });
  if (span === null || token.values.length > 1) return { token, condition: NOTHING, problem: { reason: 'notADate', value: token.values.join(',') } };
  return { token, condition: { field, ...span, isNot: token.isNot }, problem: null };
}

const OPEN_STATES = ['new', 'assigned', 'inProgress', 'onHold'] as const;

function resolveFlag(token: QueryToken, context: QueryContext): ResolvedToken {
  const value = token.values[0] ?? '';
  const flag = flagOfName(value);
  if (flag === null || token.values.length > 1) return unknownValue(token, value, QUERY_FLAG_NAMES);
  const { isNot } = token;
  const done = (condition: QueryCondition): ResolvedToken => ({ token, condition, problem: null });
  if (flag === 'open') return done({ field: 'state', codes: OPEN_STATES, isNot });
  if (flag === 'closed') return done({ field: 'state', codes: ['closed'], isNot });
  if (flag === 'unassigned') return done({ field: 'assignee', codes: [null], isNot });
  if (flag === 'mine') return done({ field: 'assignee', codes: context.staffId === null ? [] : [context.staffId], isNot });
  return done({ field: 'flag', flag, isNot });
}

function resolveCall(token: QueryToken, { catalogue, now }: QueryContext): ResolvedToken {
  const value = token.values[0] ?? '';
  const word = callWordOfName(value);
  if (word === null || token.values.length > 1) return unknownValue(token, value, CALL_WORD_NAMES);
  if (catalogue === null) return { token, condition: NOTHING, problem: null };
  const { since, until } = callSpan(word, now, catalogue.city.timeZone);
  const tries = (moment: UtcMs | null): readonly LaterTries[] | null => (moment === null ? null : triesNotBefore(moment, now, catalogue));
  return { token, condition: { field: 'call', since, until, after: tries(since), notYet: tries(until), isNot: token.isNot }, problem: null };
}

function callSpan(word: CallWord, now: UtcMs, timeZone: string): { readonly since: UtcMs | null; readonly until: UtcMs | null } {
  if (word === 'any') return { since: null, until: null };
  if (word === 'due') return { since: null, until: utcMs(now + 1) };
  const today = localDate(now, timeZone);
  return { since: momentAt(today, '00:00', timeZone), until: momentAt(today.add({ days: 1 }), '00:00', timeZone) };
}

const ME = ['me', 'mi', 'yo', 'mine', 'mio', 'mia'];
const NOBODY = ['none', 'nobody', 'nadie', 'ninguno', 'unassigned'];

function resolveNames(token: QueryToken, field: NamedKey, context: QueryContext): ResolvedToken {
  const named = context.catalogue === null ? [] : namedFor(field, context.catalogue);
  const codes = new Set<string | null>();
  for (const value of token.values) {
    const found = codesOf(value, field, context) ?? findNamed(value, named).map(({ code }) => code);
    if (found.length === 0) return unknownValue(token, value, named.flatMap(namesOf));
    for (const code of found) codes.add(code);
  }
  return { token, condition: { field, codes: [...codes], isNot: token.isNot }, problem: null };
}

/** What is said of people and departments without a name. Null: it is a name. */
function codesOf(value: string, field: NamedKey, { staffId, departmentCodes }: QueryContext): readonly (string | null)[] | null {
  const folded = foldName(value);
  if (field === 'assignee' && ME.includes(folded)) return staffId === null ? [] : [staffId];
  if (field === 'department' && ME.includes(folded)) return departmentCodes;
  if ((field === 'assignee' || field === 'neighborhood') && NOBODY.includes(folded)) return [null];
  if (field === 'state' && (folded === 'open' || folded === 'abierto')) return OPEN_STATES;
  return null;
}

function unknownValue(token: QueryToken, value: string, names: readonly string[]): ResolvedToken {
  const words = [...new Set([...names, ...names.flatMap((name) => name.split(/\s+/))])];
  return { token, condition: NOTHING, problem: { reason: 'unknownValue', value, closest: closestName(value, words) } };
}
