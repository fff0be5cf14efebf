import type { AppDeps } from '../app-deps.ts';
import type { Connection } from '../db/pool.ts';
import type { SyncClock } from '../feed/clock.ts';
import { CLOSED_HORIZON_KEYS, type ClosedHorizon, closedHorizonOf } from '../feed/closed-horizon.ts';
import type { Grant } from '../feed/grants.ts';

/** Last command the server has of a station: its seq and hash (lower-case hex). */
export interface HistoryEnd {
  readonly seq: number;
  readonly hash: string;
}

/** Everything the header of an answer speaks of. */
export interface Standing {
  readonly clock: SyncClock;
  /** Of the clock's revision; null before the first. */
  readonly mark: string | null;
  readonly end: HistoryEnd;
  /** What the station may hold, by name. */
  readonly grants: readonly Grant[];
  /** Of the newest catalogue; null when none was ever stored. */
  readonly catalogueVersion: number | null;
  readonly officeVersion: number;
  readonly horizon: ClosedHorizon;
}

const SQL = {
  end: `SELECT last_seq AS seq, encode(last_hash, 'hex') AS hash FROM station WHERE id = $1`,
  standing: `SELECT c.epoch, c.rev, c.min_rev AS "minRev", (SELECT mark FROM revision WHERE rev = c.rev) AS mark,
                    s.last_seq AS seq, encode(s.last_hash, 'hex') AS hash,
                    (SELECT coalesce(jsonb_agg(jsonb_build_object('bucket', bucket, 'grantedRev', granted_rev) ORDER BY bucket), '[]')
                       FROM station_bucket WHERE station = s.id AND revoked_rev IS NULL) AS grants,
                    (SELECT max(version) FROM catalogue) AS "catalogueVersion",
                    (SELECT version FROM office WHERE one = 1) AS "officeVersion",
                    (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM server_setting WHERE key = ANY($2)) AS settings
               FROM sync_clock c, station s WHERE s.id = $1`,
};

interface StandingRow extends SyncClock, HistoryEnd {
  readonly mark: string | null;
  readonly grants: readonly Grant[];
  readonly catalogueVersion: number | null;
  readonly officeVersion: number;
  readonly settings: Readonly<Record<string, unknown>>;
}

export async function historyEnd(connection: Connection | AppDeps['pool'], station: string): Promise<HistoryEnd> {
  return onlyRow((await connection.query<HistoryEnd>(SQL.end, [station])).rows);
}

/** One question instead of seven: a pull without news is most of what a server does, and costs its round trips to the database. */
export async function readStanding(tx: Connection, station: string): Promise<Standing> {
  const { rows } = await tx.query<StandingRow>(SQL.standing, [station, CLOSED_HORIZON_KEYS]);
  const { epoch, rev, minRev, seq, hash, settings, ...rest } = onlyRow(rows);
  return { ...rest, clock: { epoch, rev, minRev }, end: { seq, hash }, horizon: closedHorizonOf(settings) };
}

function onlyRow<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error('the station signed this request and has no row');
  return row;
}
