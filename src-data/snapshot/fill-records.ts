/**
 * Writes the lines of a pull from 0 into a fresh records file, with every index, by the same code that writes a case anywhere
 * else. In bounded memory: a batch of cases is one transaction, and nobody sees the file before its end line was right.
 *
 * Run at the server by `build-snapshot.ts` and on a workstation whose server has no ready-made file.
 */
import { crc32 } from 'node:zlib';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { PullEnd, type PullHeader, PullRow } from '../../src-shared/protocol/pull.ts';
import { SNAPSHOT_APPLICATION_ID } from '../../src-shared/protocol/snapshot.ts';
import { saveCatalogue } from '../cases/catalogue.ts';
import { writeCase } from '../cases/write-case.ts';
import { finishDatabaseFile, openDatabase, type WriteDb } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { enterBucket } from '../sync/buckets.ts';
import { BrokenPullError, linesOf, readHeader } from '../sync/pull-stream.ts';

export interface FillOptions {
  /** The file to make; must not exist. */
  readonly path: string;
  readonly body: AsyncIterable<Uint8Array>;
  /** The catalogue to index with when the header has none. */
  readonly prepare?: (db: WriteDb) => void;
  readonly onProgress?: (cases: number) => void;
  /** Between two batches; lets a process that has other work do it. */
  readonly breathe?: () => Promise<void>;
}

export interface Filled {
  readonly header: PullHeader['h'];
  readonly caseCount: number;
}

const BATCH_LINES = 400;

const SQL = {
  dropped: `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND (
    (type = 'index' AND (tbl_name = 'case_' OR name IN ('case_party_by_person', 'party_sound_by_party'))) OR (type = 'trigger' AND tbl_name = 'place'))`,
  rebuildPlaces: `INSERT INTO place_search (place_search) VALUES ('rebuild')`,
  merge: (table: string, value: number) => `INSERT INTO ${table} (${table}, rank) VALUES ('automerge', ${value})`,
  optimize: (table: string) => `INSERT INTO ${table} (${table}) VALUES ('optimize')`,
} as const;

const SEARCHES = ['case_search', 'party_search', 'place_search'] as const;
/** FTS5's own default. */
const AUTOMERGE = 4;

/**
 * Makes the file and closes it, complete on disk and without a log.
 *
 * Throws BrokenPullError when the stream was cut or altered, or what the disk threw; the file is of no use then.
 */
export async function fillRecords(options: FillOptions): Promise<Filled> {
  const db = openDatabase(options.path);
  try {
    db.raw.pragma('journal_mode = OFF'); // a file that is not finished is thrown away: nothing to roll back to
    db.raw.pragma('synchronous = OFF');
    db.raw.pragma('secure_delete = OFF');
    migrate(db);
    options.prepare?.(db);
    const indexes = dropIndexes(db);
    const filled = await takeLines(db, options);
    finishIndexes(db, indexes);
    db.raw.pragma(`application_id = ${SNAPSHOT_APPLICATION_ID}`);
    finishDatabaseFile(db);
    return filled;
  } catch (error) {
    if (db.raw.open) db.raw.close();
    throw error;
  }
}

async function takeLines(db: WriteDb, { body, onProgress, breathe }: FillOptions): Promise<Filled> {
  let header: PullHeader['h'] | null = null;
  let end: PullEnd | null = null;
  let crc = 0;
  let rows = 0;
  let caseCount = 0;
  let batch: string[] = [];
  const write = async (): Promise<void> => {
    caseCount += writeBatch(db, batch);
    batch = [];
    onProgress?.(caseCount);
    await breathe?.();
  };
  for await (const line of linesOf(body)) {
    const text = line.toString('utf8');
    if (end) throw new BrokenPullError('The answer goes on after its end');
    if (header === null) {
      header = readHeader(text);
      const { catalogue, ruleBooks: books } = header;
      if (catalogue) saveCatalogue(db, catalogue, { books, areAll: true });
    } else if (text.startsWith('{')) {
      end = parse(PullEnd, text);
      continue;
    } else {
      rows += 1;
      batch.push(text);
      if (batch.length >= BATCH_LINES) await write();
    }
    crc = crc32(line, crc);
  }
  await write();
  if (!header || !end) throw new BrokenPullError('The answer was cut off');
  if (end.rows !== rows || end.crc !== crc || end.end !== header.rev) throw new BrokenPullError('The answer was altered on its way');
  return { header, caseCount };
}

/** How many cases the lines held. Results of commands are not for this file: they are the workstation's own. */
function writeBatch(db: WriteDb, lines: readonly string[]): number {
  let cases = 0;
  db.transaction(() => {
    for (const line of lines) {
      if (line.startsWith('["x"')) continue;
      const [, bucket, caseId, isPresent, document] = parse(PullRow, line);
      if (!isPresent) throw new BrokenPullError('A fill has an exit in it');
      enterBucket(db, caseId, bucket);
      if (document === null) continue;
      writeCase(db, document as unknown as Case, 'confirmed'); // safe: built by the server's evolve; see PullRow
      cases += 1;
    }
  });
  return cases;
}

/** Indexes that writing a case does not read, that of places among them: made at the end in one go, in order. */
function dropIndexes(db: WriteDb): readonly string[] {
  const indexes = db.query<Record<string, never>, { type: string; name: string; sql: string }>(SQL.dropped).all({});
  for (const { type, name } of indexes) db.exec(`DROP ${type} "${name}"`);
  for (const table of SEARCHES) db.exec(SQL.merge(table, 0));
  return indexes.map((index) => index.sql);
}

function finishIndexes(db: WriteDb, indexes: readonly string[]): void {
  for (const sql of indexes) db.exec(sql);
  db.exec(SQL.rebuildPlaces);
  for (const table of SEARCHES) {
    db.exec(SQL.merge(table, AUTOMERGE));
    db.exec(SQL.optimize(table));
  }
  db.exec('ANALYZE');
}

function parse<T>(schema: { parse: (value: unknown) => T }, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new BrokenPullError('The answer is not what this version understands', { cause: error });
  }
}
