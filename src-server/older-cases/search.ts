import { z } from 'zod';
import type { FindCaseReply, FindCaseRequest, OlderSearchReply, OlderSearchRequest } from '../../src-shared/protocol/older-cases.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import type { AppDeps } from '../app-deps.ts';
import { currentGrants } from '../feed/grants.ts';
import { malformedRequest } from '../http/problem.ts';
import { tsQuery } from './words.ts';
import { searchableBefore } from './words-index.ts';

const Cursor = z.tuple([z.int(), z.uuid()]);
const FROM_THE_END: z.infer<typeof Cursor> = [Number.MAX_SAFE_INTEGER, 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

const VISIBLE = 'EXISTS (SELECT 1 FROM case_bucket b WHERE b.case_id = c.id AND b.present AND b.bucket = ANY($1))';

const SQL = {
  page: `SELECT c.id, w.closed_at AS "closedAt", c.document FROM closed_case_words w JOIN case_ c ON c.id = w.case_id
     WHERE w.words @@ $2::tsquery AND c.closed_at < $3 AND (w.closed_at, w.case_id) < ($4, $5) AND ${VISIBLE}
     ORDER BY w.closed_at DESC, w.case_id DESC LIMIT $6`,
  byId: `SELECT c.id, c.document FROM case_ c WHERE c.id = $2 AND ${VISIBLE}`,
  byNumber: `SELECT c.id, c.document FROM case_ c WHERE c.id IN (
       SELECT id FROM case_ WHERE number = $2 UNION ALL SELECT case_id FROM case_number_alias WHERE number = $2) AND ${VISIBLE}
     ORDER BY c.number = $2 DESC LIMIT 20`,
  buckets: 'SELECT bucket FROM case_bucket WHERE case_id = $2 AND present AND bucket = ANY($1) ORDER BY bucket',
};

type FoundDocument = OlderSearchReply['cases'][number];

/** One page of closed cases with all the words, last closed first; of the station's buckets only. */
export async function searchOlder({ pool }: Pick<AppDeps, 'pool'>, request: OlderSearchRequest): Promise<OlderSearchReply> {
  const covered = await searchableBefore(pool);
  const query = tsQuery(request.text);
  if (query === null) return { cases: [], next: null, searchableBefore: covered };
  const buckets = await grantedBuckets(pool, request.station);
  const [closedAt, id] = request.after === null ? FROM_THE_END : parseCursor(request.after);
  const { rows } = await pool.query<{ id: string; closedAt: number; document: FoundDocument }>(SQL.page, [buckets, query, request.closedBefore, closedAt, id, request.limit + 1]);
  const page = rows.slice(0, request.limit);
  const last = page.at(-1);
  const next = rows.length > request.limit && last ? JSON.stringify([last.closedAt, last.id]) : null;
  return { cases: page.map((row) => row.document), next, searchableBefore: covered };
}

/** One case, whatever its age, if it is in one of the station's buckets. A number that leads to two cases gives the one that has it now, and names the other. */
export async function findCase({ pool }: Pick<AppDeps, 'pool'>, { station, by }: FindCaseRequest): Promise<FindCaseReply> {
  const buckets = await grantedBuckets(pool, station);
  const [sql, key] = 'caseId' in by ? [SQL.byId, by.caseId] : [SQL.byNumber, by.trackingNumber];
  const [found, ...others] = (await pool.query<{ id: CaseId; document: FoundDocument }>(sql, [buckets, key])).rows;
  if (found === undefined) return { case: null, buckets: [], alsoLeadsTo: [] };
  const { rows } = await pool.query<{ bucket: string }>(SQL.buckets, [buckets, found.id]);
  return { case: found.document, buckets: rows.map((row) => row.bucket), alsoLeadsTo: others.map((other) => other.id) };
}

async function grantedBuckets(pool: AppDeps['pool'], station: string): Promise<readonly string[]> {
  return (await currentGrants(pool, station)).map((grant) => grant.bucket);
}

function parseCursor(text: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(text));
  } catch {
    throw malformedRequest('after: no page gave this');
  }
}
