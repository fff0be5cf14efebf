/**
 * One pull, one transaction: the server's snapshot goes in, results are noted, and what was pending is put back on top.
 *
 * What is shown is always `replay(pending, base)`. A command leaves the pending ones only here, with the pull that holds its
 * effect, so that nothing flickers (docs/sync.md).
 */
import type { Command } from '../../src-shared/commands/index.ts';
import type { DecideContext } from '../../src-shared/domain/decision.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { replay } from '../../src-shared/domain/replay.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { standInContext } from '../../src-shared/office/stand-in-context.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { PullResult, PullRow } from '../../src-shared/protocol/pull.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import { DAY_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { catalogueOfVersion, currentCatalogue, saveCatalogue } from '../cases/catalogue.ts';
import { findCase } from '../cases/case-queries.ts';
import { ruleBookFor } from '../cases/rule-books.ts';
import { removeCase, setSyncState, writeCase } from '../cases/write-case.ts';
import type { WriteDb } from '../db/database.ts';
import { noteCityHorizon, noteFill } from '../horizon/horizon.ts';
import { shownOffice, takeOffice } from '../office/office-store.ts';
import { noteStationNames } from '../settings/station-names.ts';
import { addNumbers } from '../outbox/number-pool.ts';
import { hashAt, markAcceptedAfterAll, markConfirmed, markOutcome, noteCode, type OutboxRow, pendingOfCase, syncStateOfCase, unsettledCases } from '../outbox/outbox-queries.ts';
import { pruneOutbox } from '../outbox/prune-outbox.ts';
import { dropShadow, findShadow, replaceShadow, shadowedCases } from '../outbox/shadow.ts';
import { forgetTraces, noLongerAway } from '../traces/sealed-away.ts';
import { sealTexts } from '../traces/seal-text.ts';
import { enterBucket, inAnyBucket, keepOnlyBuckets, leaveBucket, readCursors, resetBucket, setCursor } from './buckets.ts';
import { keepIfLost } from './lost-cases.ts';
import type { PullAnswer } from './pull-stream.ts';
import type { PulledLines } from './staged-lines.ts';
import { readSyncState, updateSyncState } from './sync-state.ts';

export type PullOutcome =
  | { readonly kind: 'applied'; readonly changedCases: readonly CaseId[]; readonly catalogueChanged: boolean; readonly officeChanged: boolean }
  /** Older than what is shown already. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'otherEpoch' }
  /** The server has commands under this station's numbers that are not this disk's. */
  | { readonly kind: 'fork' };

/** Applies a whole pull answer, or nothing of it. */
export function applyPull(db: WriteDb, answer: PullAnswer, now: UtcMs): PullOutcome {
  return db.transaction(() => {
    const { header } = answer;
    const state = readSyncState(db);
    if (header.epoch !== state.epoch) return { kind: 'otherEpoch' };
    if (header.rev < state.cutRev) return { kind: 'stale' };
    const station = state.station ?? '';
    if (hashAt(db, station, header.seq) !== header.hash) return { kind: 'fork' };

    if (header.catalogue) saveCatalogue(db, header.catalogue, { books: header.ruleBooks, areAll: state.cutRev === 0 });
    // By the server's clock, unless it is ahead of everybody's: rows that are pruned may be the last copy.
    const serverNow = utcMs(Math.min(header.now, now + DAY_MS));
    const officeChanged = takeOffice(db, header, { isAnew: state.cutRev === 0, now: serverNow });
    const touched = new Set<string>(keepOnlyBuckets(db, header.buckets));
    noteCityHorizon(db, header);
    noteStationNames(db, header);
    // After a fork or a new epoch some commands are pending no more, also on cases of no bucket, which no answer speaks of.
    if (state.cutRev === 0) for (const caseId of shadowedCases(db)) touched.add(caseId);
    for (const bucket of filledAnew(db, header)) {
      noteFill(db, header.closedSince ?? null);
      for (const caseId of [...resetBucket(db, bucket), ...shadowedCases(db)]) touched.add(caseId);
    }
    const { bases, results } = takeIn(db, answer.lines, touched);
    for (const [, seq, status, code, detail] of results) {
      if (status !== 'accepted') markOutcome(db, station, { seq, state: status, code, detail });
      if (status === 'accepted' && state.isRecovering) markAcceptedAfterAll(db, station, { seq, at: header.now });
      if (status === 'accepted' && code !== null) noteCode(db, station, { seq, code, detail });
    }
    for (const caseId of markConfirmed(db, station, { seq: header.seq, at: header.now })) touched.add(caseId);
    for (const caseId of casesOfResults(db, station, results)) touched.add(caseId);
    const catalogue = currentCatalogue(db);
    if (state.isRecovering) for (const caseId of touched) keepIfLost(db, knownBase(db, caseId), bases.get(caseId) ?? null, header.buckets);
    const unsettled = unsettledCases(db);
    for (const caseId of touched) {
      if (unsettled.has(caseId)) showAgain(db, caseId, bases, catalogue);
      else showAsServerHas(db, caseId, bases);
    }

    sealTexts(db);
    addNumbers(db, header.numbers);
    for (const bucket of header.buckets) setCursor(db, bucket, header.rev);
    pruneOutbox(db, serverNow);
    updateSyncState(db, { cutRev: header.rev, cutMark: header.mark, isRecovering: 0, serverNow: header.now, resultsAfter: header.seq, lastPullAt: now });
    return { kind: 'applied', changedCases: [...touched] as CaseId[], catalogueChanged: header.catalogue !== null, officeChanged }; // safe: ids of cases
  });
}

/** Buckets whose content this answer holds whole: those the server resets and those that were asked for from 0. */
function filledAnew(db: WriteDb, header: PullAnswer['header']): readonly string[] {
  const cursors = readCursors(db);
  return header.buckets.filter((bucket) => header.reset.includes(bucket) || (cursors[bucket] ?? 0) === 0);
}

/** Sorts the lines into membership, new bases and results. Exits come before entries, whatever order they were sent in. */
function takeIn(db: WriteDb, lines: PulledLines, touched: Set<string>) {
  const placeOfBase = new Map<string, number>();
  const sealed = new Set<string>();
  const results: PullResult[] = [];
  const entries: { readonly caseId: string; readonly bucket: string }[] = [];
  let at = -1;
  for (const line of lines) {
    at += 1;
    const parsed: unknown = JSON.parse(line);
    if (Array.isArray(parsed) && parsed[0] === 'x') results.push(PullResult.parse(parsed));
    else {
      const row = PullRow.parse(parsed);
      touched.add(row[2]);
      if (row[3]) entries.push({ caseId: row[2], bucket: row[1] });
      else leaveBucket(db, row[2], row[1]);
      if (!row[3] && row[4]?.['sealed'] === true) sealed.add(row[2]);
      if (row[3] && row[4]) placeOfBase.set(row[2], at);
    }
  }
  for (const { caseId, bucket } of entries) {
    enterBucket(db, caseId, bucket);
    noLongerAway(db, caseId);
  }
  // Read again when its turn comes: a bucket of a million cases is not held in memory.
  const bases: Bases = {
    get(caseId) {
      const line = lines.at(placeOfBase.get(caseId) ?? -1);
      return placeOfBase.has(caseId) && line !== undefined ? (JSON.parse(line) as [string, string, string, boolean, Case])[4] : undefined; // safe: parsed above; built by the server's evolve
    },
    wasSealed: (caseId) => sealed.has(caseId),
  };
  return { bases, results };
}

/** The server's newest version of the cases an answer speaks of. */
interface Bases {
  get(caseId: string): Case | undefined;
  /** It left its buckets because it was sealed. */
  wasSealed(caseId: string): boolean;
}

const NO_BASES: Bases = { get: () => undefined, wasSealed: () => false };

/** A case with nothing of its own here: all but a handful, in a first pull. */
function showAsServerHas(db: WriteDb, caseId: string, bases: Bases): void {
  const base = inAnyBucket(db, caseId) ? (bases.get(caseId) ?? findCase(db, caseId)?.case) : undefined;
  if (base) writeCase(db, base, 'confirmed');
  else takeOff(db, caseId, bases);
}

/** The case is in none of this workstation's buckets: it goes, with what it would leave behind. */
function takeOff(db: WriteDb, caseId: string, bases: Bases): void {
  forgetTraces(db, caseId, { known: findCase(db, caseId)?.case ?? null, isSealed: bases.wasSealed(caseId) });
  removeCase(db, caseId as CaseId); // safe: ids of cases
}

/** Puts the pending commands of one case on top of its newest base and writes what comes out. */
function showAgain(db: WriteDb, caseId: string, bases: Bases, catalogue: Catalogue | null): void {
  const base = inAnyBucket(db, caseId) ? (bases.get(caseId) ?? knownBase(db, caseId)) : null;
  const pending = pendingOfCase(db, caseId);
  if (pending.length === 0) {
    dropShadow(db, caseId);
    if (base) writeCase(db, base, syncStateOfCase(db, caseId));
    else takeOff(db, caseId, bases);
    return;
  }
  replaceShadow(db, caseId, base);
  const shown = catalogue ? replay(base, pending.map((row) => row.command), contextsOf(db, pending, catalogue)) : base;
  if (shown) writeCase(db, shown, syncStateOfCase(db, caseId));
  else takeOff(db, caseId, bases);
}

/**
 * Each command under the catalogue it was given under. A new one that takes a right away, or a service, must not make a case
 * vanish whose number is in a citizen's hand; the server judges it, and says so.
 */
function contextsOf(db: WriteDb, pending: readonly OutboxRow[], newest: Catalogue): (command: Command) => DecideContext {
  const office = shownOffice(db);
  const given = new Map(pending.map((row) => [row.command.uid, catalogueOfVersion(db, row.catalogueVersion) ?? newest]));
  return (command) => {
    const catalogue = given.get(command.uid) ?? newest;
    const standIns = standInContext(office, catalogue, { actorId: command.userId, at: command.madeAt });
    return { catalogue, actor: findStaff(catalogue, command.userId) ?? null, ruleBookFor: (version) => ruleBookFor(db, version), ...standIns };
  };
}

/** Shows a case again after one of its refused commands was settled. */
export function showAfterSettling(db: WriteDb, caseId: string): void {
  if (pendingOfCase(db, caseId).length === 0 && !findShadow(db, caseId).isKept) {
    setSyncState(db, caseId, syncStateOfCase(db, caseId));
    return;
  }
  showAgain(db, caseId, NO_BASES, currentCatalogue(db));
  sealTexts(db);
}

function knownBase(db: WriteDb, caseId: string): Case | null {
  const shadow = findShadow(db, caseId);
  return shadow.isKept ? shadow.base : (findCase(db, caseId)?.case ?? null);
}

function casesOfResults(db: WriteDb, station: string, results: readonly PullResult[]): readonly string[] {
  const sql = 'SELECT case_id AS caseId FROM outbox WHERE station = :station AND seq = :seq';
  return results.flatMap(([, seq]) => db.query<Record<string, unknown>, { caseId: string }>(sql).all({ station, seq }).map((row) => row.caseId));
}
