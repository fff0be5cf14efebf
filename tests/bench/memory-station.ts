/**
 * A workstation whose records are in memory: the product's own client and loop, with a round of the same messages in the same
 * order. For storms of hundreds on one machine, where as many SQLite files would measure this machine's disk and processors
 * instead of the server.
 */
import { must } from '../../src-shared/util/assert.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import { MAX_PUSH_COMMANDS } from '../../src-shared/protocol/push.ts';
import { PROTOCOL_VERSION } from '../../src-shared/protocol/version.ts';
import { StationId } from '../../src-shared/util/ids.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { makeStationKeys } from '../../src-data/sync/station-keys.ts';
import { createSyncClient, type Answer, type Conflict, type Identity } from '../../src-data/sync/sync-client.ts';
import { createSyncLoop, type SyncLoop } from '../../src-data/sync/sync-loop.ts';
import { RoundEnd } from '../../src-data/sync/round-end.ts';
import type { SyncRound } from '../../src-data/sync/sync-round.ts';
import { httpTransport, type Transport } from '../../src-data/sync/transport.ts';
import { madeUpOutbox, type MadeUpOutbox } from './made-up-outbox.ts';

export interface Answers {
  all: number;
  /** 503: come back later. */
  busy: number;
}

export interface MemoryStation {
  readonly round: SyncRound;
  readonly loop: SyncLoop;
  readonly cases: ReadonlySet<string>;
  readonly answers: Answers;
  /** Takes a case as in an outage. Needs a round before. */
  take(index: number): void;
  /** One greeting by itself. */
  hello(): Promise<void>;
  /** One pull by itself. */
  pull(): Promise<void>;
  /** Holds an event stream open until `signal`. */
  listen(signal: AbortSignal): Promise<void>;
  /** Sends what waits, `size` commands a request, and fetches nothing. */
  push(size: number): Promise<void>;
  /** Commands the server is not known to have. */
  waiting(): number;
  /** When the last push was answered with yes, as Date.now() has it. */
  pushedAt(): number;
}

const NUMBERS_KEPT = 20;

export function memoryStation(serverUrl: string, name: string, numbersKept = NUMBERS_KEPT): MemoryStation {
  const answers: Answers = { all: 0, busy: 0 };
  const client = createSyncClient({ transport: counted(httpTransport(serverUrl), answers), now: Date.now });
  const cases = new Set<string>();
  const numbers: string[] = [];
  let self: Identity | null = null;
  let outbox: MadeUpOutbox | null = null;
  let catalogue: Catalogue | null = null;
  let epoch = 0;
  let seen: { rev: number; mark: string | null } = { rev: 0, mark: null };
  let cursors: Record<string, number> = {};
  let sent = 0;
  /** As in the product's round: null says that the next round greets first. */
  let known: number | null = null;
  let pushedAt = 0;

  async function run(): Promise<void> {
    const from = known;
    known = null;
    self ??= await enrol();
    sent = from ?? (await greet(self));
    await send(self, MAX_PUSH_COMMANDS);
    await fetchNews(self);
    known = sent;
  }

  async function enrol(): Promise<Identity> {
    const { privateKeyPem, publicKey } = makeStationKeys();
    const reply = answered(await client.enrol({ publicKey, name, enrolCode: null, certificate: null, app: 'bench' }));
    epoch = reply.epoch;
    return { station: reply.station, privateKeyPem };
  }

  async function greet(identity: Identity): Promise<number> {
    const seq = outbox?.rows.length ?? 0;
    const hash = outbox?.hashAt(seq) ?? GENESIS_HASH;
    const request = { station: StationId.parse(identity.station), epoch, seq, hash, ...seen, protos: [PROTOCOL_VERSION], app: 'bench', sentAt: utcMs(Date.now()) };
    return answered(await client.hello(identity, request)).seq;
  }

  async function send(identity: Identity, size: number): Promise<void> {
    while (outbox && sent < outbox.rows.length) {
      const reply = answered(await client.push(identity, { station: StationId.parse(identity.station), epoch, ...outbox.after(sent, size) }));
      if (reply.results.some(({ status }) => status !== 'accepted')) throw new Error('a made-up case was refused');
      sent = reply.seq;
      pushedAt = Date.now();
    }
  }

  async function fetchNews(identity: Identity): Promise<void> {
    const wanted = { resultsAfter: sent, numbersWanted: Math.max(0, numbersKept - numbers.length), catalogueVersion: catalogue?.version ?? 0, ruleBookVersion: 0 };
    const { header, lines } = answered(await client.pull(identity, { station: StationId.parse(identity.station), epoch, ...seen, cursors, ...wanted }));
    for (const line of lines) {
      const [kind, , caseId] = JSON.parse(line) as unknown[];
      if (kind === 'r') cases.add(String(caseId));
    }
    catalogue = header.catalogue ?? catalogue;
    if (catalogue) outbox ??= madeUpOutbox(identity.station, catalogue);
    numbers.push(...header.numbers);
    seen = { rev: header.rev, mark: header.mark };
    cursors = Object.fromEntries(header.buckets.map((bucket) => [bucket, header.rev]));
  }

  function enrolled(): Identity {
    return must(self, 'the first round has enrolled it');
  }

  const round: SyncRound = { run, identity: () => self };
  return {
    round,
    loop: createSyncLoop({ round, client, now: Date.now, random: Math.random, onConnection: () => undefined, log: () => undefined }),
    cases,
    answers,
    take: (index) => void outboxOf(outbox).take(index, must(numbers.pop(), 'numbers were leased with the first round')),
    async hello() {
      await greet(enrolled());
    },
    pull: () => fetchNews(enrolled()),
    listen: (signal) => client.listen(enrolled(), () => undefined, signal),
    push: (size) => send(enrolled(), size),
    waiting: () => (outbox?.rows.length ?? 0) - sent,
    pushedAt: () => pushedAt,
  };
}

function outboxOf(outbox: MadeUpOutbox | null): MadeUpOutbox {
  return must(outbox, 'the first round has fetched a catalogue');
}

function answered<T>(answer: Answer<T> | Conflict): T {
  if (answer.kind === 'ok') return answer.value;
  throw new RoundEnd(answer.kind, { retryAfterMs: answer.kind === 'busy' ? answer.retryAfterMs : null });
}

function counted(transport: Transport, answers: Answers): Transport {
  return async (request) => {
    const reply = await transport(request);
    answers.all += 1;
    if (reply.status === 503) answers.busy += 1;
    return reply;
  };
}
