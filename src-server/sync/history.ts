import { HistoryReply } from '../../src-shared/protocol/push.ts';
import type { Pool } from '../db/pool.ts';

const HISTORY_ROWS_MAX = 1_000;

// A command that could not be read has no id; its place in the chain is told all the same.
const HISTORY = `SELECT seq, coalesce(uid::text, '') AS uid, encode(hash, 'hex') AS hash, status, code, detail
                  FROM command_result
                  WHERE station = $1 AND seq > $2 ORDER BY seq LIMIT ${HISTORY_ROWS_MAX}`;

/** What the server holds of a station's outbox after `afterSeq`, with outcomes: how a forked station learns what it need not send. */
export async function readHistory(pool: Pool, station: string, afterSeq: number): Promise<HistoryReply> {
  const { rows } = await pool.query<HistoryReply['rows'][number]>(HISTORY, [station, afterSeq]);
  return HistoryReply.parse({ rows });
}
