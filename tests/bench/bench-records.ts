/** Records of a city after ten years (`city-cases.ts`), kept between runs: filling a million takes a while. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { saveCatalogue } from '../../src-data/cases/catalogue.ts';
import { writeCase } from '../../src-data/cases/write-case.ts';
import { closeDatabase, openDatabase, type WriteDb } from '../../src-data/db/database.ts';
import { migrate } from '../../src-data/db/migrate.ts';
import { addNumbers } from '../../src-data/outbox/number-pool.ts';
import { enterBucket, setCursor } from '../../src-data/sync/buckets.ts';
import { updateSyncState } from '../../src-data/sync/sync-state.ts';
import { trackingNumberFromPayload } from '../../src-shared/tracking-number/tracking-number.ts';
import { BENCH_CITY, cityCase } from './city-cases.ts';

const BATCH = 5_000;

/** Path of a records file with `count` cases in `folder`; filled when it is not there yet. */
export function benchRecords(folder: string, count: number, tell: (line: string) => void): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `city-${count}-${schemaDigest(folder)}.sqlite`);
  if (existsSync(path)) return path;
  const unfinished = `${path}.unfinished`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true });
  const db = openDatabase(unfinished);
  db.raw.pragma('synchronous = OFF');
  migrate(db);
  enrolForBench(db);
  for (let from = 0; from < count; from += BATCH) {
    db.transaction(() => {
      for (let index = from; index < Math.min(count, from + BATCH); index += 1) {
        const current = cityCase(index, count);
        writeCase(db, current, 'confirmed');
        enterBucket(db, current.id, 'city');
      }
    });
    tell(`  ${Math.min(count, from + BATCH)} of ${count} cases`);
  }
  db.exec(`INSERT INTO case_search (case_search) VALUES ('optimize'); ANALYZE`);
  closeDatabase(db);
  renameSync(unfinished, path);
  return path;
}

/** Of another schema is no use, also where a version under work has changed a step that is not released yet. */
function schemaDigest(folder: string): string {
  const path = join(folder, 'schema.sqlite');
  const db = openDatabase(path);
  migrate(db);
  const schema = db.raw.prepare('SELECT sql FROM sqlite_schema ORDER BY name').pluck().all();
  closeDatabase(db);
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  return createHash('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 8);
}

export function enrolForBench(db: WriteDb): void {
  db.transaction(() => {
    updateSyncState(db, { station: 'st-0000000000be', enrolment: 9, epoch: 1 });
    saveCatalogue(db, BENCH_CITY);
    setCursor(db, 'city', 1);
    addNumbers(db, Array.from({ length: 20_000 }, (_, index) => trackingNumberFromPayload(700_000_000 + index)));
  });
}
