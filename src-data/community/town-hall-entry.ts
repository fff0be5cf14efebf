/** The town hall that somebody is entering at this workstation: kept on disk, so that it goes on after a restart or a crash. */
import { z } from 'zod';
import type { EnteredNumber, TownHallEntry } from '../../src-shared/protocol/data-rpc/community-views.ts';
import { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { CommandId, type StaffId } from '../../src-shared/util/ids.ts';
import { UtcMs } from '../../src-shared/util/time.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { currentSession } from '../session/session.ts';
import { readSetting, saveSetting } from '../settings/settings.ts';

/** By staff ID: two people may enter two town halls at one workstation, one after the other. */
const StoredEntries = z.record(z.string(), z.object({ eventId: CommandId, since: UtcMs }));
type StoredEntries = z.infer<typeof StoredEntries>;

const SQL = {
  // A caller who is added to an older case is of the town hall too, though that case is not: the channel says so.
  entered: `SELECT ifnull(CASE WHEN o.code = 'renumbered' THEN o.detail ->> '$.to' END, o.command ->> '$.args.trackingNumber') AS trackingNumber
    FROM outbox o WHERE o.user_id = :staffId AND o.made_at >= :since
      AND ((o.type = 'case.open' AND o.command ->> '$.args.eventId' = :eventId) OR (o.type = 'case.addCoReporter' AND o.command ->> '$.args.channel' = 'event'))
    ORDER BY o.made_at, o.seq`,
  isPrinted: `SELECT 1 AS one FROM spool_job WHERE tracking_number = :trackingNumber AND state <> 'left' LIMIT 1`,
} as const;

/** What whoever is signed in is entering; null: nothing, or nobody is. */
export function townHallEntry(db: ReadDb): TownHallEntry | null {
  const { staff } = currentSession(db);
  const stored = staff === null ? undefined : readEntries(db)[staff.id];
  return staff === null || stored === undefined ? null : { ...stored, entered: enteredNumbers(db, { ...stored, staffId: staff.id }) };
}

/** Begins one for whoever is signed in and ends the one before. The one that runs goes on from when it was begun. */
export function beginTownHallEntry(db: WriteDb, eventId: CommandId, now: UtcMs): TownHallEntry | null {
  const { staff } = currentSession(db);
  if (staff === null) return null;
  const entries = readEntries(db);
  if (entries[staff.id]?.eventId !== eventId) saveSetting(db, 'townHallEntries', { ...entries, [staff.id]: { eventId, since: now } } satisfies StoredEntries);
  return townHallEntry(db);
}

export function endTownHallEntry(db: WriteDb): void {
  const { staff } = currentSession(db);
  if (staff === null) return;
  const { [staff.id]: _ended, ...others } = readEntries(db);
  saveSetting(db, 'townHallEntries', others satisfies StoredEntries);
}

function readEntries(db: ReadDb): StoredEntries {
  const stored = StoredEntries.safeParse(readSetting(db, 'townHallEntries'));
  return stored.success ? stored.data : {};
}

function enteredNumbers(db: ReadDb, of: { readonly staffId: StaffId; readonly eventId: CommandId; readonly since: UtcMs }): readonly EnteredNumber[] {
  const found = db.query<typeof of, { trackingNumber: string }>(SQL.entered).all(of);
  return found.map((row) => {
    const trackingNumber = TrackingNumber.parse(row.trackingNumber); // safe to parse: it was given out here
    return { trackingNumber, isPrinted: db.query<{ trackingNumber: string }, { one: number }>(SQL.isPrinted).get({ trackingNumber }) !== undefined };
  });
}
