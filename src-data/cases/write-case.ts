/**
 * Writes one case with everything that lists and searches need of it. The document is the truth; all else is derived from it
 * here and nowhere else, so that rewriting a document always mends its indexes.
 */
import type { Case } from '../../src-shared/domain/case-document.ts';
import { mattersUntil } from '../../src-shared/reports/matters-until.ts';
import type { CaseSyncState } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import { numbersOf } from '../../src-shared/domain/case-numbers.ts';
import { sealedWith } from '../../src-shared/domain/visibility.ts';
import { lateCount, type ListedPromise, listedPromises } from '../../src-shared/overdue/promises.ts';
import { foldText } from '../../src-shared/util/fold-text.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { WriteDb } from '../db/database.ts';
import { forgetHeard } from '../heard/learn-words.ts';
import { writeParties } from '../contacts/write-parties.ts';
import { dueSoonMs } from '../overdue/due-soon.ts';
import { dropMarksOfCase } from '../overdue/late-marks.ts';
import { writePromises } from '../overdue/write-promises.ts';
import { placeKey } from '../../src-shared/places/place-key.ts';
import { rememberPlace } from '../places/remember-place.ts';
import { currentCatalogue } from './catalogue.ts';
import { facetWords } from './facets.ts';
import { lettersSince, writeLettersOfParts } from './letters-since.ts';
import { documentText, searchColumns } from '../../src-shared/domain/search-columns.ts';

const SUMMARY_LENGTH = 200;

const SQL = {
  upsert: `
    INSERT INTO case_ (
      case_id, tracking_number, state, kind, channel, service_code, department_code, assignee_id, requester_name,
      location_text, location_folded, place_key, latitude, longitude, summary, received_at, respond_by, responded_at, closed_at,
      due_at, soon_at, due_clock, late_count, next_progress_by, letters_since, answered_at, review_since, closed_by, matters_until, is_sealed, sealed_with, accused_id, told_id, is_major_repair, co_reporter_count,
      neighborhood_code, event_id, sync_state
    ) VALUES (
      :caseId, :trackingNumber, :state, :kind, :channel, :serviceCode, :departmentCode, :assigneeId, :requesterName,
      :locationText, :locationFolded, :placeKey, :latitude, :longitude, :summary, :receivedAt, :respondBy, :respondedAt, :closedAt,
      :dueAt, :soonAt, :dueClock, :lateCount, :nextProgressBy, :lettersSince, :answeredAt, :reviewSince, :closedBy, :mattersUntil, :isSealed, :sealedWith, :accusedId, :toldId, :isMajorRepair, :coReporterCount,
      :neighborhoodCode, :eventId, :syncState
    ) ON CONFLICT (case_id) DO UPDATE SET
      tracking_number = excluded.tracking_number, state = excluded.state, kind = excluded.kind,
      channel = excluded.channel, service_code = excluded.service_code, department_code = excluded.department_code,
      assignee_id = excluded.assignee_id, requester_name = excluded.requester_name,
      location_text = excluded.location_text, location_folded = excluded.location_folded, place_key = excluded.place_key,
      latitude = excluded.latitude, longitude = excluded.longitude, summary = excluded.summary,
      received_at = excluded.received_at, respond_by = excluded.respond_by, responded_at = excluded.responded_at,
      closed_at = excluded.closed_at, due_at = excluded.due_at, soon_at = excluded.soon_at, due_clock = excluded.due_clock,
      late_count = excluded.late_count, next_progress_by = excluded.next_progress_by, letters_since = excluded.letters_since, answered_at = excluded.answered_at, review_since = excluded.review_since, closed_by = excluded.closed_by, matters_until = excluded.matters_until, is_sealed = excluded.is_sealed,
      sealed_with = excluded.sealed_with, accused_id = excluded.accused_id, told_id = excluded.told_id, is_major_repair = excluded.is_major_repair,
      co_reporter_count = excluded.co_reporter_count, neighborhood_code = excluded.neighborhood_code, event_id = excluded.event_id, sync_state = excluded.sync_state
    RETURNING case_key AS caseKey`,
  document: `INSERT INTO case_document (case_key, document) VALUES (:caseKey, :document)
    ON CONFLICT (case_key) DO UPDATE SET document = excluded.document`,
  forgetNumbers: 'DELETE FROM case_number WHERE case_key = :caseKey',
  number: 'INSERT INTO case_number (tracking_number, case_key) VALUES (:number, :caseKey) ON CONFLICT DO NOTHING',
  forgetFiles: 'DELETE FROM case_file WHERE case_key = :caseKey',
  file: `INSERT INTO case_file (case_key, sha256, media_type, size_bytes) VALUES (:caseKey, :sha256, :mediaType, :sizeBytes) ON CONFLICT DO NOTHING`,
  search: `INSERT OR REPLACE INTO case_search (rowid, numbers, people, place, words, facets)
    VALUES (:caseKey, :numbers, :people, :place, :words, :facets)`,
  keyOf: 'SELECT case_key AS caseKey FROM case_ WHERE case_id = :caseId',
  forgetSearch: 'DELETE FROM case_search WHERE rowid = :caseKey',
  forgetPartySearch: 'DELETE FROM party_search WHERE rowid IN (SELECT party_key FROM case_party WHERE case_key = :caseKey)',
  forgetCase: 'DELETE FROM case_ WHERE case_key = :caseKey',
  wasOpen: 'SELECT 1 AS one FROM case_ WHERE case_id = :caseId AND is_sealed = 0',
  setSyncState: 'UPDATE case_ SET sync_state = :syncState WHERE case_id = :caseId AND sync_state <> :syncState',
} as const;

/** Inserts or replaces a case. Needs a running transaction when other rows belong to the same change. */
export function writeCase(db: WriteDb, current: Case, syncState: CaseSyncState): void {
  if (current.isSealed && db.query<{ caseId: CaseId }, { one: number }>(SQL.wasOpen).get({ caseId: current.id })) forgetHeard(db);
  const promises = listedPromises(current, dueSoonMs(db, current));
  const columns = { ...columnsOf(current, promises, syncState), lettersSince: lettersSince(db, current) };
  const row = db.query<typeof columns, { caseKey: number }>(SQL.upsert).get(columns);
  if (!row) throw new Error('writeCase: the upsert returned no key');
  const { caseKey } = row;
  const catalogue = currentCatalogue(db);
  db.write(SQL.document).run({ caseKey, document: documentText(current) });
  db.write(SQL.forgetNumbers).run({ caseKey });
  for (const number of numbersOf(current)) {
    db.write(SQL.number).run({ number, caseKey });
  }
  db.write(SQL.forgetFiles).run({ caseKey });
  for (const { sha256, mediaType, sizeBytes } of current.attachments) db.write(SQL.file).run({ caseKey, sha256, mediaType, sizeBytes });
  db.write(SQL.search).run({ caseKey, ...searchColumns(current, catalogue), facets: facetWords(current, columns.dueAt, catalogue) });
  writePromises(db, caseKey, { current, promises, syncState });
  writeParties(db, caseKey, current);
  writeLettersOfParts(db, current);
  if (current.location && !current.isSealed) rememberPlace(db, current.location, false);
}

/** Takes a case off this workstation, with all its traces in the indexes. No such case: nothing happens. */
export function removeCase(db: WriteDb, caseId: CaseId): void {
  const row = db.query<{ caseId: CaseId }, { caseKey: number }>(SQL.keyOf).get({ caseId });
  if (!row) return;
  db.write(SQL.forgetSearch).run(row);
  db.write(SQL.forgetPartySearch).run(row);
  db.write(SQL.forgetCase).run(row);
  dropMarksOfCase(db, caseId);
}

/** Changes only where the case stands between here and the server. */
export function setSyncState(db: WriteDb, caseId: string, syncState: CaseSyncState): void {
  db.write(SQL.setSyncState).run({ caseId, syncState });
}

/** What lists and filters need of a case, as it is kept. `promises`: earliest first. */
export function columnsOf(current: Case, promises: readonly ListedPromise[], syncState: CaseSyncState) {
  const first = promises.find(({ isFirst }) => isFirst);
  const locationText = [current.location?.text, current.location?.unit].filter(Boolean).join(', ');
  return {
    caseId: current.id,
    trackingNumber: current.trackingNumber,
    state: current.state,
    kind: current.kind,
    channel: current.channel,
    serviceCode: current.serviceCode,
    departmentCode: current.departmentCode,
    assigneeId: current.assigneeId,
    requesterName: current.requester?.name ?? '',
    locationText,
    locationFolded: foldText(current.location?.text ?? ''),
    placeKey: placeKey(current.location?.text ?? ''),
    latitude: current.location?.point?.latitude ?? null,
    longitude: current.location?.point?.longitude ?? null,
    summary: current.description.replace(/\s+/g, ' ').slice(0, SUMMARY_LENGTH),
    receivedAt: current.receivedAt,
    respondBy: current.respondBy,
    respondedAt: current.respondedAt,
    closedAt: current.closedAt,
    dueAt: first?.lateFrom ?? null,
    soonAt: first?.soonFrom ?? null,
    dueClock: first?.clock ?? null,
    lateCount: lateCount(current),
    nextProgressBy: current.state === 'closed' ? null : (current.nextProgressBy ?? null),
    answeredAt: answeredAt(current),
    ...toReview(current),
    mattersUntil: mattersUntil(current),
    isSealed: Number(current.isSealed),
    sealedWith: current.isSealed ? sealedWith(current) : null,
    accusedId: current.isSealed ? (current.seal?.accusedStaffId ?? null) : null,
    toldId: current.isSealed ? (current.seal?.supervisorStaffId ?? null) : null,
    isMajorRepair: Number(current.isMajorRepair),
    coReporterCount: current.coReporters.length,
    neighborhoodCode: current.neighborhoodCode ?? null,
    eventId: current.eventId ?? null,
    syncState,
  };
}

/** Null: no citizen has said how it went. */
function answeredAt({ survey }: Case): UtcMs | null {
  return (survey?.answers ?? []).reduce<UtcMs | null>((last, { at }) => (last === null || at > last ? at : last), null);
}

/** Of a case of the city's own that is closed, not part of another, and not reviewed yet (RC-8). */
function toReview({ state, closedAt, review, mergedInto, source, history }: Case): { readonly reviewSince: UtcMs | null; readonly closedBy: string | null } {
  if (state !== 'closed' || review !== null || mergedInto !== null || source) return { reviewSince: null, closedBy: null };
  return { reviewSince: closedAt, closedBy: history.findLast(({ kind }) => kind === 'closed')?.by ?? null };
}
