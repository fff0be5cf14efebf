/** The cases behind a figure of the Community screen: one keyset page at a time, by the index the figure was counted by. */
import type { CommunityPage, CommunityPageRequest, CommunityQuestion } from '../../src-shared/protocol/data-rpc/community-views.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { ROW_COLUMNS, type StoredRow, toCaseRow } from '../cases/case-queries.ts';
import type { ReadDb } from '../db/database.ts';
import { notHidden, sightNow } from '../sight/not-hidden.ts';
import { communityParams, EVENT_CONDITIONS, NEIGHBORHOOD_CONDITIONS } from './community-figures.ts';

type Params = Record<string, unknown>;

interface Plan {
  readonly condition: string;
  readonly key: string;
  readonly direction: 'ASC' | 'DESC';
  readonly params: Params;
}

const LAST = '9007199254740991';
const SOONEST_DUE = { key: `ifnull(c.due_at, ${LAST})`, direction: 'ASC' } as const;
const RECEIVED_LAST = { key: 'c.received_at', direction: 'DESC' } as const;

/** One page for whoever is signed in. `now`: the city's time. Throws on an `after` that no page gave. */
export function communityCases(db: ReadDb, { question, after, limit }: CommunityPageRequest, now: UtcMs): CommunityPage {
  const { condition, key, direction, params } = planOf(question);
  const cursor = after === null ? null : parseCursor(after);
  const rest = cursor === null ? '' : `AND (${key}, c.case_key) ${direction === 'ASC' ? '>' : '<'} (:sortKey, :caseKey)`;
  const sql = `SELECT ${ROW_COLUMNS}, c.case_key AS caseKey, ${key} AS sortKey FROM case_ c
    WHERE ${condition} AND ${notHidden('c.case_key')} ${rest} ORDER BY ${key} ${direction}, c.case_key ${direction} LIMIT :limit`;
  const found = db
    .query<Params, StoredRow & { caseKey: number; sortKey: number }>(sql)
    .all({ ...communityParams(now), ...sightNow(db), ...params, ...cursor, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last ? JSON.stringify([last.sortKey, last.caseKey]) : null;
  return { rows: rows.map(({ caseKey: _caseKey, sortKey: _sortKey, ...row }) => toCaseRow(row)), next };
}

function planOf(question: CommunityQuestion): Plan {
  switch (question.of) {
    case 'neighborhood': {
      const condition = `c.neighborhood_code IS :code AND ${NEIGHBORHOOD_CONDITIONS[question.figure]}`;
      return { condition, ...(question.figure === 'received' ? RECEIVED_LAST : SOONEST_DUE), params: { code: question.code } };
    }
    case 'event':
      return { condition: `c.event_id = :eventId AND ${EVENT_CONDITIONS[question.figure]}`, ...RECEIVED_LAST, params: { eventId: question.eventId } };
    case 'contributor':
      return { condition: 'c.case_key IN (SELECT case_key FROM case_party WHERE person_key = :key)', ...RECEIVED_LAST, params: { key: question.key } };
  }
}

/** Throws on a text that `next` never gave. */
function parseCursor(text: string): { readonly sortKey: number; readonly caseKey: number } {
  const parsed: unknown = JSON.parse(text);
  const isCursor = Array.isArray(parsed) && parsed.length === 2 && parsed.every((part) => Number.isInteger(part));
  if (!isCursor) throw new Error('communityCases: not a cursor of this list');
  const [sortKey, caseKey] = parsed as [number, number]; // safe: checked above
  return { sortKey, caseKey };
}
