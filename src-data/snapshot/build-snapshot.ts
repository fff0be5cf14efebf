/**
 * Makes a ready-made records file from a pull on standard input; run by the server as a process of its own, with Node.
 *
 *   node build-snapshot.ts --schema          prints the schema level this code makes, as one line of JSON
 *   node build-snapshot.ts FOLDER < LINES    makes FOLDER/snapshot.gz
 *
 * Standard output is lines of JSON: `{"done":N}` while it works, at the end one `Built`. Any failure ends it with a status other
 * than 0 and without that last line. FOLDER belongs to this run alone.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { soundnessProblem } from '../db/backup.ts';
import { closeDatabase, openDatabase } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { schemaLevel } from '../db/schema-level.ts';
import { fillRecords } from './fill-records.ts';

/** Last line of standard output. `bytes` and `sha256` are of the compressed file. */
interface Built {
  readonly schema: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly caseCount: number;
}

const GZIP_LEVEL = 1;

const tell = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

async function build(folder: string): Promise<Built> {
  const records = join(folder, 'records.sqlite');
  const { caseCount } = await fillRecords({ path: records, body: process.stdin, onProgress: (done) => tell({ done }) });
  const problem = soundnessProblem(records);
  if (problem !== null) throw new Error(`the finished file is not sound: ${problem}`);
  const db = openDatabase(records);
  const schema = schemaLevel(db);
  db.raw.pragma('journal_mode = DELETE');
  db.raw.close();
  const compressed = await compress(records, join(folder, 'snapshot.gz'));
  rmSync(records);
  return { schema, ...compressed, caseCount };
}

async function compress(from: string, to: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      done(null, chunk);
    },
  });
  await pipeline(createReadStream(from, { highWaterMark: 1 << 20 }), createGzip({ level: GZIP_LEVEL, chunkSize: 1 << 18 }), count, createWriteStream(to, { flush: true }));
  return { bytes, sha256: hash.digest('hex') };
}

function ownSchema(): string {
  const db = openDatabase(':memory:');
  migrate(db);
  const level = schemaLevel(db);
  closeDatabase(db);
  return level;
}

const [argument] = process.argv.slice(2);
if (argument === undefined) throw new Error('build-snapshot: give --schema or a folder');
if (argument === '--schema') tell({ schema: ownSchema() });
else tell(await build(argument));
