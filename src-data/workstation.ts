/**
 * The workstation without Electron: records, sync, spool, session, wired together. The composition root (index.ts) and the
 * tests give it a folder, a clock and a way to the server.
 */
import { t } from '../src-shared/language/language.ts';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type KeyStore, signedHeaders } from './sync/station-keys.ts';
import type { CaseId } from '../src-shared/util/ids.ts';
import { type UtcMs, utcMs } from '../src-shared/util/time.ts';
import { type AskServer, createAskServer } from './admin/ask-server.ts';
import { createScanFolder, type ScanFolder } from './scans/scan-folder.ts';
import { lookForScans } from './scans/look-for-scans.ts';
import { createCityPlaces, type CityPlacesKeeper } from './places/city-places.ts';
import { type Attachments, createAttachments } from './attachments/attachments.ts';
import type { SignRequest } from './attachments/blob-client.ts';
import { openTransfers } from './attachments/open-transfers.ts';
import { setSyncState } from './cases/write-case.ts';
import { closeDatabase, openDatabase, type WriteDb } from './db/database.ts';
import { BACKUP_FILE, backUp, backUpDaily, changedAt } from './daily-backup.ts';
import { followPlaces, followSync } from './follow-changes.ts';
import { migrate } from './db/migrate.ts';
import { checkpointWhenQuiet } from './db/quiet-checkpoint.ts';
import { createOlderCases, type OlderCases } from './horizon/older-cases.ts';
import { keepWithinBound } from './horizon/keep-within-bound.ts';
import { signedPost } from './horizon/signed-post.ts';
import { takeOwnership } from './db/ownership.ts';
import { syncStateOfCase } from './outbox/outbox-queries.ts';
import { keepLearning } from './heard/keep-learning.ts';
import { watchLateness } from './overdue/watch-lateness.ts';
import { writeHandOver } from './practice/hand-over.ts';
import { createPracticeDesk, type PracticeDesk } from './practice/practice-desk.ts';
import { openPracticeRecords } from './practice/practice-records.ts';
import { layOutForPrinter, readPrinterSettings } from './receipts/printer-settings.ts';
import { type ChangeFeed, createChangeFeed } from './rpc/change-feed.ts';
import { checkAtServer, type PasswordCheck } from './session/password-check.ts';
import { currentSession } from './session/session.ts';
import { createGetReady, type GetReady } from './snapshot/get-ready.ts';
import type { ReadyProgress } from './snapshot/ready-progress.ts';
import { createSpool, type Spool } from './spool/spool.ts';
import { unsettledJobs } from './spool/job-store.ts';
import { createScrubber, emptyLog } from './traces/scrub.ts';
import { sendReceipt, takeBackReceipt } from './spool/send-receipt.ts';
import { noticeCopy } from './sync/copied-records.ts';
import { createAttentionExchange } from './sync/attention-exchange.ts';
import { keepCopiesOf } from './sync/attention-copies.ts';
import { createPresence, type Presence } from './sync/presence.ts';
import { createSyncClient } from './sync/sync-client.ts';
import { type Connection, createSyncLoop, type SyncLoop } from './sync/sync-loop.ts';
import { createSyncRound } from './sync/sync-round.ts';
import { readSyncState, updateSyncState } from './sync/sync-state.ts';
import { httpTransport, type Transport } from './sync/transport.ts';

export interface WorkstationSetting {
  readonly dataDir: string;
  /** Null: the one kept from an earlier start, if any. */
  readonly serverUrl: string | null;
  readonly stationName: string;
  readonly enrolCode: string | null;
  readonly appVersion: string;
  readonly keys: KeyStore;
  readonly now: () => number;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
  /** The built program of `snapshot/prepare-file.ts`; left out where TypeScript runs as it is. */
  readonly prepareProgram?: URL;
  /** Instead of HTTP, for tests. */
  readonly transport?: Transport;
  /** Made-up records of their own; whatever else is given, there is no server and no printer. */
  readonly isPractice?: boolean;
}

export interface Workstation {
  readonly db: WriteDb;
  readonly attachments: Attachments;
  /** New scans of this workstation's scanner. */
  readonly scans: ScanFolder;
  /** The city's addresses and landmarks, as far as they have come here. */
  readonly places: CityPlacesKeeper;
  readonly changes: ChangeFeed;
  /** For what is known only at the server. */
  readonly ask: AskServer;
  /** Closed cases that are kept at the server only. */
  readonly olderCases: OlderCases;
  readonly spool: Spool;
  readonly checkPassword: PasswordCheck;
  readonly stationName: string;
  readonly appVersion: string;
  readonly serverUrl: string | null;
  readonly now: () => UtcMs;
  connection(): Connection;
  /** Of practice mode; null: this is a real workstation. */
  readonly practice: PracticeDesk | null;
  /** Hands over to practice mode what it needs; false while nobody is signed in. */
  handOver(): boolean;
  /** Who has which case open; null when no server is set. */
  readonly presence: Presence | null;
  /** When the verified copy of the records was written; null: there is none yet. */
  lastCopiedAt(): UtcMs | null;
  /** Null: the cases are here. */
  gettingReady(): ReadyProgress | null;
  /** Something waits to be sent. */
  nudgeSync(): void;
  /** A person asked to sync now. */
  hurrySync(): void;
  /** Ends sync and spool, writes a verified backup copy and closes the records. */
  close(): Promise<void>;
}

export const RECORDS_FILE = 'records.sqlite';
/** Holds what a workstation without cases is fetching; gone when it has them. */
const GETTING_READY_FOLDER = 'getting-ready';

/** The app is gone three seconds after it was told to close; a larger file is copied while it is open. */
const MAX_BYTES_COPIED_AT_CLOSE = 64 * 1024 * 1024;

/** Opens the records and starts sync and spool. Throws MigrationError or SQLite's error when the records cannot be opened. */
export function openWorkstation(setting: WorkstationSetting): Workstation {
  const ownership = takeOwnership(setting.dataDir);
  const isPractice = setting.isPractice === true;
  const records = join(setting.dataDir, RECORDS_FILE);
  const db = isPractice ? openPracticeRecords(setting.dataDir, utcMs(setting.now())) : openRecords(records, setting);
  // What the server sent for somebody who is not at the keyboard any more does not stay on this disk.
  for (const caseId of keepCopiesOf(db, currentSession(db).staff?.id ?? null)) setSyncState(db, caseId, syncStateOfCase(db, caseId));
  const now = (): UtcMs => utcMs(setting.now());
  const changes = createChangeFeed();
  const serverUrl = isPractice ? null : rememberServer(db, setting.serverUrl);
  const transport = isPractice ? null : (setting.transport ?? (serverUrl === null ? null : httpTransport(serverUrl)));
  const spool = openSpool(db, changes, now, setting);
  const { sync, getReady, presence } = transport === null ? { sync: null, getReady: null, presence: null } : openSync(db, changes, transport, setting);
  const isOnline = (): boolean => sync?.connection().kind === 'online';
  const attachments = createAttachments({ db, dataDir: setting.dataDir, now: setting.now, isOnline, onWork: () => transfers?.nudge() });
  attachments.removeCopies();
  const scans = createScanFolder({ db, now: setting.now, keep: (name, bytes) => attachments.keepBytes(name, bytes), copyToOpen: (file) => attachments.copyToOpen(file), onChanged: () => changes.publish({ topic: 'scans', caseIds: null }) });
  const looking = isPractice ? undefined : lookForScans(scans);
  const onPlacesChanged = (): void => changes.publish({ topic: 'cases', caseIds: null });
  const places = createCityPlaces({ ...setting, db, files: attachments.files, onWork: () => transfers?.nudge(), onChanged: onPlacesChanged });
  const stopLooking = followPlaces(changes, places);
  const sign: SignRequest = (request) => signAsStation(db, setting, request);
  const onFilesChanged = (): void => changes.publish({ topic: 'files', caseIds: null });
  const transfers = transport === null ? null : openTransfers({ ...setting, db, files: attachments.files, transport, sign, isOnline, onFilesChanged });
  const unfollow = transfers === null ? null : followSync(changes, { transfers, isOnline, onTurned: onFilesChanged });
  const daily = isPractice ? undefined : backUpDaily(db, setting);
  const checkpoints = checkpointWhenQuiet(db);
  const scrubbing = isPractice ? null : scrubTraces(db, changes, { setting, attachments });
  const stopPruning = keepWithinBound({ db, now: () => utcMs(readSyncState(db).serverNow), log: setting.log, onGone: () => changes.publish({ topic: 'cases', caseIds: null }) });
  const stopWatching = watchLateness({ db, now: setting.now, log: setting.log, onNoticed: (caseIds) => changes.publish({ topic: 'cases', caseIds }) });
  const stopLearning = keepLearning({ db, log: setting.log });
  const post = transport === null ? async () => null : signedPost(transport, sign);
  const olderCases = createOlderCases({ db, now, isOnline, station: () => readSyncState(db).station, post });
  return {
    db,
    ask: createAskServer({ transport, sign, station: () => readSyncState(db).station }),
    olderCases,
    attachments,
    places,
    scans,
    changes,
    spool,
    checkPassword: checkAtServer({ transport, sign }),
    stationName: setting.stationName,
    appVersion: setting.appVersion,
    serverUrl,
    now,
    connection: () => sync?.connection() ?? noServer(now(), isPractice),
    gettingReady: () => getReady?.progress() ?? null,
    practice: isPractice ? createPracticeDesk({ db, dataDir: setting.dataDir, now }) : null,
    handOver: () => !isPractice && writeHandOver(db, setting.dataDir),
    presence,
    lastCopiedAt: () => (existsSync(join(setting.dataDir, BACKUP_FILE)) ? utcMs(changedAt(join(setting.dataDir, BACKUP_FILE))) : null),
    nudgeSync: () => sync?.nudge(),
    hurrySync: () => sync?.hurry(),
    async close() {
      presence?.stop();
      unfollow?.abort();
      await Promise.all([getReady?.stop(), sync?.stop(), spool.stop(), transfers?.stop()]);
      clearInterval(daily);
      clearInterval(checkpoints);
      stopWatching();
      clearInterval(looking);
      stopLooking.abort();
      places.close();
      stopLearning();
      await stopPruning();
      await scrubbing?.stop();
      if (!isPractice && statSync(records).size <= MAX_BYTES_COPIED_AT_CLOSE) await backUp(db, setting.dataDir);
      closeDatabase(db);
      ownership.release();
    },
  };
}

function openRecords(records: string, { dataDir, log }: WorkstationSetting): WriteDb {
  const db = openDatabase(records);
  migrate(db);
  if (noticeCopy(db, dataDir)) log('these records were copied or put back; they go on as a workstation of their own');
  return db;
}

/** What leaves this disk, leaves it: whatever a change has left behind goes when there is time (traces/). */
function scrubTraces(db: WriteDb, changes: ChangeFeed, { setting, attachments }: { readonly setting: WorkstationSetting; readonly attachments: Attachments }): { stop(): Promise<void> } {
  const ending = new AbortController();
  const scrubber = createScrubber({
    ...setting,
    db,
    async copyAgain() {
      attachments.removeCopies();
      if (existsSync(join(setting.dataDir, BACKUP_FILE))) await backUp(db, setting.dataDir);
    },
    after(delayMs, work) {
      const timer = setTimeout(work, delayMs);
      return () => clearTimeout(timer);
    },
  });
  scrubber.wake();
  void (async () => {
    for await (const { topic } of changes.subscribe(ending.signal)) {
      if (topic === 'cases') scrubber.wake();
      if (topic === 'spool' && unsettledJobs(db).length === 0) emptyLog(db); // a receipt that was printed is gone from the log too
    }
  })();
  return {
    async stop() {
      ending.abort();
      await scrubber.stop();
    },
  };
}

function rememberServer(db: WriteDb, given: string | null): string | null {
  const kept = readSyncState(db).serverUrl;
  if (given === null || given === kept) return kept;
  updateSyncState(db, { serverUrl: given });
  return given;
}

/** Nothing while this workstation is nobody to the server yet. */
async function signAsStation(
  db: WriteDb,
  setting: WorkstationSetting,
  request: { readonly method: string; readonly path: string; readonly body: Uint8Array },
): Promise<Readonly<Record<string, string>>> {
  const { station } = readSyncState(db);
  const privateKeyPem = station === null ? null : await setting.keys.load(station);
  return station === null || privateKeyPem === null ? {} : signedHeaders(privateKeyPem, station, { ...request, sentAt: setting.now() });
}

function noServer(since: UtcMs, isPractice: boolean): Connection {
  if (isPractice) return { kind: 'stopped', since, sentence: t`Practice: there is no server, and nothing is sent.` };
  const sentence = t`No server is set. Start Portreeve with --server, or ask your IT office for the server’s address.`;
  return { kind: 'stopped', since, sentence };
}

function openSpool(db: WriteDb, changes: ChangeFeed, now: () => UtcMs, setting: WorkstationSetting): Spool {
  const spool = createSpool({
    db,
    clock: {
      now,
      after(delayMs, work) {
        const timer = setTimeout(work, delayMs);
        return () => clearTimeout(timer);
      },
    },
    target: () => (setting.isPractice === true ? { kind: 'none' } : readPrinterSettings(db).target),
    layOut: (receipt) => layOutForPrinter(db, receipt),
    send: sendReceipt,
    takeBack: (jobId) => takeBackReceipt(readPrinterSettings(db).target, jobId),
    onChange: () => changes.publish({ topic: 'spool', caseIds: null }),
    log: (line) => setting.log('spool', { line }),
  });
  spool.start();
  return spool;
}

function openSync(db: WriteDb, changes: ChangeFeed, transport: Transport, setting: WorkstationSetting): { readonly sync: SyncLoop; readonly getReady: GetReady; readonly presence: Presence } {
  const client = createSyncClient({ transport, now: setting.now });
  const catalogueChanged = (): void => changes.publish({ topic: 'catalogue', caseIds: null });
  const officeChanged = (): void => {
    changes.publish({ topic: 'office', caseIds: null });
    syncChanged();
  };
  const syncChanged = (): void => changes.publish({ topic: 'sync', caseIds: null });
  const getReady = createGetReady({
    ...setting,
    db,
    client,
    transport,
    recordsPath: join(setting.dataDir, RECORDS_FILE),
    folder: join(setting.dataDir, GETTING_READY_FOLDER),
    workerUrl: setting.prepareProgram ?? new URL('./snapshot/prepare-file.ts', import.meta.url),
    onCatalogueChanged: catalogueChanged,
    onOfficeChanged: officeChanged,
    onTaken: () => changes.publish({ topic: 'cases', caseIds: null }),
    onProgress: syncChanged,
    nudge: () => sync.nudge(),
  });
  const onCasesChanged = (caseIds: readonly CaseId[]): void => {
    if (caseIds.length > 0) changes.publish({ topic: 'cases', caseIds });
    syncChanged();
  };
  const attention = createAttentionExchange({ ...setting, db, client, onCasesChanged });
  const round = createSyncRound({ ...setting, db, client, getReady, attention, onCasesChanged, onCatalogueChanged: catalogueChanged, onOfficeChanged: officeChanged });
  const sync = createSyncLoop({
    round,
    client,
    now: setting.now,
    random: Math.random,
    onConnection: syncChanged,
    onServerEvent(event) {
      presence.take(event);
      if (event?.event !== 'attention') return;
      attention.want();
      sync.nudge();
    },
    log: setting.log,
  });
  const presence = createPresence({
    client,
    identity: round.identity,
    isOnline: () => sync.connection().kind === 'online',
    staffId: () => currentSession(db).staff?.id ?? null,
    after(delayMs, work) {
      const timer = setTimeout(work, delayMs);
      return () => clearTimeout(timer);
    },
    onChange: () => changes.publish({ topic: 'presence', caseIds: null }),
  });
  sync.start();
  return { sync, getReady, presence };
}
