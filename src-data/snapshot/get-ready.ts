/**
 * How a workstation that holds no case yet gets the city's: services, staff and numbers at once, so that new cases can be
 * taken; the old ones as a ready-made file, or, where there is none, as one long stream into a file of its own. Either takes the
 * place of the records in one step (`take-over.ts`). docs/decisions/0011.
 *
 * In the folder: `offer.json` (which file), `snapshot.gz` (as much of it as came), `next.sqlite` (being made). Everything but
 * next.sqlite outlives a kill and is gone on with.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PullHeader, PullRequest } from '../../src-shared/protocol/pull.ts';
import { type SnapshotAnswer, SnapshotOffer } from '../../src-shared/protocol/snapshot.ts';
import { SECOND_MS, utcMs } from '../../src-shared/util/time.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import type { WriteDb } from '../db/database.ts';
import { schemaLevel } from '../db/schema-level.ts';
import { readCursors } from '../sync/buckets.ts';
import { readSyncState } from '../sync/sync-state.ts';
import type { Identity, SyncClient } from '../sync/sync-client.ts';
import { applyWithoutCases } from './apply-without-cases.ts';
import type { PrepareReply } from './prepare-file.ts';
import type { ReadyProgress } from './ready-progress.ts';
import { type Preparing, runPrepare } from './run-prepare.ts';
import { createSnapshotClient, type SnapshotClientOptions } from './snapshot-client.ts';
import { type FileCut, takeOver } from './take-over.ts';

export interface GetReadyOptions extends SnapshotClientOptions {
  readonly db: WriteDb;
  /** The file `db` has open. */
  readonly recordsPath: string;
  /** For this alone; beside the records, on the same disk. */
  readonly folder: string;
  readonly workerUrl: URL;
  readonly client: Pick<SyncClient, 'pull'>;
  readonly onCatalogueChanged: () => void;
  readonly onOfficeChanged: () => void;
  /** Every case may be another now. */
  readonly onTaken: () => void;
  readonly onProgress: () => void;
  /** A round is wanted: something is ready, or it is time to ask again. */
  readonly nudge: () => void;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
}

export interface GetReady {
  /**
   * Part of a round, after the sending. True: the cases come this way and there is nothing to pull in this round. False: pull
   * as ever; what is asked for then has to be read anew, for the records may just have been replaced.
   */
  step(self: Identity, request: PullRequest): Promise<boolean>;
  /** Null: nothing is under way. */
  progress(): ReadyProgress | null;
  stop(): Promise<void>;
}

/** Attempts in a row that may come to nothing before the stream is taken instead of the file. */
const MAX_FAILURES = 5;
const ASK_AGAIN_MS = 5 * SECOND_MS;
/** Shares of the whole that building, fetching and preparing are taken to have. */
const FETCH_FROM = 0.4;
const PREPARE_FROM = 0.75;

type Work =
  | { readonly kind: 'none' }
  | { readonly kind: 'building' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'prepared'; readonly cut: FileCut };

export function createGetReady(options: GetReadyOptions): GetReady {
  const { db, folder, client, now, log } = options;
  const http = createSnapshotClient(options);
  const files = { offer: join(folder, 'offer.json'), compressed: join(folder, 'snapshot.gz'), lines: join(folder, 'lines.ndjson'), next: join(folder, 'next.sqlite') };
  const stopping = new AbortController();
  let work: Work = { kind: 'none' };
  let share = 0;
  let failures = 0;
  let bytesBefore = 0;
  let isTidy = false;
  let preparing: Preparing | null = null;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  async function step(self: Identity, request: PullRequest): Promise<boolean> {
    if (!holdsNothing(db)) return tidyUp();
    const answer = await client.pull(self, { ...request, withoutCases: true });
    if (answer.kind !== 'ok') return false; // the pull that follows meets the same and knows what to do
    const outcome = applyWithoutCases(db, answer.value, utcMs(now()));
    answer.value.close?.();
    if (outcome.kind === 'unfit') return false;
    if (outcome.catalogueChanged) options.onCatalogueChanged();
    if (outcome.officeChanged) options.onOfficeChanged();
    if (work.kind === 'prepared') return takeIn(work.cut, answer.value.header);
    return work.kind === 'busy' ? true : ask(self, request);
  }

  /** The cases are here: what was fetched for them is of no use any more, also what a kill after the taking left. */
  function tidyUp(): false {
    if (work.kind === 'busy') return false; // it ends by itself and asks for a round
    if (work.kind === 'prepared' || !isTidy) clear();
    work = { kind: 'none' };
    failures = 0;
    isTidy = true;
    return false;
  }

  /** Always false: taken or not, what is missing is pulled or begun anew by the next step. */
  function takeIn(cut: FileCut, header: PullHeader['h']): false {
    work = { kind: 'none' };
    const isSameScope = cut.buckets.toSorted().join() === header.buckets.toSorted().join();
    const outcome = isSameScope ? takeOverOrEnd(cut) : { kind: 'unfit', why: 'scope' };
    log('records taken over', { ...outcome });
    clear();
    if (outcome.kind === 'taken') options.onTaken();
    return false;
  }

  function takeOverOrEnd(cut: FileCut): ReturnType<typeof takeOver> {
    try {
      return takeOver({ db, recordsPath: options.recordsPath, nextPath: files.next, cut, now: utcMs(now()) });
    } catch (error) {
      // Between two files there is nothing to work with: the process ends, and the next start opens the one that is there.
      if (!db.raw.open) setImmediate(() => { throw error; });
      throw error;
    }
  }

  async function ask(self: Identity, request: PullRequest): Promise<boolean> {
    // The stream is tried once when the file comes to nothing, then the file again.
    const answer = failures > 0 && failures % MAX_FAILURES === 0 ? ({ kind: 'none', why: 'cannotBuild' } as const) : await http.ask(self, schemaLevel(db));
    if (answer === null) {
      askAgain(ASK_AGAIN_MS);
      return true;
    }
    return follow(self, request, answer);
  }

  function follow(self: Identity, request: PullRequest, answer: SnapshotAnswer): boolean {
    switch (answer.kind) {
      case 'offer':
        begin(() => fetchFile(self, answer));
        return true;
      case 'building':
        work = { kind: 'building' };
        setShare((answer.total === 0 ? 0 : Math.min(1, answer.done / answer.total)) * FETCH_FROM);
        askAgain(answer.comeBackInS * SECOND_MS);
        return true;
      case 'none':
        if (answer.why === 'tooSmall') {
          work = { kind: 'none' };
          return false;
        }
        begin(() => fetchLines(self, request));
        return true;
    }
  }

  /** As much of the file as is here. */
  function fetchedBytes(): number {
    return existsSync(files.compressed) ? statSync(files.compressed).size : 0;
  }

  function begin(job: () => Promise<FileCut | null>): void {
    work = { kind: 'busy' };
    running = job()
      .then((cut) => {
        failures = cut === null ? failures + 1 : 0;
        work = cut === null ? { kind: 'none' } : { kind: 'prepared', cut };
        if (cut !== null) options.nudge();
        else askAgain(ASK_AGAIN_MS);
      })
      .catch((error: unknown) => {
        // A line that cuts is no reason to give up a file of which every attempt brings more.
        const bytes = fetchedBytes();
        failures = bytes > bytesBefore ? 0 : failures + 1;
        bytesBefore = bytes;
        work = { kind: 'none' };
        log('getting ready was cut short', { problem: error instanceof Error ? error.message : String(error) });
        askAgain(ASK_AGAIN_MS);
      });
  }

  async function fetchFile(self: Identity, offer: SnapshotOffer): Promise<FileCut | null> {
    mkdirSync(folder, { recursive: true });
    if (keptOffer()?.sha256 !== offer.sha256) {
      clear();
      mkdirSync(folder, { recursive: true });
      writeFileSync(files.offer, JSON.stringify(offer), { flush: true });
    }
    const onBytes = (bytes: number): void => setShare(FETCH_FROM + (bytes / offer.bytes) * (PREPARE_FROM - FETCH_FROM));
    if ((await http.download(self, offer, files.compressed, { signal: stopping.signal, onBytes })) === 'gone') {
      clear();
      return null;
    }
    const reply = await prepare({ kind: 'unpack', from: files.compressed, to: files.next, sha256: offer.sha256, schema: offer.schema });
    return reply.kind === 'unpacked' ? offer : unfit(reply);
  }

  async function fetchLines(self: Identity, request: PullRequest): Promise<FileCut | null> {
    clear();
    mkdirSync(folder, { recursive: true });
    const everything: PullRequest = { ...request, cursors: {}, catalogueVersion: 0, ruleBookVersion: 0, numbersWanted: 0 };
    const onBytes = (): void => setShare(FETCH_FROM);
    if (!(await http.downloadLines(self, everything, files.lines, { signal: stopping.signal, onBytes }))) return null;
    const reply = await prepare({ kind: 'fill', from: files.lines, to: files.next, catalogue: currentCatalogue(db) });
    rmSync(files.lines, { force: true });
    return reply.kind === 'filled' ? reply.header : unfit(reply);
  }

  async function prepare(task: Parameters<typeof runPrepare>[1]) {
    preparing = runPrepare(options.workerUrl, task, (done) => setShare(PREPARE_FROM + done * (1 - PREPARE_FROM)));
    return preparing.done;
  }

  function unfit(reply: PrepareReply): null {
    log('what was fetched is not fit', reply.kind === 'unfit' ? { problem: reply.problem } : {});
    clear();
    return null;
  }

  function keptOffer(): SnapshotOffer | null {
    if (!existsSync(files.offer)) return null;
    try {
      return SnapshotOffer.parse(JSON.parse(readFileSync(files.offer, 'utf8')));
    } catch {
      return null; // cut off by a kill
    }
  }

  function clear(): void {
    rmSync(folder, { recursive: true, force: true });
  }

  function setShare(next: number): void {
    const isNews = Math.floor(next * 100) !== Math.floor(share * 100);
    share = next;
    if (isNews) options.onProgress();
  }

  function askAgain(afterMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(options.nudge, afterMs);
    timer.unref();
  }

  return {
    step,
    progress: () => (work.kind === 'none' && failures === 0 ? null : { share }),
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await preparing?.stop();
      await running;
    },
  };
}

/**
 * No bucket is known to any revision: after enrolment, after a fork. Not in a new life of the server: what it has lost is
 * compared case by case with what is here, by a pull.
 */
function holdsNothing(db: WriteDb): boolean {
  return !readSyncState(db).isRecovering && Object.values(readCursors(db)).every((cursor) => cursor === 0);
}
