/** The records of practice mode: a file of another name than a workstation's, filled with made-up cases. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { PRACTICE_ENROLMENT } from '../../src-shared/tracking-number/tracking-number.ts';
import { StationId } from '../../src-shared/util/ids.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { currentCatalogue, saveCatalogue } from '../cases/catalogue.ts';
import { finishDatabaseFile, openDatabase, replaceDatabaseFile, type WriteDb } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { beginSession, currentSession } from '../session/session.ts';
import { findVerifier, keepVerifier } from '../session/verifiers.ts';
import { readSyncState, updateSyncState } from '../sync/sync-state.ts';
import { addMadeUpCases } from './made-up-records.ts';
import { type HandOver, takeHandOver } from './hand-over.ts';

const PRACTICE_FILE = 'practice.sqlite';
/** No server has ever enrolled a station of this name. */
const PRACTICE_STATION = StationId.parse('st-000000000000');

/**
 * Opens the practice records, takes what the workstation has handed over, and fills them the first time. Whatever cannot be opened,
 * or turns out to be no practice records, is thrown away: there is nothing of worth in it.
 */
export function openPracticeRecords(dataDir: string, now: UtcMs): WriteDb {
  const handOver = takeHandOver(dataDir);
  const db = openOrBegin(join(dataDir, PRACTICE_FILE));
  if (handOver === null) return db;
  if (readSyncState(db).station === null) fill(db, handOver, now);
  else takeOver(db, handOver, now);
  return db;
}

/** Begins anew: made-up cases as at first, nothing of what was practised. Whoever is signed in stays so. */
export function resetPracticeRecords(db: WriteDb, dataDir: string, now: UtcMs): void {
  const catalogue = currentCatalogue(db);
  const { staff } = currentSession(db);
  if (!catalogue || !staff) return;
  const path = join(dataDir, PRACTICE_FILE);
  const next = `${path}.next`;
  removeFile(next);
  const fresh = openDatabase(next);
  migrate(fresh);
  fill(fresh, { catalogue, staffId: staff.id, verifier: findVerifier(db, staff.id) }, now);
  finishDatabaseFile(fresh);
  replaceDatabaseFile(db, path, next);
}

function openOrBegin(path: string): WriteDb {
  try {
    const db = openDatabase(path);
    migrate(db);
    const { station } = readSyncState(db);
    if (station === null || station === PRACTICE_STATION) return db;
    db.raw.close();
  } catch {
    // Damaged, or of a newer version: begun anew below.
  }
  removeFile(path);
  const db = openDatabase(path);
  migrate(db);
  return db;
}

function removeFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}

function fill(db: WriteDb, handOver: HandOver, now: UtcMs): void {
  db.transaction(() => {
    updateSyncState(db, { station: PRACTICE_STATION, enrolment: PRACTICE_ENROLMENT, epoch: 1 });
    takeOver(db, handOver, now);
  });
  const { staff } = currentSession(db);
  if (staff) addMadeUpCases(db, handOver.catalogue, staff, now);
}

function takeOver(db: WriteDb, { catalogue, staffId, verifier }: HandOver, now: UtcMs): void {
  saveCatalogue(db, catalogue);
  if (verifier) keepVerifier(db, staffId, verifier.verifier, verifier.checkedAt);
  const staff: Staff | undefined = findStaff(catalogue satisfies Catalogue, staffId);
  if (staff) beginSession(db, staff, 'thisWorkstation', now);
}
