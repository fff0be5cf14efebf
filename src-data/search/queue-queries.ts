/**
 * The queue: one keyset page at a time. Views and sorts are closed lists; each has its own prepared statement and walks an
 * index from where the page before ended, so that the millionth case costs what the first does.
 */
import type { QueueSort, QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { CaseRow } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { DAY_MS, type UtcMs } from '../../src-shared/util/time.ts';
import { ROW_COLUMNS, type StoredRow, toCaseRow } from '../cases/case-queries.ts';
import type { ReadDb } from '../db/database.ts';
import { notHidden, type Sight, sightOf } from '../sight/not-hidden.ts';
import { ftsQuery } from './fts-query.ts';

export interface QueueFilter {
  readonly view: QueueView;
  readonly search: string;
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

const VIEW_CONDITIONS: Record<QueueView, string> = {
  open: 'c.is_open = 1',
  mine: 'c.is_open = 1 AND c.assignee_id = :staffId',
  myDepartment: 'c.is_open = 1 AND c.department_code IN (SELECT value FROM json_each(:departmentCodes))',
  myNeighborhood: 'c.is_open = 1 AND c.neighborhood_code IN (SELECT value FROM json_each(:neighborhoodCodes))',
  unassigned: 'c.is_open = 1 AND c.assignee_id IS NULL',
  // By whatever promise of the case comes first, that of a follow-up on a closed one too.
  dueSoon: 'c.due_at >= :now AND c.soon_at <= :now',
  overdue: 'c.due_at < :now',
  escalatedToMe: 'c.case_key IN (SELECT case_key FROM case_told WHERE staff_id = :staffId)',
  myTasks: `c.case_key IN (SELECT case_key FROM case_promise WHERE clock = 'task'
    AND (assignee_id = :staffId OR department_code IN (SELECT value FROM json_each(:departmentCodes))))`,
  toReview: `c.review_since >= :reviewableFrom AND c.closed_by IS NOT :staffId
    AND c.department_code IN (SELECT value FROM json_each(:reviewedDepartments))`,
  followUps: "c.case_key IN (SELECT case_key FROM case_promise WHERE clock = 'followUp')",
  surveyAnswers: 'c.answered_at >= :reviewFrom',
  progressDue: 'c.next_progress_by < :now',
  lettersToWrite: 'c.letters_since IS NOT NULL',
  onHold: "c.is_open = 1 AND c.state = 'onHold'",
  closed: 'c.is_open = 0',
  all: 'TRUE',
};

interface SortPlan {
  readonly key: string;
  readonly direction: 'ASC' | 'DESC';
}
const NO_DATE = '9007199254740991';
const SORTS: Record<QueueSort, SortPlan> = {
  due: { key: `ifnull(c.due_at, ${NO_DATE})`, direction: 'ASC' },
  receivedNewest: { key: 'c.received_at', direction: 'DESC' },
  receivedOldest: { key: 'c.received_at', direction: 'ASC' },
  trackingNumber: { key: 'c.tracking_number', direction: 'ASC' },
};

/** Views of cases that all have a date: theirs are walked by the index that holds no others. */
const BY_DATE: SortPlan = { key: 'c.due_at', direction: 'ASC' };
const VIEWS_BY_DATE: Partial<Record<QueueView, SortPlan>> = {
  dueSoon: BY_DATE,
  overdue: BY_DATE,
  surveyAnswers: { key: 'c.answered_at', direction: 'DESC' },
  toReview: { key: 'c.review_since', direction: 'DESC' },
  // Who has waited longest for a letter comes first, whatever else is due.
  lettersToWrite: { key: 'c.letters_since', direction: 'ASC' },
};

function sortOf(view: QueueView, sort: QueueSort): SortPlan {
  return (sort === 'due' ? VIEWS_BY_DATE[view] : undefined) ?? SORTS[sort];
}

/**
 * Few matches are looked up and sorted as asked. Of many, the page shows those saved here last: the index gives them in that
 * order and stops when the page is full, so the first letters of a word cost no more than the whole of it.
 */
const FEW_MATCHES = 2_000;
const FEW = { from: 'case_ c', condition: 'c.case_key IN (SELECT rowid FROM case_search WHERE case_search MATCH :match)' };
const MANY = { from: 'case_search s CROSS JOIN case_ c ON c.case_key = s.rowid', condition: 'case_search MATCH :match' };
const LAST_SAVED_FIRST: SortPlan = { key: 's.rowid', direction: 'DESC' };
const COUNT_MATCHES = `SELECT count(*) AS count FROM (SELECT 1 FROM case_search WHERE case_search MATCH :match LIMIT ${FEW_MATCHES + 1})`;

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

/** One page of a view. Throws on an `after` that no page gave. */
export function queuePage(db: ReadDb, filter: QueueFilter, { sort, after, limit }: PageWanted): FoundPage {
  const isCommon = hasManyMatches(db, filter.search);
  const { key, direction } = isCommon ? LAST_SAVED_FIRST : sortOf(filter.view, sort);
  const cursor = after === null ? null : parseCursor(after);
  const beyond = direction === 'ASC' ? '>' : '<';
  // With LAST_SAVED_FIRST both parts of the cursor are the case's key.
  const rest = cursor === null ? '' : isCommon ? 'AND s.rowid < :caseKey' : `AND (${key}, c.case_key) ${beyond} (:sortKey, :caseKey)`;
  const order = isCommon ? `${key} ${direction}` : `${key} ${direction}, c.case_key ${direction}`;
  const sql = `SELECT ${ROW_COLUMNS}, c.case_key AS caseKey, ${key} AS sortKey FROM ${isCommon ? MANY.from : FEW.from}
    WHERE ${where(filter, isCommon)} ${rest} ORDER BY ${order} LIMIT :limit`;
  const found = db
    .query<Params, StoredRow & { caseKey: number; sortKey: number | string }>(sql)
    .all({ ...paramsOf(filter), ...cursor, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last ? JSON.stringify([last.sortKey, last.caseKey]) : null;
  return { rows: rows.map(({ caseKey: _caseKey, sortKey: _sortKey, ...row }) => toCaseRow(row)), next };
}

/** How many cases a view with a search text has. */
export function countQueue(db: ReadDb, filter: QueueFilter): number {
  const sql = `SELECT count(*) AS count FROM ${FEW.from} WHERE ${where(filter, false)}`;
  return db.query<Params, { count: number }>(sql).get(paramsOf(filter))?.count ?? 0;
}

function where(filter: QueueFilter, isCommon: boolean): string {
  const conditions = [VIEW_CONDITIONS[filter.view], notHidden('c.case_key')];
  if (ftsQuery(filter.search) !== null) conditions.push(isCommon ? MANY.condition : FEW.condition);
  return conditions.join(' AND ');
}

function hasManyMatches(db: ReadDb, search: string): boolean {
  const match = ftsQuery(search);
  return match !== null && (db.query<{ match: string }, { count: number }>(COUNT_MATCHES).get({ match })?.count ?? 0) > FEW_MATCHES;
}

function paramsOf(filter: QueueFilter): Params {
  const match = ftsQuery(filter.search);
  return {
    staffId: filter.staffId,
    departmentCodes: JSON.stringify(filter.departmentCodes),
    reviewedDepartments: JSON.stringify(filter.reviewedDepartments ?? []),
    reviewableFrom: filter.now - REVIEWABLE_DAYS * DAY_MS,
    neighborhoodCodes: JSON.stringify(filter.neighborhoodCodes),
    now: filter.now,
    reviewFrom: filter.reviewFrom ?? filter.now - DAY_MS,
    ...(filter.sight ?? sightOf(null)),
    ...(match === null ? {} : { match }),
  };
}

/** Throws on a text that `next` never gave. */
function parseCursor(text: string): { readonly sortKey: number | string; readonly caseKey: number } {
  const parsed: unknown = JSON.parse(text);
  const isCursor = Array.isArray(parsed) && ['number', 'string'].includes(typeof parsed[0]) && Number.isInteger(parsed[1]);
  if (!isCursor) throw new Error('queuePage: not a cursor of this list');
  const [sortKey, caseKey] = parsed as [number | string, number]; // safe: checked above
  return { sortKey, caseKey };
}
