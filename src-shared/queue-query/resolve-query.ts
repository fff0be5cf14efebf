/**
 * What a query asks of the records of this city: conditions in codes and moments, words to search for, and what was not understood.
 * Run by the screen, which names the filters, and by the data process, which answers.
 */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { UtcMs } from '../util/time.ts';
import { closestName } from './closest-name.ts';
import { readSpan, type Span } from './date-span.ts';
import { findNamed, namedFor, type NamedKey, namesOf } from './find-names.ts';
import type { QueryPiece, QueryToken, QueryWord } from './parse-query.ts';
import { type DateKey, DATE_KEYS, flagOfName, foldName, QUERY_FLAG_NAMES, type QueryFlag } from './query-keys.ts';

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
  | { readonly field: 'words'; readonly column: WordColumn; readonly phrases: readonly string[]; readonly isNot: boolean };

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
