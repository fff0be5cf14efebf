import type { z } from 'zod';
import { upcast } from '../../src-shared/commands/upcast.ts';
import { Command } from '../../src-shared/commands/index.ts';
import { AttentionCopy, type AttentionReply } from '../../src-shared/protocol/attention.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { readSetting, removeSetting, saveSetting } from '../settings/settings.ts';

/** A copy whose command this version can read; others stay at the server, where a newer workstation or a supervisor sees them. */
export const StoredCopy = AttentionCopy.extend({ command: Command });
export type StoredCopy = z.infer<typeof StoredCopy>;

const TAG = 'attentionTag' as const;

const SQL = {
  clear: 'DELETE FROM attention_copy',
  add: 'INSERT OR REPLACE INTO attention_copy (uid, staff_id, case_id, body) VALUES (:uid, :staffId, :caseId, :body)',
  remove: 'DELETE FROM attention_copy WHERE uid = :uid',
  cases: 'SELECT DISTINCT case_id AS caseId FROM attention_copy WHERE case_id IS NOT NULL',
  owner: 'SELECT staff_id AS staffId FROM attention_copy LIMIT 1',
  isKnownHere: `SELECT 1 AS one FROM outbox WHERE uid = :uid
    UNION SELECT 1 FROM settlement WHERE uid = :uid AND outcome IS NULL AND (action <> 'handedOver' OR to_staff <> :staffId)`,
} as const;

/** The tag of the list held for this person; null: none is held. */
export function heldTag(db: ReadDb, staffId: string): string | null {
  const kept = readSetting(db, TAG) as { readonly staffId?: string; readonly tag?: string } | null; // safe: written by replaceCopies
  return kept?.staffId === staffId ? (kept.tag ?? null) : null;
}

/** The next exchange brings the whole list again. */
export function forgetTag(db: WriteDb): void {
  removeSetting(db, TAG);
}

/**
 * Puts the server's list for one person in the place of what was held. This desk's own entries are in its outbox already, and
 * what was decided here meanwhile stays away.
 *
 * Returns the cases whose copies came or went. Needs a transaction.
 */
export function replaceCopies(db: WriteDb, staffId: string, list: NonNullable<AttentionReply['list']>): readonly string[] {
  const before = casesWithCopies(db);
  db.write(SQL.clear).run({});
  for (const item of list.items) {
    const copy = StoredCopy.safeParse({ ...item, command: upcast(item.command) });
    const isKnownHere = db.query<object, { one: number }>(SQL.isKnownHere).get({ uid: item.uid, staffId }) !== undefined;
    if (!copy.success || isKnownHere) continue;
    db.write(SQL.add).run({ uid: item.uid, staffId, caseId: copy.data.command.caseId, body: JSON.stringify(copy.data) });
  }
  saveSetting(db, TAG, { staffId, tag: list.tag });
  return [...new Set([...before, ...casesWithCopies(db)])];
}

/**
 * Takes copies off the disk that are not for the person at the keyboard (null: nobody is). The server keeps them; they come
 * again when that person signs in with the server in reach. Returns the cases they were about.
 */
export function keepCopiesOf(db: WriteDb, staffId: string | null): readonly string[] {
  const owner = db.query<object, { staffId: string }>(SQL.owner).get({})?.staffId ?? null;
  if (owner === staffId) return [];
  const gone = casesWithCopies(db);
  db.write(SQL.clear).run({});
  forgetTag(db);
  return gone;
}

export function removeCopy(db: WriteDb, uid: string): void {
  db.write(SQL.remove).run({ uid });
  forgetTag(db);
}

function casesWithCopies(db: ReadDb): readonly string[] {
  return db.query<object, { caseId: string }>(SQL.cases).all({}).map((row) => row.caseId);
}
