import { PullResult } from '../../src-shared/protocol/pull.ts';
import { DAY_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { saveCatalogue } from '../cases/catalogue.ts';
import type { WriteDb } from '../db/database.ts';
import { noteStationNames } from '../settings/station-names.ts';
import { noteCityHorizon } from '../horizon/horizon.ts';
import { takeOffice } from '../office/office-store.ts';
import { addNumbers } from '../outbox/number-pool.ts';
import { hashAt, markOutcome } from '../outbox/outbox-queries.ts';
import { showAfterSettling } from '../sync/apply-pull.ts';
import type { PullAnswer } from '../sync/pull-stream.ts';
import { readSyncState, updateSyncState } from '../sync/sync-state.ts';

const SQL = { caseOf: 'SELECT case_id AS caseId FROM outbox WHERE station = :station AND seq = :seq' } as const;

/**
 * Takes in what a pull without cases brings: services, staff, numbers, and what was refused.
 *
 * Cursors stay, and what was accepted stays pending: its effect comes with the cases. A refusal has no effect anywhere, so it
 * may be shown at once. `unfit`: of another epoch, or the histories do not fit; nothing was taken in.
 */
export function applyWithoutCases(db: WriteDb, answer: PullAnswer, now: UtcMs): { readonly kind: 'applied'; readonly catalogueChanged: boolean; readonly officeChanged: boolean } | { readonly kind: 'unfit' } {
  return db.transaction(() => {
    const { header } = answer;
    const state = readSyncState(db);
    const station = state.station ?? '';
    if (header.epoch !== state.epoch || hashAt(db, station, header.seq) !== header.hash) return { kind: 'unfit' };
    if (header.catalogue) saveCatalogue(db, header.catalogue, { books: header.ruleBooks, areAll: state.cutRev === 0 });
    const officeChanged = takeOffice(db, header, { isAnew: true, now: utcMs(Math.min(header.now, now + DAY_MS)) });
    addNumbers(db, header.numbers);
    noteCityHorizon(db, header);
    noteStationNames(db, header);
    for (const line of answer.lines) noteRefusal(db, station, line);
    updateSyncState(db, { lastPullAt: now });
    return { kind: 'applied', catalogueChanged: header.catalogue !== null, officeChanged };
  });
}

function noteRefusal(db: WriteDb, station: string, line: string): void {
  const parsed: unknown = JSON.parse(line);
  if (!Array.isArray(parsed) || parsed[0] !== 'x') return; // a server from before this asked it for everything
  const [, seq, status, code, detail] = PullResult.parse(parsed);
  if (status === 'accepted') return;
  markOutcome(db, station, { seq, state: status, code, detail });
  const touched = db.query<Record<string, unknown>, { caseId: string }>(SQL.caseOf).get({ station, seq });
  if (touched) showAfterSettling(db, touched.caseId);
}
