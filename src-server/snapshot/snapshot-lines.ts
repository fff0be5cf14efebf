import type { PullHeader } from '../../src-shared/protocol/pull.ts';
import { GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import type { AppDeps } from '../app-deps.ts';
import type { Connection } from '../db/pool.ts';
import { markOf, readClock } from '../feed/clock.ts';
import { feedLines } from '../feed/feed-lines.ts';
import { framedLines } from '../sync/pull.ts';
import type { Scope } from './scope.ts';

/** Where every station stood in the database snapshot a file was made from: `[seq, hash]` by id. */
export type StationPositions = Readonly<Record<string, readonly [number, string]>>;

/** What is known of a file before it is made. */
export interface SnapshotCut {
  readonly epoch: number;
  readonly rev: number;
  readonly mark: string | null;
  readonly positions: StationPositions;
}

const MOST_PAUSE_MS = 600_000;

const SQL = { positions: `SELECT id, last_seq AS seq, encode(last_hash, 'hex') AS hash FROM station WHERE last_seq > 0` };

/**
 * The lines of a pull from 0 of a whole scope, for nobody in particular: no results, no numbers. `onCut` is called before the
 * first line.
 *
 * Everything is read in one REPEATABLE READ transaction, which is open from the first line taken to the last, or until the
 * generator is left early.
 */
export async function* snapshotLines(deps: Pick<AppDeps, 'pool' | 'now' | 'catalogues'>, { buckets, closedSince }: Scope, onCut: (cut: SnapshotCut) => void): AsyncGenerator<string> {
  const client = await deps.pool.connect();
  let isClean = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // A pause while the builder writes is no forgotten transaction.
    await client.query(`SET LOCAL idle_in_transaction_session_timeout = ${MOST_PAUSE_MS}`);
    const { epoch, rev } = await readClock(client);
    const mark = await markOf(client, rev);
    onCut({ epoch, rev, mark, positions: await readPositions(client) });
    const catalogue = await deps.catalogues.newest(client);
    const ruleBooks = catalogue === null ? [] : [...(await deps.catalogues.ruleBooks(client, catalogue.version))];
    const nobody = { seq: 0, hash: GENESIS_HASH, reset: [], numbers: [] };
    const header: PullHeader = { h: { epoch, rev, mark, ...nobody, buckets: [...buckets], catalogue, ruleBooks, office: null, now: deps.now() } };
    const cursors = buckets.map((bucket) => ({ bucket, cursor: 0 }));
    yield* framedLines(header, [feedLines(client, cursors, closedSince)]);
    await client.query('COMMIT');
    isClean = true;
  } finally {
    client.release(!isClean);
  }
}

async function readPositions(client: Connection): Promise<StationPositions> {
  const { rows } = await client.query<{ id: string; seq: number; hash: string }>(SQL.positions);
  return Object.fromEntries(rows.map(({ id, seq, hash }) => [id, [seq, hash] as const]));
}
