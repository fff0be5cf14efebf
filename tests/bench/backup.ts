/**
 * `node tests/bench/backup.ts [--cases N]`: how long a backup, its trial and a restore take, and how large the file is. Real
 * embedded PostgreSQL; the cases are opened and mostly closed by commands, as a city's are.
 */
import { mkdirSync, mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Command } from '../../src-shared/commands/index.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { MINUTE_MS, utcMs } from '../../src-shared/util/time.ts';
import { readBackup } from '../../src-server/backup/read-backup.ts';
import { restore } from '../../src-server/backup/restore.ts';
import { takeBackup } from '../../src-server/backup/take-backup.ts';
import { openCatalogues, publishCatalogue } from '../../src-server/catalogue/catalogue-store.ts';
import { SCHEMA_LEVELS } from '../../src-server/db/migrate.ts';
import { type Database, openDatabase } from '../../src-server/db/open-database.ts';
import { inTransaction } from '../../src-server/db/transaction.ts';
import { openLocalStation } from '../../src-server/fleet/local-station.ts';
import { silentLog } from '../../src-server/log.ts';
import { openNumberLeases } from '../../src-server/numbers/leases.ts';
import { createRandom } from '../simulation/random.ts';
import { openCommand } from './made-up-cases.ts';
import { timeOf } from './measure.ts';

const now = () => utcMs(Date.now());
const signal = new AbortController().signal;
const FIRST_RECEIVED = 1_700_000_000_000;
const CASES_AT_ONCE = 500;

async function fill({ pool }: Database, count: number): Promise<void> {
  await inTransaction(pool, {}, (tx) => publishCatalogue(tx, SMALL_CITY, { at: now(), by: 'bench' }));
  const deps = { pool, log: silentLog(), now, catalogues: openCatalogues(), numbers: await openNumberLeases(pool, now()) };
  const station = await openLocalStation(deps, 'bench', []);
  for (let at = 0; at < count; at += CASES_AT_ONCE) {
    const indexes = Array.from({ length: Math.min(CASES_AT_ONCE, count - at) }, (_, offset) => at + offset);
    await station.submit(indexes.flatMap((index) => commandsOf(index, station.id)));
  }
}

/** Nine in ten cases are closed again. */
function commandsOf(index: number, station: string): readonly Command[] {
  const random = createRandom(index + 1);
  const opened = Command.parse({ ...openCommand(random, index, FIRST_RECEIVED + index * MINUTE_MS), station });
  if (index % 10 === 0) return [opened];
  const args = { disposition: 'RESOLVED', closingNote: `Repaired by crew ${random.below(40)}.`, completionDate: null };
  const { caseId, userId } = opened;
  return [opened, Command.parse({ uid: random.uuid(), caseId, userId, type: 'case.close', v: 1, args, station, madeAt: opened.madeAt + 60 * MINUTE_MS })];
}

async function measure(count: number, folder: string): Promise<void> {
  const database = await openDatabase({ dataDir: path.join(folder, 'data'), databaseUrl: null }, silentLog());
  const backups = path.join(folder, 'backups');
  const request = { pool: database.pool, url: database.url, folder: backups, now, signal };
  process.stderr.write(`filling a database with ${count} cases\n`);
  await fill(database, count);
  const { rows } = await database.pool.query<{ bytes: number }>('SELECT pg_database_size(current_database()) AS bytes');
  const memory = watchMemory();
  let taken = await takeBackup({ ...request, isTried: false, folder: path.join(folder, 'warm-up') });
  const take = await costOf(async () => (taken = await takeBackup({ ...request, isTried: false })));
  const read = await costOf(() => readBackup(taken.file, SCHEMA_LEVELS));
  const tried = await costOf(() => takeBackup({ ...request, isTried: true, folder: path.join(folder, 'tried') }));
  await database.close();
  const restored = await costOf(() => restore({ dataDir: path.join(folder, 'restored'), databaseUrl: null, file: taken.file, now, signal }));
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  const lines = [
    ['cases, entries of history', `${taken.manifest.tables['case_']?.rows}, ${taken.manifest.tables['audit']?.rows}`],
    ['database', megabytes(rows[0]?.bytes ?? 0)],
    ['rows as text', megabytes(Object.values(taken.manifest.tables).reduce((sum, { bytes }) => sum + bytes, 0))],
    ['file', megabytes(taken.sizeBytes)],
    ['backup, read back', take],
    ['  of which reading back', read],
    ['backup, read back, restored for a trial', tried],
    ['restore into a new data folder, verified', restored],
    ['programs that wanted a processor, of how many', `${loadavg()[1]?.toFixed(0)}, ${availableParallelism()}`],
    ['most memory meanwhile, over that before', megabytes(memory.most())],
  ];
  process.stdout.write(`${lines.map(([what = '', figure]) => `${what.padEnd(48)}${figure}`).join('\n')}\n`);
}

/** Time by the clock, and what this process (not PostgreSQL) worked for it. */
async function costOf(work: () => unknown): Promise<string> {
  const before = process.cpuUsage();
  const ms = await timeOf(work);
  const { user, system } = process.cpuUsage(before);
  return `${(ms / 1_000).toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor)`;
}

/** How far this process's memory rises above what it has now. */
function watchMemory(): { readonly most: () => number } {
  const before = process.memoryUsage().rss;
  let most = before;
  setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50).unref();
  return { most: () => most - before };
}

const { values } = parseArgs({ options: { cases: { type: 'string', default: '100000' } } });
const folder = mkdtempSync(path.join(tmpdir(), 'portreeve-bench-'));
chmodSync(folder, 0o755);
mkdirSync(path.join(folder, 'data'));
try {
  await measure(Number(values.cases), folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
