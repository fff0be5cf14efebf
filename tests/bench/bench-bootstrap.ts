/** Rows about getting ready: a fresh workstation by file and by stream, and what a change of scope costs. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DAY_MS, utcMs } from '../../src-shared/util/time.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { countCases } from '../../src-data/cases/case-queries.ts';
import { writeCase } from '../../src-data/cases/write-case.ts';
import { closeDatabase, openDatabase } from '../../src-data/db/database.ts';
import { migrate } from '../../src-data/db/migrate.ts';
import { inTransaction } from '../../src-server/db/transaction.ts';
import { writeClosedHorizon } from '../../src-server/feed/closed-horizon.ts';
import { grantBuckets, revokeBuckets } from '../../src-server/feed/grants.ts';
import { putCases } from '../../src-server/testing/many-cases.ts';
import { readSyncState } from '../../src-data/sync/sync-state.ts';
import { freshStation, until } from '../bootstrap/fresh-station.ts';
import type { ReadyFigures } from './bootstrap-station.ts';
import { type Ground, openGround } from './ground.ts';
import { madeUpCase } from './made-up-cases.ts';
import { type BenchRow, row, timeOf } from './measure.ts';

const LIMIT = 'the same rows from memory in one SQLite transaction';
const MADE_AT_ONCE = 10_000;
const PROGRAM = join(import.meta.dirname, 'bootstrap-station.ts');

/** A fresh workstation with `cases` cases, by a ready-made file and by a stream, and a bucket of half as many granted and revoked. */
export async function benchBootstrap(cases: number, tell: (line: string) => void): Promise<readonly BenchRow[]> {
  const ground = await openGround();
  try {
    await writeClosedHorizon(ground.pool, { days: 0 });
    tell(`  putting ${cases} cases into the record`);
    await putCases(ground.pool, manyCases(cases));
    const { rows } = await ground.pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM case_bucket WHERE bucket = 'city' AND present`);
    const total = rows[0]?.count ?? cases;
    tell('  building the file, and getting ready by it');
    const built = await ready(ground, total, 'file', tell);
    const byFile = await ready(ground, total, 'file', tell);
    tell('  getting ready by a stream');
    const byStream = await ready(ground, total, 'stream', tell);
    tell('  the limit, and a change of scope');
    const limit = await oneTransaction(ground, cases);
    const scope = await changeScope(ground);
    const what = { work: `${total} cases, indexed and searchable`, limit: LIMIT };
    return [
      { ...row({ ...what, measure: 'fresh workstation, by file', goal: 0.5 }, [byFile.ms], [limit]), beside: figuresOf(byFile) },
      { ...row({ ...what, measure: 'fresh workstation, by file, built first', goal: null }, [built.ms], [limit]), beside: figuresOf(built) },
      { ...row({ ...what, measure: 'fresh workstation, by stream', goal: 1.3 }, [byStream.ms], [limit]), beside: figuresOf(byStream) },
      row({ measure: 'a bucket granted', work: `${scope.count} cases`, limit: `${LIMIT}, as many`, goal: null }, [scope.grantMs], [(limit * scope.count) / cases]),
      row({ measure: 'a bucket revoked', work: `${scope.count} cases, overwritten on disk`, limit: `${LIMIT}, as many`, goal: null }, [scope.revokeMs], [(limit * scope.count) / cases]),
    ];
  } finally {
    await ground.close();
  }
}

/** Not sealed, half of each department; closed ones within the last years. */
function* manyCases(count: number): Iterable<Case> {
  for (let index = 0; index < count; index += 1) yield madeUpCase(index, count);
}

async function ready(ground: Ground, total: number, how: 'file' | 'stream', tell: (line: string) => void): Promise<ReadyFigures> {
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, ground.server.url, String(total), how]);
  tell(`    ${stdout.trim()}`); // a million take long; whoever waits sees how it goes
  return JSON.parse(stdout) as ReadyFigures; // safe: written by bootstrap-station.ts
}

function figuresOf({ longestBlockMs, peakMb, recordsMb, searchP95Ms }: ReadyFigures): Readonly<Record<string, number>> {
  return { 'longest block ms': longestBlockMs, 'peak MB': peakMb, 'records MB': recordsMb, 'search p95 ms': searchP95Ms };
}

/** What it takes to write the rows; making them up, a part at a time, is not counted. */
async function oneTransaction(ground: Ground, cases: number): Promise<number> {
  const db = openDatabase(join(ground.folder, 'limit.sqlite'));
  migrate(db);
  let makingMs = 0;
  const ms = await timeOf(() => {
    db.transaction(() => {
      for (let from = 0; from < cases; from += MADE_AT_ONCE) {
        const start = performance.now();
        const rows = Array.from({ length: Math.min(MADE_AT_ONCE, cases - from) }, (_, at) => JSON.stringify(madeUpCase(from + at, cases)));
        makingMs += performance.now() - start;
        for (const document of rows) writeCase(db, JSON.parse(document) as Case, 'confirmed'); // safe: made above
      }
    });
  });
  closeDatabase(db);
  return ms - makingMs;
}

/** A workstation of one small department gets the largest one's cases, and loses them again. */
async function changeScope(ground: Ground): Promise<{ readonly count: number; readonly grantMs: number; readonly revokeMs: number }> {
  const { rows } = await ground.pool.query<{ bucket: string; count: number }>(
    `SELECT bucket, count(*)::int AS count FROM case_bucket WHERE bucket LIKE 'dept:%' AND present GROUP BY bucket ORDER BY count DESC`,
  );
  const [largest, smallest] = [rows[0], rows.at(-1)];
  if (!largest || !smallest) throw new Error('the city has no department with cases');
  const fresh = freshStation(ground.server.url);
  const station = fresh.open();
  await until(() => readSyncState(station.db).station !== null);
  const id = readSyncState(station.db).station ?? '';
  const at = utcMs(Date.now() + DAY_MS);
  await inTransaction(ground.pool, {}, (tx) => revokeBuckets(tx, id, ['city'], at));
  await inTransaction(ground.pool, {}, (tx) => grantBuckets(tx, id, [smallest.bucket], at));
  await until(() => countCases(station.db) === smallest.count);
  const grantMs = await timeOf(async () => {
    await inTransaction(ground.pool, {}, (tx) => grantBuckets(tx, id, [largest.bucket], at));
    await until(() => countCases(station.db) === smallest.count + largest.count);
  });
  const revokeMs = await timeOf(async () => {
    await inTransaction(ground.pool, {}, (tx) => revokeBuckets(tx, id, [largest.bucket], at));
    await until(() => countCases(station.db) === smallest.count);
  });
  await station.close();
  fresh.remove();
  return { count: largest.count, grantMs, revokeMs };
}
