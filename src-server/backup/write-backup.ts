import { createWriteStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { type CopyColumns, copyOut } from '../db/copy.ts';
import { newestMigration } from '../db/migrate.ts';
import type { Connection, Pool } from '../db/pool.ts';
import { readClock } from '../feed/clock.ts';
import { BACKUP_FORMAT, type BackupHeader, type BackupManifest, END_OF_TABLE, type TableDigest } from './backup-format.ts';
import { BackupProblem } from './backup-problem.ts';
import { type DatabaseContents, listContents } from './list-tables.ts';
import { RowDigest } from './row-digest.ts';
import { wholeLines } from './whole-lines.ts';

export interface BackupSource {
  readonly pool: Pool;
  readonly takenAt: UtcMs;
  readonly signal: AbortSignal;
}

const SQL = {
  begin: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  // Values must read the same whatever this city has set, and a slow disk is no reason to be thrown out.
  settings: `SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
             SET LOCAL bytea_output = 'hex'; SET LOCAL datestyle = 'ISO'; SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 1`,
  isOurs: `SELECT to_regclass('sync_clock') IS NOT NULL AS "isOurs"`,
  version: `SELECT current_setting('server_version') AS version`,
};

/**
 * Writes everything the database held at one moment into `file`, which must not exist, and makes sure it is on the disk.
 *
 * One snapshot, read table by table while everybody works on; memory stays at a few blocks however large the city is. The
 * half-written file of a failed attempt is left to the caller.
 */
export async function writeBackup(source: BackupSource, file: string): Promise<BackupManifest> {
  const client = await source.pool.connect();
  let isClean = false;
  try {
    await client.query(SQL.begin);
    await client.query(SQL.settings);
    const plan = await planBackup(client, source.takenAt);
    await pipeline(
      backupBytes(client, plan),
      createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
      createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
      { signal: source.signal },
    );
    await client.query('COMMIT');
    isClean = true;
    return plan.manifest;
  } finally {
    // An unfinished COPY leaves the connection where nothing else can be said on it.
    client.release(!isClean);
  }
}

interface BackupPlan {
  readonly header: BackupHeader;
  readonly contents: DatabaseContents;
  /** Filled table by table while writing. */
  readonly manifest: BackupManifest;
}

async function planBackup(tx: Connection, takenAt: UtcMs): Promise<BackupPlan> {
  const { rows } = await tx.query<{ isOurs: boolean }>(SQL.isOurs);
  if (rows[0]?.isOurs !== true) {
    throw new BackupProblem('noDatabase', 'There are no records of Portreeve in this database. Check --data and --database-url.');
  }
  const schema = await newestMigration(tx);
  if (schema === null) throw new Error('the database has tables of ours and no migration');
  const { epoch, rev } = await readClock(tx);
  const version = await tx.query<{ version: string }>(SQL.version);
  const header: BackupHeader = {
    ...{ portreeveBackup: BACKUP_FORMAT, takenAt, appVersion: appVersion(), schema, epoch, rev },
    database: version.rows[0]?.version ?? '',
  };
  const contents = await listContents(tx);
  return { header, contents, manifest: { ...header, tables: {}, sequences: contents.sequences } };
}

async function* backupBytes(tx: Connection, { header, contents, manifest }: BackupPlan): AsyncGenerator<Buffer> {
  yield line(header);
  for (const table of contents.tables) {
    yield line(table);
    manifest.tables[table.table] = yield* tableBytes(tx, table);
    yield Buffer.from(END_OF_TABLE);
  }
  yield line({ manifest });
}

async function* tableBytes(tx: Connection, table: CopyColumns): AsyncGenerator<Buffer, TableDigest> {
  const digest = new RowDigest();
  for await (const block of wholeLines(copyOut(tx, table))) {
    digest.add(block);
    yield block;
  }
  return digest.result();
}

function line(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

function appVersion(): string {
  // Trusted input: the clone's own package.json.
  const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string };
  return version;
}
