/**
 * The queue: one keyset page at a time, walked from where the page before ended, so that the millionth case costs what the first does.
 * Every statement is prepared, and says which index it walks.
 *
 * How a page is found (figures in docs/bench.md):
 * - *Few* cases can fit, by what the search index knows of words and facets: they are looked up and sorted as asked.
 * - *Many*, and only filters: the index of the sort is walked. What filters compare is in it, so that a row is read only when it is shown.
 * - *Many*, and words: the page shows those saved here last. The index gives them in that order and stops when the page is full, so the
 *   first letters of a word cost no more than the whole of it.
 */
import type { CaseCount, CaseRow, QueueSort, QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { NamedKey } from '../../src-shared/queue-query/find-names.ts';
import type { QueryCondition } from '../../src-shared/queue-query/resolve-query.ts';
import { DAY_MS, type UtcMs } from '../../src-shared/util/time.ts';
import { ROW_COLUMNS, type StoredRow, toCaseRow } from '../cases/case-queries.ts';
import type { ReadDb } from '../db/database.ts';
import { NOT_HIDDEN_ROW, type Sight, sightOf } from '../sight/not-hidden.ts';
import { type ConditionSql, conditionSql, NAMED_COLUMNS } from './condition-sql.ts';
import { matchExpression, textMatch } from './fts-query.ts';
import { DATED, isMostlyUndated, NO_DATE, sortPlan, type SortPlan, UNDATED, VIEW_SQL, viewFacets } from './queue-views.ts';

export interface QueueFilter {
  readonly view: QueueView;
  /** Words to search for, without filters. */
  readonly search: string;
  /** The filters beside the words; left out: none. */
  readonly conditions?: readonly QueryCondition[];
  /** The group that is asked for, of a list that is grouped; left out: all. It narrows what the filters say. */
  readonly group?: QueryCondition;
  /** Whose "mine" and "my department" are meant; null when nobody is signed in: then both are empty. */
  readonly staffId: string | null;
  readonly departmentCodes: readonly string[];
  /** Departments for whose answers they answer (RC-8); left out: none. */
  readonly reviewedDepartments?: readonly string[];
  /** Neighborhoods whose liaison they are. */
  readonly neighborhoodCodes: readonly string[];
  readonly now: UtcMs;
  /** From when answers of citizens are those of the daily review; left out: a day ago. */
  readonly reviewFrom?: UtcMs;
  /** Which sealed cases are among them; left out: none. */
  readonly sight?: Sight;
}

/** Quality is watched by looking at what was closed lately, not by working off all that ever was. */
const REVIEWABLE_DAYS = 30;
/** So many are read and sorted at once. */
const FEW_MATCHES = 2_000;
/** Nobody reads further than this; counting on would cost more than the list itself. */
export const MOST_COUNTED = 5_000;

const SQL = {
  /** Those saved here last come first: the index has them in this order. */
  matches: `SELECT rowid AS found FROM case_search WHERE case_search MATCH :match ORDER BY rowid DESC LIMIT ${FEW_MATCHES + 1}`,
} as const;
/** The cases the search index has found, looked up one by one. */
const FOUND = 'json_each(:found) f CROSS JOIN case_ c ON c.case_key = f.value';

type Params = Record<string, unknown>;

/** A page: where it begins (`after`, null: at the start), how it is sorted, and how long it may be. */
export interface PageWanted {
  readonly sort: QueueSort;
  readonly after: string | null;
  readonly limit: number;
}

export interface FoundPage {
  readonly rows: readonly CaseRow[];
  /** `after` of the next page; null when this was the last. */
  readonly next: string | null;
}

/** Where the rows come from, in what order, and the last of the walks a page may go on with. */
interface Walk {
  readonly from: string;
  readonly where: readonly string[];
  readonly sort: SortPlan;
  /** The second part of the cursor. */
  readonly keyColumn: 'c.case_key' | 's.rowid';
  /** Keys of cases, as JSON, that `from` reads. */
  readonly found?: string;
  /** It may lead to less than there is: a page it does not fill is looked for in the next way. */
  readonly isTrial?: boolean;
}

interface Question {
  readonly where: readonly string[];
  readonly params: Params;
  readonly match: string | null;
  readonly hasText: boolean;
  /** The search index knows more of it than that the cases are open. */
  readonly isNarrowed: boolean;
  /** Few at any city. */
  readonly isRare: boolean;
}

/** One page of a view. Throws on an `after` that no page gave. */
export function queuePage(db: ReadDb, filter: QueueFilter, { sort, after, limit }: PageWanted): FoundPage {
  const question = questionOf(filter);
  const cursor = after === null ? null : parseCursor(after);
  const found: WalkedRow[] = [];
  for (const [nth, walk] of walksFor(db, question, { view: filter.view, sort, cursor }).entries()) {
    // The cursor is of the first way: those before it are left out already.
    const rows = rowsOf(db, question, walk, { cursor: nth === 0 ? cursor : null, limit: limit + 1 - found.length });
    if (walk.isTrial === true && rows.length <= limit) continue;
    found.push(...rows);
    if (found.length > limit) break;
  }
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last ? JSON.stringify([last.sortKey, last.caseKey]) : null;
  return { rows: rows.map(({ caseKey: _caseKey, sortKey: _sortKey, ...row }) => toCaseRow(row)), next };
}

/** How many cases a question has, up to `atMost`. */
export function countQueue(db: ReadDb, filter: QueueFilter, atMost = MOST_COUNTED): CaseCount {
  const question = questionOf(filter);
  const { from, where } = question.isNarrowed ? bySearch(UNDATED) : byIndex(sortPlan(filter.view, 'due'));
  const sql = `SELECT count(*) AS count FROM (SELECT 1 FROM ${from} WHERE ${[...question.where, ...where].join(' AND ')} LIMIT :limit)`;
  const count = db.query<Params, { count: number }>(sql).get({ ...question.params, limit: atMost + 1 })?.count ?? 0;
  return { count: Math.min(count, atMost), isMore: count > atMost };
}

/**
 * How many cases of a question have each code, all of them counted in one walk; null where that would be a walk of most of the records:
 * then each group is counted by itself, up to a bound.
 */
export function countByCode(db: ReadDb, filter: QueueFilter, field: NamedKey): ReadonlyMap<string | null, number> | null {
  const question = questionOf(filter);
  const sort = sortPlan(filter.view, 'due');
  const isFew = question.isNarrowed && question.match !== null && db.query<{ match: string }, { found: number }>(SQL.matches).all({ match: question.match }).length <= FEW_MATCHES;
  if (!isFew && isMostlyUndated(filter.view, 'due')) return null;
  const { from, where } = question.isNarrowed ? bySearch(UNDATED) : byIndex(sort);
  const sql = `SELECT ${NAMED_COLUMNS[field]} AS code, count(*) AS count FROM ${from} WHERE ${[...question.where, ...where].join(' AND ')} GROUP BY 1`;
  return new Map(db.query<Params, { code: string | null; count: number }>(sql).all(question.params).map(({ code, count }) => [code, count]));
}

interface Cursor {
  readonly sortKey: number | string;
  readonly caseKey: number;
}
type WalkedRow = StoredRow & Cursor;

/** The ways to the rows, in the order of the list; what comes before the cursor is left out. */
function walksFor(db: ReadDb, question: Question, { view, sort, cursor }: { readonly view: QueueView; readonly sort: QueueSort; readonly cursor: Cursor | null }): readonly Walk[] {
  const { match, hasText, isNarrowed, isRare } = question;
  const wanted = sortPlan(view, sort);
  if (isNarrowed && match !== null && isRare) return [{ ...bySearch({ ...wanted, index: null }), keyColumn: 'c.case_key' }];
  const matches = isNarrowed && match !== null ? db.query<{ match: string }, { found: number }>(SQL.matches).all({ match }) : [];
  const found = JSON.stringify(matches.map((one) => one.found));
  const isFew = isNarrowed && matches.length <= FEW_MATCHES;
  if (isFew) return [{ from: FOUND, where: [], sort: { ...wanted, index: null }, keyColumn: 'c.case_key', found }];
  if (hasText) {
    // Of words that many cases have, the first page is usually among those just found.
    const trial: readonly Walk[] = cursor === null ? [{ from: FOUND, where: [], sort: { key: 'c.case_key', direction: 'DESC', index: null }, keyColumn: 'c.case_key', found, isTrial: true }] : [];
    return [...trial, bySearch({ key: 's.rowid', direction: 'DESC', index: null })];
  }
  if (!isMostlyUndated(view, sort)) return [byIndex(wanted)];
  const undated: Walk = isNarrowed ? bySearch(UNDATED) : { ...byIndex(UNDATED), from: 'case_ c NOT INDEXED' };
  const isPastDated = cursor !== null && cursor.sortKey === Number(NO_DATE);
  return [...(isPastDated ? [] : [{ ...byIndex(DATED), where: ['c.due_at IS NOT NULL'] }]), { ...undated, where: [...undated.where, 'c.due_at IS NULL'] }];
}

function byIndex(sort: SortPlan): Walk {
  return { from: sort.index === null ? 'case_ c' : `case_ c INDEXED BY ${sort.index}`, where: [], sort, keyColumn: 'c.case_key' };
}

function bySearch(sort: SortPlan): Walk {
  return { from: 'case_search s CROSS JOIN case_ c ON c.case_key = s.rowid', where: ['case_search MATCH :match'], sort, keyColumn: 's.rowid' };
}

function rowsOf(db: ReadDb, question: Question, { from, where, sort, keyColumn, found }: Walk, { cursor, limit }: { readonly cursor: Cursor | null; readonly limit: number }): readonly WalkedRow[] {
  const { key, direction } = sort;
  const isByKey = key === keyColumn || key === NO_DATE;
  const beyond = direction === 'ASC' ? '>' : '<';
  const rest = cursor === null ? [] : [isByKey ? `${keyColumn} ${beyond} :caseKey` : `(${key}, ${keyColumn}) ${beyond} (:sortKey, :caseKey)`];
  const order = isByKey ? `${keyColumn} ${direction}` : `${key} ${direction}, ${keyColumn} ${direction}`;
  // Only of those that are shown is more read than what they are sorted by.
  const keys = `SELECT c.case_key AS caseKey, ${key} AS sortKey FROM ${from} WHERE ${[...question.where, ...where, ...rest].join(' AND ')} ORDER BY ${order} LIMIT :limit`;
  const sql = `SELECT ${ROW_COLUMNS}, k.caseKey AS caseKey, k.sortKey AS sortKey FROM (${keys}) k CROSS JOIN case_ c ON c.case_key = k.caseKey ORDER BY k.sortKey ${direction}, k.caseKey ${direction}`;
  return db.query<Params, WalkedRow>(sql).all({ ...question.params, ...cursor, found, limit });
}

function questionOf(filter: QueueFilter): Question {
  const conditions = filter.conditions ?? [];
  const compiled = withGroup(conditionSql(conditions, filter.now), filter);
  const text = textMatch(filter.search, conditions);
  const hasText = text.wanted.length + text.unwanted.length > 0;
  const facets = [...compiled.facets, ...viewFacets(filter.view, filter)];
  const match = matchExpression(text, facets);
  const isOfCalls = conditions.some((condition) => condition.field === 'call' && !condition.isNot);
  // Words that must not be there, of all cases there are: the index has no such question.
  const isOnlyUnwanted = match === null && text.unwanted.length > 0;
  const without = isOnlyUnwanted ? ['c.case_key NOT IN (SELECT rowid FROM case_search WHERE case_search MATCH :match)'] : [];
  return {
    where: [VIEW_SQL[filter.view].where, NOT_HIDDEN_ROW, ...compiled.where, ...without],
    params: { ...paramsOf(filter), ...compiled.params, match: isOnlyUnwanted ? text.unwanted.join(' OR ') : match },
    match: isOnlyUnwanted ? null : match,
    hasText: hasText && !isOnlyUnwanted,
    // The open cases are few enough to be walked; their index is as good as the search's, but does not know whom to call again.
    isNarrowed: !isOnlyUnwanted && (hasText || isOfCalls || (compiled.facets.length > 0 && !VIEW_SQL[filter.view].isOpen)),
    isRare: conditions.some((condition) => condition.field === 'flag' && condition.flag === 'sealed' && !condition.isNot),
  };
}

function withGroup(compiled: ConditionSql, { group, now }: QueueFilter): ConditionSql {
  if (group === undefined) return compiled;
  const { where, facets, params } = conditionSql([group], now, 'group');
  return { where: [...compiled.where, ...where], facets: [...compiled.facets, ...facets], params: { ...compiled.params, ...params } };
}

function paramsOf(filter: QueueFilter): Params {
  return {
    staffId: filter.staffId,
    departmentCodes: JSON.stringify(filter.departmentCodes),
    reviewedDepartments: JSON.stringify(filter.reviewedDepartments ?? []),
    reviewableFrom: filter.now - REVIEWABLE_DAYS * DAY_MS,
    neighborhoodCodes: JSON.stringify(filter.neighborhoodCodes),
    now: filter.now,
    reviewFrom: filter.reviewFrom ?? filter.now - DAY_MS,
    ...(filter.sight ?? sightOf(null)),
  };
}

/** Throws on a text that `next` never gave. */
function parseCursor(text: string): Cursor {
  const parsed: unknown = JSON.parse(text);
  const isCursor = Array.isArray(parsed) && ['number', 'string'].includes(typeof parsed[0]) && Number.isInteger(parsed[1]);
  if (!isCursor) throw new Error('queuePage: not a cursor of this list');
  const [sortKey, caseKey] = parsed as [number | string, number]; // safe: checked above
  return { sortKey, caseKey };
}
