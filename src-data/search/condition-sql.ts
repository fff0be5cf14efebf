import type { FacetFlag, FacetKind } from '../cases/facets.ts';
import { facetWord, facetWordsBetween, vainTriesMatch } from '../cases/facets.ts';
import { CASE_KINDS, CASE_STATES, CHANNELS } from '../../src-shared/domain/case.ts';
import type { Span } from '../../src-shared/queue-query/date-span.ts';
import type { NamedKey } from '../../src-shared/queue-query/find-names.ts';
import type { DateKey } from '../../src-shared/queue-query/query-keys.ts';
import type { CallCondition, QueryCondition, RecordFlag } from '../../src-shared/queue-query/resolve-query.ts';
import { DAY_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';

/** The conditions of a question as SQL on `case_ c`, and as words of the search index that every case it fits has. */
export interface ConditionSql {
  readonly where: readonly string[];
  /** Each: a case has one of these. They narrow only; `where` decides. */
  readonly facets: readonly (readonly string[])[];
  readonly params: Readonly<Record<string, unknown>>;
}

/** The columns of `case_ c` that hold the codes. */
export const NAMED_COLUMNS: Record<NamedKey, string> = {
  department: 'c.department_code',
  service: 'c.service_code',
  assignee: 'c.assignee_id',
  state: 'c.state',
  channel: 'c.channel',
  kind: 'c.kind',
  neighborhood: 'c.neighborhood_code',
};
const NAMED_KEYS = Object.keys(NAMED_COLUMNS) as readonly NamedKey[]; // safe: the keys of the table above
/** Closed lists: what is not among some of them is among the others. */
const ALL_OF: Partial<Record<NamedKey, readonly string[]>> = { state: CASE_STATES, channel: CHANNELS, kind: CASE_KINDS };

const DATE_COLUMNS: Record<DateKey, string> = { received: 'c.received_at', due: 'c.due_at', closed: 'c.closed_at' };
const DATE_FIELDS = Object.keys(DATE_COLUMNS) as readonly DateKey[]; // safe: the keys of the table above

const FLAG_SQL: Record<RecordFlag, string> = {
  overdue: 'c.due_at < :now',
  duesoon: 'c.due_at >= :now AND c.soon_at <= :now',
  answered: 'c.responded_at IS NOT NULL',
  late: 'c.late_count > 0',
  sealed: 'c.is_sealed = 1',
  major: 'c.is_major_repair = 1',
  joined: 'c.co_reporter_count > 0',
  unsent: "c.sync_state <> 'confirmed'",
};
const FLAG_FACETS: Partial<Record<RecordFlag, FacetFlag>> = { overdue: 'dated', duesoon: 'dated', sealed: 'sealed', major: 'majorRepair' };

/** Only these have been closed: said, because every index knows it. */
const IS_CLOSED = "c.state = 'closed'";

/** Two filters of one key widen each other (`dept:water dept:streets`), dates narrow each other; different keys narrow. `prefix`: of its parameters, where there are two in one statement. */
export function conditionSql(conditions: readonly QueryCondition[], now: UtcMs, prefix = ''): ConditionSql {
  const parts = [
    ...NAMED_KEYS.flatMap((field) => [true, false].map((isNot) => namedSql(field, isNot, conditions, prefix))),
    ...DATE_FIELDS.map((field) => spanSql(field, conditions, now, prefix)),
    ...conditions.map((condition, index) => (DATE_FIELDS.some((field) => field === condition.field) && condition.isNot ? outsideSql(condition as OfDate, `${prefix}${index}`) : null)), // safe: asked before
    ...conditions.map((condition) => (condition.field === 'flag' ? flagSql(condition.flag, condition.isNot) : null)),
    ...conditions.map((condition, index) => (condition.field === 'call' ? callSql(condition, `${prefix}call${index}`) : null)),
  ].filter((part) => part !== null);
  return {
    where: parts.flatMap(({ where }) => where),
    facets: parts.flatMap(({ facets }) => facets),
    params: Object.assign({}, ...parts.map(({ params }) => params)) as Record<string, unknown>, // safe: each is one
  };
}

type OfDate = Extract<QueryCondition, { readonly from: UtcMs | null }>;
type OfNames = Extract<QueryCondition, { readonly codes: readonly (string | null)[] }>;

function namedSql(field: NamedKey, isNot: boolean, conditions: readonly QueryCondition[], prefix: string): ConditionSql | null {
  const own = conditions.filter((condition): condition is OfNames => condition.field === field && condition.isNot === isNot && 'codes' in condition);
  if (own.length === 0) return null;
  if (!isNot && own.some(({ codes }) => codes.length === 0)) return { where: ['FALSE'], facets: [], params: {} };
  const codes = [...new Set(own.flatMap((condition) => condition.codes))];
  const [column, name] = [NAMED_COLUMNS[field], `${prefix}${field}${isNot ? 'Not' : ''}`];
  const known = codes.filter((code) => code !== null);
  const among = `${column} IN (SELECT value FROM json_each(:${name}))`;
  const hasNone = known.length < codes.length;
  const where = isNot ? `${column} ${hasNone ? 'IS NOT NULL AND' : 'IS NULL OR'} NOT ${among}` : `${among}${hasNone ? ` OR ${column} IS NULL` : ''}`;
  return { where: [`(${where})`], facets: facetsOfNames(field, codes, isNot), params: { [name]: JSON.stringify(known) } };
}

function facetsOfNames(field: FacetKind & NamedKey, codes: readonly (string | null)[], isNot: boolean): readonly (readonly string[])[] {
  const meant = isNot ? ALL_OF[field]?.filter((code) => !codes.includes(code)) : codes;
  return meant === undefined || meant.length === 0 ? [] : [meant.map((code) => facetWord(field, code))];
}

function spanSql(field: DateKey, conditions: readonly QueryCondition[], now: UtcMs, prefix: string): ConditionSql | null {
  const own = conditions.filter((condition): condition is OfDate => condition.field === field && !condition.isNot && 'from' in condition);
  if (own.length === 0) return null;
  const from = latest(own.map((span) => span.from), Math.max);
  const to = latest(own.map((span) => span.to), Math.min);
  const column = DATE_COLUMNS[field];
  const [fromName, toName] = [`${prefix}${field}From`, `${prefix}${field}To`];
  const where = [from === null ? [] : [`${column} >= :${fromName}`], to === null ? [] : [`${column} < :${toName}`], field === 'closed' ? [IS_CLOSED] : []].flat();
  return { where, facets: facetsOfSpan(field, { from, to }, now), params: { [fromName]: from, [toName]: to } };
}

function facetsOfSpan(field: DateKey, { from, to }: Span, now: UtcMs): readonly (readonly string[])[] {
  if (field === 'due') return [[facetWord('flag', 'dated')]];
  const words = facetWordsBetween(field, from, to ?? utcMs(now + DAY_MS));
  return words === null ? [] : [words];
}

function latest(moments: readonly (UtcMs | null)[], pick: (...values: number[]) => number): UtcMs | null {
  const known = moments.filter((moment) => moment !== null);
  return known.length === 0 ? null : utcMs(pick(...known));
}

/** Outside a span; what has no such date is outside. */
function outsideSql({ field, from, to }: OfDate, suffix: string): ConditionSql {
  const column = DATE_COLUMNS[field];
  const [fromName, toName] = [`${field}NotFrom${suffix}`, `${field}NotTo${suffix}`];
  const inside = [from === null ? '' : `${column} >= :${fromName}`, to === null ? '' : `${column} < :${toName}`].filter(Boolean).join(' AND ');
  return { where: [`NOT ifnull((${inside || 'TRUE'}), FALSE)`], facets: [], params: { ...(from === null ? {} : { [fromName]: from }), ...(to === null ? {} : { [toName]: to }) } };
}

function flagSql(flag: RecordFlag, isNot: boolean): ConditionSql {
  const facet = FLAG_FACETS[flag];
  const facets = isNot || facet === undefined ? [] : [[facetWord('flag', facet)]];
  return { where: [isNot ? `NOT ifnull((${FLAG_SQL[flag]}), FALSE)` : `(${FLAG_SQL[flag]})`], facets, params: {} };
}

/** By the words of the search index alone: no column holds a time that a calendar decides. */
function callSql({ after, notYet, isNot }: CallCondition, name: string): ConditionSql {
  const word = facetWord('flag', 'callAgain');
  const [among, without] = [after === null ? null : vainTriesMatch(after), vainTriesMatch(notYet ?? [])];
  if (among?.length === 0) return { where: [isNot ? 'TRUE' : 'FALSE'], facets: [], params: {} };
  const wanted = among === null ? `"${word}"` : `"${word}" AND (${among.join(' OR ')})`;
  const match = without.length === 0 ? wanted : `(${wanted}) NOT (${without.join(' OR ')})`;
  const where = `c.case_key ${isNot ? 'NOT ' : ''}IN (SELECT rowid FROM case_search WHERE case_search MATCH :${name})`;
  return { where: [where], facets: isNot ? [] : [[word]], params: { [name]: match } };
}
