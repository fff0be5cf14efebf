/**
 * The overdue board: one keyset page at a time, of the promises that `writePromises` keeps beside each case. What is late is found by
 * an index over running promises alone, so that a million closed cases cost nothing; groups are sorted among what was found.
 */
import { DAY_MS, type UtcMs } from '../../src-shared/util/time.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { BoardCounts, BoardPageRequest, BoardQuestion, BoardSort, BoardTab } from '../../src-shared/protocol/data-rpc/overdue-views.ts';
import { ROW_COLUMNS, type StoredRow } from '../cases/case-queries.ts';
import type { ReadDb } from '../db/database.ts';
import { notHidden, sightNow } from '../sight/not-hidden.ts';

/** How long a case is shown among those that were overdue. */
const SHOWN_AFTERWARDS_MS = 30 * DAY_MS;

type RunningTab = Exclude<BoardTab, 'wasOverdue'>;

const LATE: Record<RunningTab, string> = {
  overdue: 'p.late_from < :now',
  dueSoon: 'p.late_from >= :now AND p.soon_from <= :now',
};
const GROUP_KEYS: Record<Exclude<BoardSort, 'age'>, string> = {
  department: 'p.department_code',
  owner: "ifnull(p.assignee_id, '')",
  promise: 'p.clock',
};
/** Departments and people in the order of their names, nobody first; promises as they follow each other in the life of a case. */
const GROUP_ORDER: Record<BoardSort, string> = {
  age: '0',
  department: byName('p.department_code'),
  owner: `CASE WHEN p.assignee_id IS NULL THEN '' ELSE ${byName('p.assignee_id')} END`,
  promise: "instr('acknowledge respond resolve task followUp', p.clock)",
};

/** What `:names` lists, in its order; then whatever it lacks. */
function byName(column: string): string {
  return `printf('%06d %s', ifnull((SELECT n.key FROM json_each(:names) n WHERE n.value = ${column}), 999999), ${column})`;
}

const inScope = (departmentCode: string | null): string => (departmentCode === null ? 'p.is_first = 1' : 'p.department_code = :departmentCode AND p.is_first_there = 1');
const endedInScope = (departmentCode: string | null): string => (departmentCode === null ? 'w.is_last = 1' : 'w.department_code = :departmentCode');
const RECENTLY_ENDED = 'w.ended_at > :since AND w.ended_at <= :now';

type Params = Record<string, unknown>;

/** A row as it is stored, with the promise it is on the board for. */
export interface FoundPromise {
  readonly row: StoredRow;
  readonly current: Case;
  readonly clock: string;
  /** Empty: of the case itself. */
  readonly taskId: string;
}

export interface FoundPromises {
  readonly found: readonly FoundPromise[];
  readonly next: string | null;
}

type Stored = StoredRow & { readonly caseKey: number; readonly sortKey: number | string; readonly moment: number; readonly clock: string; readonly taskId: string; readonly document: string };

export interface RunningPageRequest extends BoardPageRequest {
  readonly tab: RunningTab;
  /** Codes of departments, or ids of staff, in the order of their names: groups stand in it. Those left out come last, by code. */
  readonly names: readonly string[];
}

/** One page of promises that run. Throws on an `after` that no page gave. */
export function runningPage(db: ReadDb, request: RunningPageRequest, now: UtcMs): FoundPromises {
  const { tab, departmentCode, sort, after, limit } = request;
  const order = GROUP_ORDER[sort];
  const isGrouped = sort !== 'age';
  const cursor = after === null ? null : parseCursor(after);
  const place = isGrouped ? `(${order}, p.late_from, p.case_key) > (:sortKey, :moment, :caseKey)` : '(p.late_from, p.case_key) > (:moment, :caseKey)';
  const sql = `SELECT ${ROW_COLUMNS}, k.case_key AS caseKey, k.sort_key AS sortKey, k.late_from AS moment, k.clock AS clock, k.task_id AS taskId, d.document AS document
    FROM (
      SELECT p.case_key, p.clock, p.task_id, p.late_from, ${order} AS sort_key FROM case_promise p
      WHERE ${inScope(departmentCode)} AND ${LATE[tab]} AND ${notHidden('p.case_key')} ${cursor === null ? '' : `AND ${place}`}
      ORDER BY ${isGrouped ? `${order}, ` : ''}p.late_from, p.case_key LIMIT :limit
    ) k JOIN case_ c USING (case_key) JOIN case_document d USING (case_key)
    ORDER BY k.sort_key, k.late_from, k.case_key`;
  const { sortKey: _unused, ...ungrouped } = cursor ?? { sortKey: 0 };
  const names = sort === 'department' || sort === 'owner' ? { names: JSON.stringify(request.names) } : {};
  const rows = db.query<Params, Stored>(sql).all({ now, ...names, ...sightNow(db), ...scope(departmentCode), ...(isGrouped ? cursor : ungrouped), limit: limit + 1 });
  return paged(rows, limit);
}

/** One page of cases whose lateness has ended, the last ended first; the promise is to be read from the case. */
export function endedPage(db: ReadDb, { departmentCode, after, limit }: BoardPageRequest, now: UtcMs): FoundPromises {
  const cursor = after === null ? null : parseCursor(after);
  const sql = `SELECT ${ROW_COLUMNS}, w.case_key AS caseKey, 0 AS sortKey, w.ended_at AS moment, '' AS clock, '' AS taskId, d.document AS document
    FROM case_was_late w CROSS JOIN case_ c ON c.case_key = w.case_key JOIN case_document d ON d.case_key = w.case_key
    WHERE ${endedInScope(departmentCode)} AND ${RECENTLY_ENDED} AND ${notHidden('w.case_key')} ${cursor === null ? '' : 'AND (w.ended_at, w.case_key) < (:moment, :caseKey)'}
    ORDER BY w.ended_at DESC, w.case_key DESC LIMIT :limit`;
  const { sortKey: _unused, ...place } = cursor ?? { sortKey: 0 };
  const rows = db.query<Params, Stored>(sql).all({ now, since: now - SHOWN_AFTERWARDS_MS, ...sightNow(db), ...scope(departmentCode), ...place, limit: limit + 1 });
  return paged(rows, limit);
}

/** How many there are of each kind for a department, and in the groups of the list that is shown. */
export function boardCounts(db: ReadDb, { tab, departmentCode, sort }: BoardQuestion, now: UtcMs): BoardCounts {
  const params = { now, ...sightNow(db), ...scope(departmentCode) };
  const where = (of: RunningTab): string => `FROM case_promise p WHERE ${inScope(departmentCode)} AND ${LATE[of]} AND ${notHidden('p.case_key')}`;
  const late = db
    .query<Params, { overdue: number; unassigned: number; oldestFrom: UtcMs | null }>(`SELECT count(*) AS overdue, count(*) - count(p.assignee_id) AS unassigned, min(p.late_from) AS oldestFrom ${where('overdue')}`)
    .get(params) ?? { overdue: 0, unassigned: 0, oldestFrom: null };
  const count = (sql: string, more: Params = {}): number => db.query<Params, { count: number }>(sql).get({ ...params, ...more })?.count ?? 0;
  const wasOverdue = count(`SELECT count(*) AS count FROM case_was_late w WHERE ${endedInScope(departmentCode)} AND ${RECENTLY_ENDED} AND ${notHidden('w.case_key')}`, { since: now - SHOWN_AFTERWARDS_MS });
  const isGrouped = sort !== 'age' && tab !== 'wasOverdue';
  const groups = isGrouped ? db.query<Params, { key: string; count: number }>(`SELECT ${GROUP_KEYS[sort]} AS key, count(*) AS count ${where(tab)} GROUP BY 1`).all(params) : [];
  return { ...late, dueSoon: count(`SELECT count(*) AS count ${where('dueSoon')}`), wasOverdue, groups: Object.fromEntries(groups.map(({ key, count: many }) => [key, many])), asOf: now };
}

function scope(departmentCode: string | null): Params {
  return departmentCode === null ? {} : { departmentCode };
}

function paged(rows: readonly Stored[], limit: number): FoundPromises {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? JSON.stringify([last.sortKey, last.moment, last.caseKey]) : null;
  return { found: shown.map(toFound), next };
}

function toFound({ caseKey: _caseKey, sortKey: _sortKey, moment: _moment, clock, taskId, document, ...row }: Stored): FoundPromise {
  return { row, clock, taskId, current: JSON.parse(document) as Case }; // safe: documents are written by writeCase only
}

/** Throws on a text that `next` never gave. */
function parseCursor(text: string): { readonly sortKey: number | string; readonly moment: number; readonly caseKey: number } {
  const parsed: unknown = JSON.parse(text);
  const isCursor = Array.isArray(parsed) && ['number', 'string'].includes(typeof parsed[0]) && Number.isInteger(parsed[1]) && Number.isInteger(parsed[2]);
  if (!isCursor) throw new Error('board: not a cursor of this list');
  const [sortKey, moment, caseKey] = parsed as [number | string, number, number]; // safe: checked above
  return { sortKey, moment, caseKey };
}
