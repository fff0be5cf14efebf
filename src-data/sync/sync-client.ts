/**
 * The messages of the protocol as calls: signed, parsed, with a time-out, and every answer a typed outcome.
 *
 * No rules here: `sync-loop.ts` decides what to send when, `apply-pull.ts` what becomes of an answer.
 */
import { t } from '../../src-shared/language/language.ts';
import type { z } from 'zod';
import { AttentionReply, type AttentionRequest } from '../../src-shared/protocol/attention.ts';
import { EnrolReply, type EnrolRequest } from '../../src-shared/protocol/enrol.ts';
import { HelloReply, type HelloRequest } from '../../src-shared/protocol/hello.ts';
import { OfficeReply, type OfficeRequest } from '../../src-shared/protocol/office.ts';
import { PresenceReply, type PresenceRequest } from '../../src-shared/protocol/presence.ts';
import { Problem } from '../../src-shared/protocol/problem.ts';
import type { PullRequest } from '../../src-shared/protocol/pull.ts';
import { HistoryReply, PushConflict, PushReply, type PushRequest } from '../../src-shared/protocol/push.ts';
import { type RecoverAsk, RecoverReply, type RecoverRequest, RecoverWanted } from '../../src-shared/protocol/recover.ts';
import { SECOND_MS } from '../../src-shared/util/time.ts';
import { type PullAnswer, readPullStream } from './pull-stream.ts';
import { heardBy, watchSilence } from './silence.ts';
import { createSseReader, type ServerEvent } from './sse.ts';
import { signedHeaders } from './station-keys.ts';
import { readText, type Transport, type TransportReply } from './transport.ts';

/** The server answered, but not with what was asked for. */
export type ServerTrouble =
  /** Busy or restarting; try again, not before `retryAfterMs` when given. */
  | { readonly kind: 'busy'; readonly retryAfterMs: number | null }
  /** 413: send less at once. */
  | { readonly kind: 'tooLarge' }
  /** The server does not know this station, or has shut it out; a person has to act. */
  | { readonly kind: 'refused'; readonly problem: Problem };

export type Answer<T> = { readonly kind: 'ok'; readonly value: T } | ServerTrouble;
export type Conflict = { readonly kind: 'conflict'; readonly conflict: PushConflict };

export interface Identity {
  readonly station: string;
  readonly privateKeyPem: string;
}

export interface SyncClient {
  enrol(request: EnrolRequest): Promise<Answer<EnrolReply>>;
  hello(identity: Identity, request: HelloRequest): Promise<Answer<HelloReply>>;
  push(identity: Identity, request: PushRequest): Promise<Answer<PushReply> | Conflict>;
  /** `conflict` when the epoch is not the server's. */
  pull(identity: Identity, request: PullRequest): Promise<Answer<PullAnswer> | Conflict>;
  /** Which of the cases a restored server has lost it wants from here. */
  askRecovery(identity: Identity, request: RecoverAsk): Promise<Answer<RecoverWanted>>;
  recover(identity: Identity, request: RecoverRequest): Promise<Answer<RecoverReply>>;
  history(identity: Identity, from: number): Promise<Answer<HistoryReply>>;
  attention(identity: Identity, request: AttentionRequest): Promise<Answer<AttentionReply>>;
  office(identity: Identity, request: OfficeRequest): Promise<Answer<OfficeReply>>;
  presence(identity: Identity, request: PresenceRequest): Promise<Answer<PresenceReply>>;
  /** Calls back with every event of the server's stream until the connection ends or `signal` aborts; then resolves. */
  listen(identity: Identity, onEvent: (event: ServerEvent) => void, signal: AbortSignal): Promise<void>;
}

const SHORT_TIMEOUT_MS = 15 * SECOND_MS;
/** A slow line gets more time for a large push. */
const SLOWEST_BYTES_PER_SECOND = 4 * 1024;
/** A pull may take as long as it likes, but not say nothing for this long. */
const PULL_SILENCE_MS = 45 * SECOND_MS;
/** The server sends a heartbeat every 25 s; a line silent for longer is dead. */
const SILENCE_TIMEOUT_MS = 60 * SECOND_MS;

export interface SyncClientOptions {
  readonly transport: Transport;
  readonly now: () => number;
}

export function createSyncClient({ transport, now }: SyncClientOptions): SyncClient {
  function send({ method, path, body, identity }: Outgoing, signal: AbortSignal): Promise<TransportReply> {
    const signed = identity ? signedHeaders(identity.privateKeyPem, identity.station, { method, path, body, sentAt: now() }) : {};
    const type: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
    return transport({ method, path, body, headers: { ...type, ...signed }, signal });
  }

  async function call<S extends z.ZodType>(outgoing: Outgoing, schema: S) {
    const reply = await send(outgoing, AbortSignal.timeout(timeoutMs(outgoing)));
    const text = await readText(reply);
    if (reply.status === 409) return conflictOf(text);
    if (reply.status !== 200) return troubleOf(reply, text);
    return { kind: 'ok' as const, value: schema.parse(JSON.parse(text)) };
  }

  return {
    enrol: async (request) => noConflict(await call(post('/fleet/v1/enrol', request, null), EnrolReply)),
    hello: async (identity, request) => noConflict(await call(post('/sync/v1/hello', request, identity), HelloReply)),
    push: (identity, request) => call(post('/sync/v1/push', request, identity), PushReply),
    history: async (identity, from) => noConflict(await call(get(`/sync/v1/history?from=${from}`, identity), HistoryReply)),
    askRecovery: async (identity, request) => noConflict(await call(post('/sync/v1/recover/ask', request, identity), RecoverWanted)),
    recover: async (identity, request) => noConflict(await call(post('/sync/v1/recover', request, identity), RecoverReply)),
    async pull(identity, request) {
      const silence = watchSilence(PULL_SILENCE_MS);
      try {
        const reply = await send(post('/sync/v1/pull', request, identity), silence.signal);
        if (reply.status === 200) return { kind: 'ok', value: await readPullStream(heardBy(silence, reply.body)) };
        const text = await readText(reply);
        return reply.status === 409 ? conflictOf(text) : troubleOf(reply, text);
      } finally {
        silence.stop();
      }
    },
    attention: async (identity, request) => noConflict(await call(post('/sync/v1/attention', request, identity), AttentionReply)),
    office: async (identity, request) => noConflict(await call(post('/sync/v1/office', request, identity), OfficeReply)),
    presence: async (identity, request) => noConflict(await call(post('/sync/v1/presence', request, identity), PresenceReply)),
    async listen(identity, onEvent, signal) {
      const read = createSseReader(onEvent);
      const silence = new AbortController();
      let timer = setTimeout(() => silence.abort(), SILENCE_TIMEOUT_MS);
      try {
        const reply = await send(get('/sync/v1/events', identity), AbortSignal.any([signal, silence.signal]));
        if (reply.status !== 200) return;
        for await (const chunk of reply.body) {
          clearTimeout(timer);
          timer = setTimeout(() => silence.abort(), SILENCE_TIMEOUT_MS);
          read(chunk);
        }
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** JSON in UTF-8. */
  readonly body: Uint8Array | null;
  /** Null: not signed, because this workstation is nobody yet. */
  readonly identity: Identity | null;
}

function timeoutMs({ body }: Outgoing): number {
  return SHORT_TIMEOUT_MS + Math.ceil(((body?.byteLength ?? 0) / SLOWEST_BYTES_PER_SECOND) * SECOND_MS); // a whole number, or Node throws
}

function post(path: string, body: unknown, identity: Identity | null): Outgoing {
  return { method: 'POST', path, body: new TextEncoder().encode(JSON.stringify(body)), identity };
}

function get(path: string, identity: Identity): Outgoing {
  return { method: 'GET', path, body: null, identity };
}

function conflictOf(text: string): Conflict {
  return { kind: 'conflict', conflict: PushConflict.parse(JSON.parse(text)) };
}

function noConflict<T>(answer: Answer<T> | Conflict): Answer<T> {
  if (answer.kind !== 'conflict') return answer;
  throw new Error(`The server answered ${answer.conflict.why} where no history was sent`);
}

function troubleOf(reply: TransportReply, text: string): ServerTrouble {
  if (reply.status === 413) return { kind: 'tooLarge' };
  if (reply.status === 429 || reply.status >= 500) {
    const seconds = Number(reply.header('retry-after'));
    return { kind: 'busy', retryAfterMs: Number.isFinite(seconds) && seconds > 0 ? seconds * SECOND_MS : null };
  }
  return { kind: 'refused', problem: problemOf(reply.status, text) };
}

function problemOf(status: number, text: string): Problem {
  try {
    return Problem.parse(JSON.parse(text));
  } catch {
    const title = t`The server answered with status ${status}`;
    const detail = t`Check that the address is that of a Portreeve server, then try again.`;
    return { type: 'about:blank', status, code: 'notPortreeve', title, detail };
  }
}
