import { z } from 'zod';
import { randomUUID } from 'node:crypto';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { readSetting, removeSetting, saveSetting } from '../settings/settings.ts';

/** What is still to be scrubbed. `isSealed`: of a sealed case, so the copy of the records is made anew too. */
const Wanted = z.object({ token: z.string(), isSealed: z.boolean() });
export type ScrubWanted = z.infer<typeof Wanted>;

/** Kept on disk, so that a power cut in between forgets nothing. Needs the transaction that takes the case away. */
export function wantScrub(db: WriteDb, { isSealed }: { readonly isSealed: boolean }): void {
  const before = scrubWanted(db);
  saveSetting(db, 'scrub', { token: randomUUID(), isSealed: isSealed || before?.isSealed === true });
}

export function scrubWanted(db: ReadDb): ScrubWanted | null {
  const wanted = Wanted.safeParse(readSetting(db, 'scrub'));
  return wanted.success ? wanted.data : null;
}

/** Done; unless more was wanted meanwhile. */
export function scrubbed(db: WriteDb, done: ScrubWanted): void {
  db.transaction(() => {
    if (scrubWanted(db)?.token === done.token) removeSetting(db, 'scrub');
  });
}
