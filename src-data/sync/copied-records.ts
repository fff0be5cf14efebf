/**
 * Records that were copied or put back: to a second PC, started beside their original, or replaced by an older copy. Both
 * lives hold the same stock of numbers and would give them out twice; the server could find it out only afterwards.
 */
import { randomInt, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { COPIED_DISKS_FROM, PRACTICE_ENROLMENT } from '../../src-shared/tracking-number/tracking-number.ts';
import type { WriteDb } from '../db/database.ts';
import { voidFreeNumbers } from '../outbox/number-pool.ts';
import { readSetting, saveSetting } from '../settings/settings.ts';
import { readSyncState, updateSyncState } from './sync-state.ts';

/** Kept in the records: where they are, and the words the file beside them may hold (the last one, and one being written). */
const Home = z.object({ place: z.string(), tokens: z.array(z.string()) });
const TOKEN_FILE = 'records.token';

/**
 * Notices at start that these records are not those that ran here last, and remembers them anew. Returns whether they are.
 *
 * Two signs: the folder is another one (its inode, the computer's name; a folder that was moved on the same disk stays the
 * same), or the word in the file beside the records, which changes with every start and every backup, is not one the records know. Such
 * records throw their free numbers away at once and give out numbers of a range drawn at random from those no server hands
 * out, until the next round enrols them as a station of their own, like after a fork.
 */
export function noticeCopy(db: WriteDb, dataDir: string): boolean {
  const known = Home.safeParse(readSetting(db, 'recordsHome'));
  const isSame = !known.success || (known.data.place === placeOf(dataDir) && known.data.tokens.includes(tokenBeside(dataDir)));
  if (!isSame) goOnAsCopy(db);
  renewToken(db, dataDir);
  return !isSame;
}

/** A new word here and in the file: after a backup, so that the copy, put back one day, is known for one. */
export function renewToken(db: WriteDb, dataDir: string): void {
  const next = randomUUID();
  // The word before stays good: the file may not have reached the disk when the power went.
  saveSetting(db, 'recordsHome', { place: placeOf(dataDir), tokens: [tokenBeside(dataDir), next] } satisfies z.infer<typeof Home>);
  const file = join(dataDir, TOKEN_FILE);
  writeFileSync(`${file}.new`, next, { flush: true });
  renameSync(`${file}.new`, file);
}

function placeOf(dataDir: string): string {
  return `${hostname()} ${statSync(dataDir, { bigint: true }).ino}`;
}

function tokenBeside(dataDir: string): string {
  const file = join(dataDir, TOKEN_FILE);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function goOnAsCopy(db: WriteDb): void {
  db.transaction(() => {
    if (readSyncState(db).station === null) return;
    voidFreeNumbers(db);
    updateSyncState(db, { isCopied: 1, enrolment: randomInt(COPIED_DISKS_FROM, PRACTICE_ENROLMENT), selfIssued: 0 });
  });
}
