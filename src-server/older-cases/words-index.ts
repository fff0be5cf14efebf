import { z } from 'zod';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS, UtcMs, utcMs } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import type { Connection, Pool } from '../db/pool.ts';
import { readSetting, writeSetting } from '../db/server-setting.ts';
import { inTransaction } from '../db/transaction.ts';
import { readClock } from '../feed/clock.ts';
import { safeError } from '../log.ts';
import { wordsOf } from './words.ts';

/**
 * How far the words of closed cases are in order: of those closed before `closedBefore`, every change up to revision `rev`.
 * `afterId`: the last one of those closed at that very moment.
 */
const Progress = z.object({ epoch: z.int(), rev: z.int(), closedBefore: UtcMs, afterId: z.string() });
type Progress = z.infer<typeof Progress>;
const KEY = 'closedCaseWords';

/** Cases are put in order a day after they were closed, at the earliest: most corrections come before. */
const REST_MS = DAY_MS;
const BATCH = 500;
const SOON_MS = 5 * SECOND_MS;

const SQL = {
  // One server at a time; the others leave it to that one.
  lock: 'SELECT pg_try_advisory_xact_lock(7320681131) AS "isMine"',
  newlyClosed: `SELECT id, closed_at AS "closedAt", document FROM case_
     WHERE (closed_at, id) > ($1, $2) AND closed_at < $3 ORDER BY closed_at, id LIMIT ${BATCH}`,
  // Also those that came in with a closing long past, as from an old system.
  changed: 'SELECT DISTINCT case_id AS id FROM audit WHERE rev > $1 AND rev <= $2',
  earliestChanged: 'SELECT min(c.closed_at) AS "closedAt" FROM audit a JOIN case_ c ON c.id = a.case_id WHERE a.rev > $1 AND c.closed_at < $2',
  byId: 'SELECT id, closed_at AS "closedAt", document FROM case_ WHERE id = ANY($1)',
  save: `INSERT INTO closed_case_words (case_id, closed_at, words)
    SELECT n.id, n.closed_at, array_to_tsvector(string_to_array(n.words, ' ')) FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS n(id, closed_at, words)
    ON CONFLICT (case_id) DO UPDATE SET closed_at = excluded.closed_at, words = excluded.words`,
  forget: 'DELETE FROM closed_case_words WHERE case_id = ANY($1)',
};

interface ClosedRow {
  readonly id: string;
  readonly closedAt: number | null;
  readonly document: Case;
}

type IndexDeps = Pick<AppDeps, 'pool' | 'now' | 'catalogues'>;

/** Before which closing the search knows every case as it is now; 0 before the first pass. */
export async function searchableBefore(connection: Connection | Pool): Promise<UtcMs> {
  const progress = await readProgress(connection);
  if (progress === null) return utcMs(0);
  const since = progress.epoch === (await readClock(connection)).epoch ? progress.rev : 0;
  const { rows } = await connection.query<{ closedAt: number | null }>(SQL.earliestChanged, [since, progress.closedBefore]);
  return utcMs(rows[0]?.closedAt ?? progress.closedBefore);
}

/**
 * Brings the words of closed cases up to date: those closed since the last pass, and those changed since. In small
 * transactions, each of which another server may run as well; killed in between, the next pass goes on from there.
 */
export async function orderClosedCases(deps: IndexDeps): Promise<void> {
  await takeChanged(deps);
  while (await takeNewlyClosed(deps));
}

async function takeChanged(deps: IndexDeps): Promise<void> {
  await inTransaction(deps.pool, {}, async (tx) => {
    if (!(await isMine(tx))) return;
    const before = await readProgress(tx);
    if (before === null) return;
    const { epoch, rev } = await readClock(tx);
    if (before.epoch === epoch && before.rev === rev) return;
    const { rows } = await tx.query<{ id: string }>(SQL.changed, [before.epoch === epoch ? before.rev : 0, rev]);
    for (let at = 0; at < rows.length; at += BATCH) {
      const ids = rows.slice(at, at + BATCH).map((row) => row.id);
      await save(tx, deps, (await tx.query<ClosedRow>(SQL.byId, [ids])).rows);
    }
    await writeSetting(tx, KEY, { ...before, epoch, rev } satisfies Progress);
  });
}

/** True when there may be more. */
function takeNewlyClosed(deps: IndexDeps): Promise<boolean> {
  return inTransaction(deps.pool, {}, async (tx) => {
    if (!(await isMine(tx))) return false;
    const clock = await readClock(tx);
    const before = (await readProgress(tx)) ?? { epoch: clock.epoch, rev: clock.rev, closedBefore: utcMs(0), afterId: FIRST_ID };
    const until = utcMs(deps.now() - REST_MS);
    const { rows } = await tx.query<ClosedRow>(SQL.newlyClosed, [before.closedBefore, before.afterId, until]);
    await save(tx, deps, rows);
    const last = rows.at(-1);
    const isWhole = rows.length < BATCH || last?.closedAt == null;
    const reached = isWhole ? { closedBefore: until, afterId: FIRST_ID } : { closedBefore: utcMs(last.closedAt), afterId: last.id };
    await writeSetting(tx, KEY, { ...before, ...reached } satisfies Progress);
    return !isWhole;
  });
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

async function save(tx: Connection, { catalogues }: IndexDeps, rows: readonly ClosedRow[]): Promise<void> {
  const catalogue = await catalogues.newest(tx);
  const closed = rows.filter((row) => row.closedAt !== null);
  const reopened = rows.filter((row) => row.closedAt === null).map((row) => row.id);
  if (reopened.length > 0) await tx.query(SQL.forget, [reopened]);
  if (closed.length === 0) return;
  await tx.query(SQL.save, [closed.map((row) => row.id), closed.map((row) => row.closedAt), closed.map((row) => wordsOf(row.document, catalogue).join(' '))]);
}

async function isMine(tx: Connection): Promise<boolean> {
  return (await tx.query<{ isMine: boolean }>(SQL.lock)).rows[0]?.isMine === true;
}

async function readProgress(connection: Connection | Pool): Promise<Progress | null> {
  const stored = Progress.safeParse(await readSetting(connection, KEY));
  return stored.success ? stored.data : null;
}

/** Runs a pass soon after the start and every minute; what fails is tried again with the next. Returns how to stop. */
export function keepClosedCasesInOrder(deps: IndexDeps & Pick<AppDeps, 'log'>): () => Promise<void> {
  let running: Promise<void> | null = null;
  const run = (): void => {
    running ??= orderClosedCases(deps)
      .catch((error: unknown) => deps.log.error({ error: safeError(error) }, 'closed cases were not put in order for the search'))
      .finally(() => (running = null));
  };
  const [soon, often] = [setTimeout(run, SOON_MS), setInterval(run, MINUTE_MS)];
  soon.unref();
  often.unref();
  return async () => {
    clearTimeout(soon);
    clearInterval(often);
    await running;
  };
}
