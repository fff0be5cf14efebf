/**
 * The session of the person at this workstation. It outlives a restart of the data process (a crash must not ask for the
 * password in the middle of a call), but not the app: it is bound to the process that started this one.
 */
import { z } from 'zod';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import type { Staff } from '../../src-shared/catalogue/catalogue.ts';
import type { SessionInfo } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { StaffId } from '../../src-shared/util/ids.ts';
import { UtcMs } from '../../src-shared/util/time.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { readSetting, removeSetting, saveSetting } from '../settings/settings.ts';

const StoredSession = z.object({
  staffId: StaffId,
  signedInAt: UtcMs,
  checkedBy: z.enum(['server', 'thisWorkstation']),
  launch: z.string(),
});

const NOBODY: SessionInfo = { staff: null, signedInAt: null, checkedBy: null };

export function beginSession(db: WriteDb, staff: Staff, checkedBy: 'server' | 'thisWorkstation', now: UtcMs): SessionInfo {
  saveSetting(db, 'session', { staffId: staff.id, signedInAt: now, checkedBy, launch: launchId() });
  return { staff, signedInAt: now, checkedBy };
}

/** Nobody when the app has been started anew, or when the person has left the catalogue. */
export function currentSession(db: ReadDb): SessionInfo {
  const stored = StoredSession.safeParse(readSetting(db, 'session'));
  if (!stored.success || stored.data.launch !== launchId()) return NOBODY;
  const catalogue = currentCatalogue(db);
  const staff = catalogue ? findStaff(catalogue, stored.data.staffId) : undefined;
  if (!staff?.isActive) return NOBODY;
  return { staff, signedInAt: stored.data.signedInAt, checkedBy: stored.data.checkedBy };
}

export function endSession(db: WriteDb): SessionInfo {
  removeSetting(db, 'session');
  return NOBODY;
}

/** The main process that started this data process: the same after a restart of the data process, another after a new start. */
function launchId(): string {
  return process.env['PORTREEVE_LAUNCH_ID'] ?? `pid-${process.ppid}`;
}
