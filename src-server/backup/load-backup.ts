import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { type CopyColumns, copyIn, copyOut, quoted } from '../db/copy.ts';
import { migrate } from '../db/migrate.ts';
import { MIGRATIONS } from '../db/migrations/index.ts';
import { type Connection, openPool, type Pool } from '../db/pool.ts';
import type { BackupManifest, TableDigest } from './backup-format.ts';
import { BackupProblem } from './backup-problem.ts';
import { listContents } from './list-tables.ts';
import { verifyOfficeHistory } from '../office/verify-office-history.ts';
import { type BackupListener, readBackup } from './read-backup.ts';
import { RowDigest } from './row-digest.ts';
import { verifyEveryHistory } from './verify-every-history.ts';
import { wholeLines } from './whole-lines.ts';

/** Every schema level a reader knows, by name. */
export type Migrations = typeof MIGRATIONS;

export interface LoadRequest {
  readonly file: string;
  readonly signal: AbortSignal;
  /** This version's own when left out. */
  readonly migrations?: Migrations;
}

/**
 * Fills an empty database with a backup and proves that what it holds then is what was backed up: each table's rows are read
 * back and compared, and every case's history is verified. The schema is the backup's own; the caller brings it up to date.
 *
 * Throws a BackupProblem when the file is damaged or does not fit; the database is then of no use.
 */
export async function loadBackup({ file, signal, migrations = MIGRATIONS }: LoadRequest, databaseUrl: string): Promise<BackupManifest> {
  const { schema } = await peekSchema(file, migrations);
  await migrate(databaseUrl, schema, migrations);
  const pool = openPool(databaseUrl, { max: 1 });
  try {
    const manifest = await fill(pool, { file, signal, migrations });
    await pool.query('ANALYZE');
    await compare(pool, manifest, signal);
    const history = await verifyEveryHistory(pool, signal);
    if (!history.ok) throw new BackupProblem('trialFailed', `The history of case ${history.caseId} does not prove itself (${history.reason}): the backup ${file}, or the database it came from, was changed by hand.`);
    const office = await verifyOfficeHistory(pool);
    if (!office.ok) throw new BackupProblem('trialFailed', `The history of the office’s records does not prove itself (${office.reason} at version ${office.version}): the backup ${file}, or the database it came from, was changed by hand.`);
    return manifest;
  } finally {
    await pool.end();
  }
}

class SchemaKnown extends Error {
  readonly schema: string;
  constructor(schema: string) {
    super(schema);
    this.schema = schema;
  }
}

/** The header alone; the rest is read when it is needed. */
async function peekSchema(file: string, migrations: Migrations): Promise<{ readonly schema: string }> {
  try {
    await readBackup(file, Object.keys(migrations), { header: ({ schema }) => Promise.reject(new SchemaKnown(schema)) });
  } catch (error) {
    if (error instanceof SchemaKnown) return error;
    throw error;
  }
  throw new Error('a backup without a header was read to its end');
}

async function fill(pool: Pool, { file, signal, migrations }: Required<LoadRequest>): Promise<BackupManifest> {
  const client = await pool.connect();
  let isClean = false;
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
    const { tables } = await listContents(client);
    // Cascades to sessions, which are in no backup.
    await client.query(`TRUNCATE ${tables.map(({ table }) => quoted(table)).join(', ')} CASCADE`);
    const manifest = await readBackup(file, Object.keys(migrations), new TableLoader(client, file, tables, signal));
    requireSameTables(file, tables, Object.keys(manifest.tables));
    for (const [name, lastValue] of Object.entries(manifest.sequences)) {
      if (lastValue !== null) await client.query('SELECT setval($1::regclass, $2)', [quoted(name), lastValue]);
    }
    await client.query('COMMIT');
    isClean = true;
    return manifest;
  } finally {
    client.release(!isClean);
  }
}

function requireSameTables(file: string, present: readonly CopyColumns[], loaded: readonly string[]): void {
  const missing = present.filter(({ table }) => !loaded.includes(table)).map(({ table }) => table);
  if (missing.length > 0) throw doesNotFit(file, `it lacks ${missing.join(', ')}`);
}

function doesNotFit(file: string, why: string, cause?: unknown): BackupProblem {
  return new BackupProblem('doesNotFit', `The backup ${file} does not fit the schema it names: ${why}. Tables of your own belong into a schema of their own, not among the server’s; a backup of an unreleased version is restored by that very version.`, { cause });
}

/** Hands each section to a COPY of its table; at most one is open. */
class TableLoader implements BackupListener {
  readonly #tx: Connection;
  readonly #file: string;
  readonly #tables: readonly CopyColumns[];
  readonly #signal: AbortSignal;
  #into: { readonly stream: Writable; readonly end: Promise<void> } | null = null;

  constructor(tx: Connection, file: string, tables: readonly CopyColumns[], signal: AbortSignal) {
    this.#tx = tx;
    this.#file = file;
    this.#tables = tables;
    this.#signal = signal;
  }

  beginTable(section: CopyColumns): void {
    const known = this.#tables.find(({ table }) => table === section.table);
    const isKnown = known !== undefined && [...known.columns].sort().join() === [...section.columns].sort().join();
    if (!isKnown) throw doesNotFit(this.#file, `it has a table ${section.table}, or columns of it, that are not in it`);
    const stream = copyIn(this.#tx, section);
    const end = finished(stream);
    end.catch(() => {}); // reported by whoever waits for it next
    this.#into = { stream, end };
  }

  async rows(block: Buffer): Promise<void> {
    this.#signal.throwIfAborted();
    if (this.#into === null) return;
    const { stream, end } = this.#into;
    if (stream.write(block)) return;
    await Promise.race([new Promise((resolve) => void stream.once('drain', resolve)), end]);
  }

  async endTable(): Promise<void> {
    this.#into?.stream.end();
    await this.#into?.end;
    this.#into = null;
  }
}

async function compare(pool: Pool, manifest: BackupManifest, signal: AbortSignal): Promise<void> {
  const client = await pool.connect();
  let isClean = false;
  try {
    await client.query('BEGIN READ ONLY');
    await client.query(`SET LOCAL statement_timeout = 0; SET LOCAL bytea_output = 'hex'; SET LOCAL datestyle = 'ISO'; SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 1`);
    for (const table of (await listContents(client)).tables) {
      const found = await digestOf(client, table, signal);
      const written = manifest.tables[table.table];
      if (written?.rows !== found.rows || written.bytes !== found.bytes || written.anyOrder !== found.anyOrder) {
        throw new BackupProblem('trialFailed', `The table ${table.table} came out of the backup otherwise than it went in. Do not rely on this backup; take another one, and tell whoever maintains this server.`);
      }
    }
    await client.query('COMMIT');
    isClean = true;
  } finally {
    client.release(!isClean);
  }
}

async function digestOf(tx: Connection, table: CopyColumns, signal: AbortSignal): Promise<TableDigest> {
  const digest = new RowDigest();
  for await (const block of wholeLines(copyOut(tx, table))) {
    signal.throwIfAborted();
    digest.add(block);
  }
  return digest.result();
}
