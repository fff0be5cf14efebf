/**
 * One round with the server: be somebody, greet, send what waits, fetch what is new.
 *
 * A round that fails leaves everything as it was on disk. The next one begins with a greeting, which says where both sides
 * stand: that is how every lost answer, gap, restored server and copied disk is found. States and events: docs/sync.md.
 */
import { t } from '../../src-shared/language/language.ts';
import { type HistoryReply, MAX_PUSH_COMMANDS, type PushConflict, type PushRequest } from '../../src-shared/protocol/push.ts';
import type { PullRequest } from '../../src-shared/protocol/pull.ts';
import { PROTOCOL_VERSION } from '../../src-shared/protocol/version.ts';
import { type CaseId, StationId } from '../../src-shared/util/ids.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import type { WriteDb } from '../db/database.ts';
import { createOfficeExchange } from '../office/office-exchange.ts';
import { offerOfficeAgain } from '../office/office-rows.ts';
import { commandsAfter, hashAt, markSent, requeueAfter } from '../outbox/outbox-queries.ts';
import { adoptIdentity, hasEarlierIds, type ServerHistory } from './adopt-identity.ts';
import { applyPull, type PullOutcome } from './apply-pull.ts';
import { type AttentionExchange, createAttentionExchange } from './attention-exchange.ts';
import { restartCursors } from './buckets.ts';
import { isStillAsked, pullRequest, withinBytes } from './round-requests.ts';
import { offerLostCases } from './offer-lost-cases.ts';
import { type KeyStore, makeStationKeys } from './station-keys.ts';
import type { Identity, SyncClient } from './sync-client.ts';
import type { PullAnswer } from './pull-stream.ts';
import { mustAnswer, RoundEnd } from './round-end.ts';
import { keepTextKey } from '../traces/seal-text.ts';
import { readSyncState, updateSyncState } from './sync-state.ts';

export interface SyncRoundOptions {
  readonly db: WriteDb;
  readonly client: SyncClient;
  readonly keys: KeyStore;
  readonly stationName: string;
  readonly appVersion: string;
  readonly enrolCode: string | null;
  readonly now: () => number;
  readonly onCasesChanged: (caseIds: readonly CaseId[]) => void;
  readonly onCatalogueChanged: () => void;
  /** How a workstation without cases gets them; without it they are pulled. */
  readonly getReady?: { step(self: Identity, request: PullRequest): Promise<boolean> };
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
  /** Given when somebody else may ask for an exchange too; without it the round has its own. */
  readonly attention?: AttentionExchange;
  /** The office's records look different now. */
  readonly onOfficeChanged?: () => void;
}

export interface SyncRound {
  /** Runs one round; rejects with RoundEnd or what the transport threw. Never two at once. */
  run(): Promise<void>;
  /** Who this workstation is to the server; null before the first round. */
  identity(): Identity | null;
}

const MAX_FORKS = 3;
/** The server's code for a station it has never enrolled, or has lost. */
const UNKNOWN_STATION = 'unknownStation';

export function createSyncRound(options: SyncRoundOptions): SyncRound {
  const { db, client, keys, now } = options;
  const attention = options.attention ?? createAttentionExchange(options);
  const onOfficeChanged = options.onOfficeChanged ?? (() => undefined);
  const office = createOfficeExchange({ ...options, onOfficeChanged });
  let identity: Identity | null = null;
  /** Last command the server is known to have; null until greeted in this or an earlier good round. */
  let serverSeq: number | null = null;
  let batchSize = MAX_PUSH_COMMANDS;
  let forksSinceGoodRound = 0;

  async function run(): Promise<void> {
    const known = readSyncState(db).isCopied ? null : serverSeq;
    serverSeq = null; // whatever goes wrong from here on, the next round greets first
    const self = (identity = await ensureIdentity());
    const sent = await sendWaiting(self, known ?? (await greetOrEnrol(self)));
    await office.run(self);
    await fetchNews(self);
    await offerLost(self);
    serverSeq = sent;
    forksSinceGoodRound = 0;
    await attention.run(self);
  }

  async function ensureIdentity(): Promise<Identity> {
    const { station } = readSyncState(db);
    const privateKeyPem = station === null ? null : await keys.load(station);
    if (station !== null && privateKeyPem !== null) return { station, privateKeyPem };
    return enrol(new Map());
  }

  /** A new station with new keys; commands the server lacks move over to it. */
  async function enrol(serverHas: ServerHistory): Promise<Identity> {
    const { privateKeyPem, publicKey } = makeStationKeys();
    const { stationName: name, enrolCode, appVersion: app } = options;
    const reply = mustAnswer(await client.enrol({ publicKey, name, enrolCode, certificate: readSyncState(db).certificate, app }));
    await keys.save(reply.station, privateKeyPem);
    adoptIdentity(db, reply, serverHas);
    options.log('enrolled', { station: reply.station });
    return { station: reply.station, privateKeyPem };
  }

  /** Greets; a server that does not know this station (it was set up anew) gets it enrolled again, with everything it lacks. */
  async function greetOrEnrol(self: Identity): Promise<number> {
    try {
      const serverKnows = await greet(self);
      if (readSyncState(db).isCopied) await mendFork(self);
      return serverKnows;
    } catch (error) {
      if (!(error instanceof RoundEnd) || error.message !== UNKNOWN_STATION || forksSinceGoodRound >= MAX_FORKS) throw error;
      await enrolAtNewServer();
      throw new RoundEnd('The server did not know this station; it goes on as a new one', { retryAfterMs: 0 });
    }
  }

  /** The server has nothing of this disk, or has lost it: it gets everything that is still here, also what went under earlier ids. */
  async function enrolAtNewServer(): Promise<void> {
    updateSyncState(db, { isRecovering: 1 });
    identity = await enrol(new Map());
    forksSinceGoodRound += 1; // only those that were made: without a network none is
  }

  async function greet(self: Identity): Promise<number> {
    const state = readSyncState(db);
    const sentAt = utcMs(now());
    const reply = mustAnswer(
      await client.hello(self, {
        station: StationId.parse(self.station),
        epoch: state.epoch,
        seq: state.lastSeq,
        hash: state.lastHash,
        rev: state.cutRev,
        mark: state.cutMark,
        protos: [PROTOCOL_VERSION],
        app: options.appVersion,
        sentAt,
      }),
    );
    const roundTripMs = now() - sentAt;
    updateSyncState(db, {
      clockOffsetMs: Math.round(reply.now + roundTripMs / 2 - now()),
      serverBackupAt: reply.lastBackupAt,
      keepDays: reply.keepDays,
      isTooOld: Number(reply.upgrade === 'readonly'),
    });
    keepTextKey(db, reply.textKey);
    if (reply.epoch !== state.epoch) adoptEpoch(self, reply.epoch, reply.seq);
    sendAgainAfter(self, reply.seq);
    if (hashAt(db, self.station, reply.seq) !== reply.hash) await mendFork(self);
    return reply.seq;
  }

  /** The server was restored from a backup: send again what it lost and fetch everything anew. */
  function adoptEpoch(self: Identity, epoch: number, serverKnows: number): void {
    db.transaction(() => {
      sendAgainAfter(self, serverKnows);
      restartCursors(db);
      offerOfficeAgain(db);
      // What went under earlier ids of this disk may be lost too: everything goes on under a new one, in the order it was given.
      if (hasEarlierIds(db)) updateSyncState(db, { isCopied: 1 });
      // What it has, it may have judged anew in this life, on what another copy of this disk sent: every answer is heard again.
      updateSyncState(db, { epoch, cutRev: 0, cutMark: null, isRecovering: 1, resultsAfter: 0 });
    });
    options.log('server has a new epoch', { epoch });
  }

  /**
   * The server has nothing after `seq`, though it may once have answered for more: whatever the epoch says (a restored server
   * can reach the number of one that is lost), those commands wait again, and their answers are to be heard again.
   */
  function sendAgainAfter(self: Identity, seq: number): void {
    db.transaction(() => {
      requeueAfter(db, self.station, seq);
      updateSyncState(db, { resultsAfter: Math.min(readSyncState(db).resultsAfter, seq) });
    });
  }

  /** Goes on as a new station with what the server lacks. Again and again without a good round: something else is wrong. */
  async function mendFork(self: Identity): Promise<never> {
    if (forksSinceGoodRound >= MAX_FORKS) {
      const sentence = t`This workstation and the server disagree about what was sent, again. Export the diagnostics on this screen and call your IT office; nothing is lost.`;
      throw new RoundEnd('Forked again and again', { sentence });
    }
    const serverHas = new Map<string, HistoryReply['rows'][number]>();
    let from = 0;
    for (;;) {
      const { rows } = mustAnswer(await client.history(self, from));
      for (const row of rows) serverHas.set(row.uid, row);
      const last = rows.at(-1);
      if (!last) break;
      from = last.seq;
    }
    identity = await enrol(serverHas);
    forksSinceGoodRound += 1;
    throw new RoundEnd('This disk was copied or put back; it goes on as a new station', { retryAfterMs: 0 });
  }

  /** Sends everything after seq `known`, batch by batch; what the server has when it is done. */
  async function sendWaiting(self: Identity, known: number): Promise<number> {
    for (let after = known; ; ) {
      const batch = withinBytes(commandsAfter(db, self.station, after, batchSize));
      const [first] = batch;
      if (first === undefined) return after;
      // A link of the chain is missing here (a damaged disk, or let go of and asked for again): what is left goes on under a new id.
      if (first.seq !== after + 1) await mendFork(self);
      const answer = await pushOnce(self, {
        station: StationId.parse(self.station),
        epoch: readSyncState(db).epoch,
        prevHash: hashAt(db, self.station, after) ?? '',
        commands: batch.map(({ seq, hash, command, isWithdrawn, renumberedTo }) => ({ seq, hash, command, isWithdrawn, renumberedTo })),
      });
      if (answer.kind === 'tooLarge' && batchSize > 1) {
        batchSize = Math.max(1, Math.floor(batchSize / 2));
      } else if (answer.kind === 'conflict') {
        after = await settleConflict(self, answer.conflict);
      } else {
        after = mustAnswer(answer).seq;
        batchSize = Math.min(MAX_PUSH_COMMANDS, batchSize * 2);
        noteSent(self.station, after);
      }
    }
  }

  /** A line that breaks under a large request may carry a smaller one. */
  async function pushOnce(self: Identity, request: PushRequest) {
    try {
      return await client.push(self, request);
    } catch (error) {
      batchSize = Math.max(1, Math.floor(request.commands.length / 2));
      throw error;
    }
  }

  function noteSent(station: string, seq: number): void {
    const touched = db.transaction(() => markSent(db, station, seq));
    options.onCasesChanged(touched as readonly CaseId[]); // safe: ids of cases
  }

  /** Where to go on sending after the server has said that the histories do not fit. */
  async function settleConflict(self: Identity, conflict: PushConflict): Promise<number> {
    if (conflict.why === 'epoch') {
      adoptEpoch(self, conflict.epoch, conflict.seq);
      throw new RoundEnd('The server has a new epoch', { retryAfterMs: 0 });
    }
    sendAgainAfter(self, conflict.seq);
    if (conflict.why === 'fork' || hashAt(db, self.station, conflict.seq) !== conflict.hash) await mendFork(self);
    return conflict.seq;
  }

  /** Fetches and applies what is new. */
  async function fetchNews(self: Identity): Promise<void> {
    // A workstation that holds nothing yet gets the cases another way, and takes new ones meanwhile.
    if (await options.getReady?.step(self, pullRequest(db, self.station))) return;
    const request = pullRequest(db, self.station);
    const answer = await client.pull(self, request);
    if (answer.kind === 'conflict') {
      adoptEpoch(self, answer.conflict.epoch, answer.conflict.seq);
      throw new RoundEnd('The server was restored while this round ran', { retryAfterMs: 0 });
    }
    const pulled = mustAnswer(answer);
    const outcome = takeIn(self, request, pulled);
    if (outcome.kind === 'fork') await mendFork(self);
    if (outcome.kind === 'otherEpoch') throw new RoundEnd('The epoch changed during the pull', { retryAfterMs: 0 });
    if (outcome.kind === 'stale') {
      // It was asked from what is shown here: the server went back and could not tell.
      adoptEpoch(self, readSyncState(db).epoch, pulled.header.seq);
      throw new RoundEnd('The server is behind what it has shown here; everything is taken anew', { retryAfterMs: 0 });
    }
    if (outcome.kind === 'applied') {
      if (outcome.catalogueChanged) options.onCatalogueChanged();
      if (outcome.officeChanged) onOfficeChanged();
      options.onCasesChanged(outcome.changedCases);
    }
  }

  function takeIn(self: Identity, request: PullRequest, pulled: PullAnswer): PullOutcome {
    try {
      if (readSyncState(db).station !== self.station) throw new RoundEnd('The answer is for the station this was before', { retryAfterMs: 0 });
      if (!isStillAsked(db, request)) throw new RoundEnd('Something else was taken in while this was asked for', { retryAfterMs: 0 });
      return applyPull(db, pulled, utcMs(now()));
    } finally {
      pulled.close?.();
    }
  }

  /** What a restored server has lost and this disk still knows. */
  async function offerLost(self: Identity): Promise<void> {
    const recovered = await offerLostCases(db, client, self);
    if (recovered > 0) options.log('cases the server had lost were recovered from here', { recovered });
  }

  return { run, identity: () => identity };
}
