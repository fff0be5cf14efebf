/**
 * Keeps this workstation in step: greet, send what waits, fetch what is new, listen for pokes; again after every failure.
 *
 * One round runs at a time. A round that fails leaves everything as it was on disk; the next one begins with a greeting, which
 * says where both sides stand. States and events: docs/sync.md.
 */
import { PROTOCOL_VERSION } from '../../src-shared/protocol/version.ts';
import { MAX_PUSH_BYTES, MAX_PUSH_COMMANDS, type PushConflict } from '../../src-shared/protocol/push.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import { SECOND_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { catalogueVersion } from '../cases/catalogue.ts';
import { setSyncState } from '../cases/write-case.ts';
import type { WriteDb } from '../db/database.ts';
import { countNumbersLeft, NUMBERS_KEPT, REFILL_BELOW } from '../outbox/number-pool.ts';
import { commandsAfter, hashAt, markSent, type OutboxRow, requeueAfter, syncStateOfCase } from '../outbox/outbox-queries.ts';
import { adoptIdentity } from './adopt-identity.ts';
import { applyPull } from './apply-pull.ts';
import { readCursors, restartCursors } from './buckets.ts';
import type { Answer, Conflict, Identity, ServerTrouble, SyncClient } from './sync-client.ts';
import { type KeyStore, makeStationKeys } from './station-keys.ts';
import { readSyncState, updateSyncState } from './sync-state.ts';

export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'online' }
  | { readonly kind: 'offline'; readonly since: UtcMs }
  /** A person has to act; `sentence` says what happened and what to do. */
  | { readonly kind: 'stopped'; readonly since: UtcMs; readonly sentence: string };

export interface SyncLoopOptions {
  readonly db: WriteDb;
  readonly client: SyncClient;
  readonly keys: KeyStore;
  readonly stationName: string;
  readonly appVersion: string;
  readonly enrolCode: string | null;
  readonly now: () => number;
  /** 0 to 1; spreads retries. */
  readonly random: () => number;
  readonly onConnection: (connection: Connection) => void;
  readonly onCasesChanged: (caseIds: readonly CaseId[]) => void;
  readonly onCatalogueChanged: () => void;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
}

export interface SyncLoop {
  start(): void;
  /** There is something to send or to fetch; also asks again after `stopped`. */
  nudge(): void;
  connection(): Connection;
  /** Resolves when the round at hand has ended. */
  stop(): Promise<void>;
}

const RETRY_BASE_MS = SECOND_MS;
const RETRY_MAX_MS = 30 * SECOND_MS;
const STOPPED_RETRY_MS = 60 * SECOND_MS;
/** Without a poke, ask this often: pokes are hints and may be lost. */
const POLL_MS = 30 * SECOND_MS;

/** Ends a round early; carries what to do next. */
class RoundEnd extends Error {
  readonly retryAfterMs: number | null;
  readonly sentence: string | null;
  constructor(message: string, how: { readonly retryAfterMs?: number | null; readonly sentence?: string }) {
    super(message);
    this.retryAfterMs = how.retryAfterMs ?? null;
    this.sentence = how.sentence ?? null;
  }
}

export function createSyncLoop(options: SyncLoopOptions): SyncLoop {
  const { db, client, keys, now } = options;
  let connection: Connection = { kind: 'connecting' };
  let isRunning = false;
  let wakeUp: (() => void) | null = null;
  let isWanted = false;
  let failures = 0;
  let identity: Identity | null = null;
  /** Last command the server is known to have; null until greeted. */
  let serverSeq: number | null = null;
  let batchSize = MAX_PUSH_COMMANDS;
  let listening: AbortController | null = null;
  let finished: Promise<void> = Promise.resolve();

  function setConnection(next: Connection): void {
    if (next.kind === connection.kind && next.kind !== 'stopped') return;
    connection = next;
    options.onConnection(next);
  }

  async function run(): Promise<void> {
    while (isRunning) {
      isWanted = false;
      let waitMs = POLL_MS;
      try {
        await round();
        failures = 0;
        setConnection({ kind: 'online' });
        listen();
      } catch (error) {
        waitMs = afterFailure(error);
      }
      if (isRunning && !isWanted) await sleep(waitMs);
    }
  }

  function afterFailure(error: unknown): number {
    serverSeq = null;
    listening?.abort();
    failures += 1;
    options.log('sync round failed', { problem: error instanceof Error ? error.message : String(error) });
    if (error instanceof RoundEnd && error.sentence !== null) {
      setConnection({ kind: 'stopped', since: utcMs(now()), sentence: error.sentence });
      return STOPPED_RETRY_MS;
    }
    setConnection({ kind: 'offline', since: utcMs(now()) });
    const full = Math.min(RETRY_MAX_MS, RETRY_BASE_MS * 2 ** Math.min(failures - 1, 10));
    const asked = error instanceof RoundEnd ? (error.retryAfterMs ?? 0) : 0;
    return Math.max(asked, full * (0.5 + options.random() / 2));
  }

  async function round(): Promise<void> {
    identity = await ensureIdentity();
    if (serverSeq === null) serverSeq = await greet(identity);
    await sendWaiting(identity);
    await fetchNews(identity);
  }

  async function ensureIdentity(): Promise<Identity> {
    const { station } = readSyncState(db);
    const privateKeyPem = await keys.load();
    if (station !== null && privateKeyPem !== null) return { station, privateKeyPem };
    return enrol(new Set());
  }

  /** A new station with new keys; commands the server lacks move over to it. */
  async function enrol(serverHas: ReadonlySet<string>): Promise<Identity> {
    const { privateKeyPem, publicKey } = makeStationKeys();
    const { stationName: name, enrolCode, appVersion: app } = options;
    const reply = mustAnswer(await client.enrol({ publicKey, name, enrolCode, app }));
    await keys.save(privateKeyPem);
    adoptIdentity(db, reply, serverHas);
    serverSeq = null;
    options.log('enrolled', { station: reply.station });
    return { station: reply.station, privateKeyPem };
  }

  async function greet(self: Identity): Promise<number> {
    const state = readSyncState(db);
    const sentAt = utcMs(now());
    const reply = mustAnswer(
      await client.hello(self, {
        station: self.station as never, // safe: it came from the server's own enrolment reply
        epoch: state.epoch,
        seq: state.lastSeq,
        hash: state.lastHash,
        protos: [PROTOCOL_VERSION],
        app: options.appVersion,
        sentAt,
      }),
    );
    const roundTripMs = now() - sentAt;
    updateSyncState(db, { clockOffsetMs: Math.round(reply.now + roundTripMs / 2 - now()), serverBackupAt: reply.lastBackupAt });
    if (reply.epoch !== state.epoch) adoptEpoch(self, reply.epoch, reply.seq);
    if (hashAt(db, self.station, reply.seq) !== reply.hash) await mendFork(self);
    return reply.seq;
  }

  /** The server was restored from a backup: send again what it lost and fetch everything anew. */
  function adoptEpoch(self: Identity, epoch: number, serverKnows: number): void {
    db.transaction(() => {
      requeueAfter(db, self.station, serverKnows);
      restartCursors(db);
      updateSyncState(db, { epoch, cutRev: 0, resultsAfter: Math.min(readSyncState(db).resultsAfter, serverKnows) });
    });
    options.log('server has a new epoch', { epoch });
  }

  async function mendFork(self: Identity): Promise<never> {
    const serverHas = new Set<string>();
    let from = 0;
    for (;;) {
      const { rows } = mustAnswer(await client.history(self, from));
      for (const row of rows) serverHas.add(row.uid);
      const last = rows.at(-1);
      if (!last) break;
      from = last.seq;
    }
    identity = await enrol(serverHas);
    isWanted = true;
    throw new RoundEnd('This disk was copied or put back; it goes on as a new station', { retryAfterMs: 0 });
  }

  async function sendWaiting(self: Identity): Promise<void> {
    for (;;) {
      const after = serverSeq ?? 0;
      const batch = withinBytes(commandsAfter(db, self.station, after, batchSize));
      const first = batch[0];
      if (!first) return;
      const answer = await client.push(self, {
        station: self.station as never, // safe: as above
        epoch: readSyncState(db).epoch,
        prevHash: hashAt(db, self.station, after) ?? '',
        commands: batch.map((row) => ({ seq: row.seq, hash: row.hash, command: row.command })),
      });
      if (answer.kind === 'tooLarge' && batchSize > 1) {
        batchSize = Math.max(1, Math.floor(batchSize / 2));
        continue;
      }
      if (answer.kind === 'conflict') {
        await settleConflict(self, answer.conflict);
        continue;
      }
      const reply = mustAnswer(answer);
      batchSize = Math.min(MAX_PUSH_COMMANDS, batchSize * 2);
      serverSeq = reply.seq;
      noteSent(self.station, reply.seq);
    }
  }

  function noteSent(station: string, seq: number): void {
    const touched = db.transaction(() => {
      const caseIds = markSent(db, station, seq);
      for (const caseId of caseIds) setSyncState(db, caseId, syncStateOfCase(db, caseId));
      return caseIds;
    });
    options.onCasesChanged(touched as readonly CaseId[]); // safe: ids of cases
  }

  async function settleConflict(self: Identity, conflict: PushConflict): Promise<void> {
    if (conflict.why === 'epoch') adoptEpoch(self, conflict.epoch, conflict.seq);
    if (conflict.why === 'fork' || hashAt(db, self.station, conflict.seq) !== conflict.hash) await mendFork(self);
    serverSeq = conflict.seq;
  }

  async function fetchNews(self: Identity): Promise<void> {
    const state = readSyncState(db);
    const left = countNumbersLeft(db);
    const answer = await client.pull(self, {
      station: self.station as never, // safe: as above
      epoch: state.epoch,
      cursors: readCursors(db),
      resultsAfter: state.resultsAfter,
      numbersWanted: left < REFILL_BELOW ? NUMBERS_KEPT - left : 0,
      catalogueVersion: catalogueVersion(db),
    });
    if (answer.kind === 'conflict') {
      adoptEpoch(self, answer.conflict.epoch, answer.conflict.seq);
      serverSeq = answer.conflict.seq;
      isWanted = true;
      return;
    }
    const outcome = applyPull(db, mustAnswer(answer), utcMs(now()));
    if (outcome.kind === 'fork') await mendFork(self);
    if (outcome.kind === 'otherEpoch') throw new RoundEnd('The epoch changed during the pull', { retryAfterMs: 0 });
    if (outcome.kind === 'applied') {
      if (outcome.catalogueChanged) options.onCatalogueChanged();
      options.onCasesChanged(outcome.changedCases);
    }
  }

  function listen(): void {
    if (listening || !identity || !isRunning) return;
    const controller = new AbortController();
    listening = controller;
    client
      .listen(identity, nudge, controller.signal)
      .catch((error: unknown) => options.log('poke line ended', { problem: String(error) }))
      .finally(() => {
        if (listening === controller) listening = null;
        if (!controller.signal.aborted) nudge();
      });
  }

  function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(wake, ms);
      function wake(): void {
        clearTimeout(timer);
        wakeUp = null;
        resolve();
      }
      wakeUp = wake;
    });
  }

  function nudge(): void {
    isWanted = true;
    wakeUp?.();
  }

  return {
    start() {
      if (isRunning) return;
      isRunning = true;
      finished = run();
    },
    nudge,
    connection: () => connection,
    async stop() {
      isRunning = false;
      listening?.abort();
      wakeUp?.();
      await finished;
    },
  };
}

/** As many of the rows as fit one request; at least one. */
function withinBytes(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  let bytes = 0;
  const fitting = rows.findIndex((row) => (bytes += Buffer.byteLength(JSON.stringify(row.command)) + 200) > MAX_PUSH_BYTES);
  return fitting < 0 ? rows : rows.slice(0, Math.max(1, fitting));
}

/** The value of an answer; any trouble ends the round. */
function mustAnswer<T>(answer: Answer<T> | Conflict): T {
  if (answer.kind === 'ok') return answer.value;
  throw endOfRound(answer);
}

function endOfRound(trouble: ServerTrouble | Conflict): RoundEnd {
  switch (trouble.kind) {
    case 'busy':
      return new RoundEnd('The server is busy', { retryAfterMs: trouble.retryAfterMs });
    case 'tooLarge':
      return new RoundEnd('The server takes no request of this size', { sentence: 'The server refuses what this workstation sends as too large. Ask your IT office to look at the server’s size limit; nothing is lost here.' });
    case 'refused':
      return new RoundEnd(trouble.problem.code, { sentence: `${trouble.problem.title}. ${trouble.problem.detail}` });
    case 'conflict':
      return new RoundEnd(`Unexpected ${trouble.conflict.why}`, { retryAfterMs: RETRY_BASE_MS });
  }
}
