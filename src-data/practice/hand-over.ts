/**
 * What a workstation hands over to practice mode: what the city has set, and who is signed in. The one thing that passes between
 * the two, and in this direction only.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { PRACTICE_FOLDER } from '../../src-shared/practice/practice-folder.ts';
import { StaffId } from '../../src-shared/util/ids.ts';
import { UtcMs } from '../../src-shared/util/time.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import type { ReadDb } from '../db/database.ts';
import { currentSession } from '../session/session.ts';
import { findVerifier } from '../session/verifiers.ts';

const HAND_OVER_FILE = 'hand-over.json';

const HandOver = z.object({
  catalogue: Catalogue,
  staffId: StaffId,
  /** What this person's password is checked against when they lock the practice window; null: they have to open practice anew. */
  verifier: z.object({ verifier: z.string(), checkedAt: UtcMs }).nullable(),
});
export type HandOver = z.infer<typeof HandOver>;

/** Writes the hand-over of this workstation. Answers false while nobody is signed in or no catalogue has come. */
export function writeHandOver(db: ReadDb, dataDir: string): boolean {
  const catalogue = currentCatalogue(db);
  const { staff } = currentSession(db);
  if (!catalogue || !staff) return false;
  const kept = findVerifier(db, staff.id);
  const verifier = kept && { verifier: kept.verifier, checkedAt: kept.checkedAt };
  const folder = join(dataDir, PRACTICE_FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, HAND_OVER_FILE);
  writeFileSync(`${file}.new`, JSON.stringify({ catalogue, staffId: staff.id, verifier } satisfies HandOver), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return true;
}

/** Reads the hand-over that lies in practice's own folder and takes it away; null when there is none, or none that can be read. */
export function takeHandOver(practiceDir: string): HandOver | null {
  const file = join(practiceDir, HAND_OVER_FILE);
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  rmSync(file);
  try {
    return HandOver.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
