/** The requests of a bootstrap: is there a file, its bytes from where they broke off, or all lines of a pull into a file. */
import { existsSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { PullRequest } from '../../src-shared/protocol/pull.ts';
import { SnapshotAnswer, type SnapshotOffer } from '../../src-shared/protocol/snapshot.ts';
import { SECOND_MS } from '../../src-shared/util/time.ts';
import { signedHeaders } from '../sync/station-keys.ts';
import type { Identity } from '../sync/sync-client.ts';
import { readText, type Transport, type TransportReply } from '../sync/transport.ts';

export interface SnapshotClientOptions {
  readonly transport: Transport;
  readonly now: () => number;
}

/** Ends with the workstation. */
interface Fetching {
  readonly signal: AbortSignal;
  readonly onBytes: (bytesSoFar: number) => void;
}

export interface SnapshotClient {
  /** What the server has for this station; null: it cannot say now. */
  ask(self: Identity, schema: string): Promise<SnapshotAnswer | null>;
  /** Brings the file at `path` up to the offer's size. `gone`: the server has that file no more. Rejects when the line breaks. */
  download(self: Identity, offer: SnapshotOffer, path: string, how: Fetching): Promise<'whole' | 'gone'>;
  /** Writes a pull's answer to `path` as it comes; false: the server gave none. */
  downloadLines(self: Identity, request: PullRequest, path: string, how: Fetching): Promise<boolean>;
}

const ASK_TIMEOUT_MS = 30 * SECOND_MS;
/** No byte for so long: the line is dead. However long the whole takes is no matter. */
const SILENCE_MS = 60 * SECOND_MS;

export function createSnapshotClient({ transport, now }: SnapshotClientOptions): SnapshotClient {
  function send(self: Identity, { method, path, body, more }: Outgoing, signal: AbortSignal): Promise<TransportReply> {
    const bytes = body === null ? null : new TextEncoder().encode(JSON.stringify(body));
    const signed = signedHeaders(self.privateKeyPem, self.station, { method, path, body: bytes, sentAt: now() });
    const type: Record<string, string> = bytes ? { 'content-type': 'application/json' } : {};
    return transport({ method, path, body: bytes, headers: { ...type, ...signed, ...more }, signal });
  }

  return {
    async ask(self, schema) {
      const reply = await send(self, get(`/sync/v1/snapshot?schema=${schema}`), AbortSignal.timeout(ASK_TIMEOUT_MS));
      const text = await readText(reply);
      if (reply.status === 200 || reply.status === 202) return SnapshotAnswer.parse(JSON.parse(text));
      // A server from before there were files says that there is nothing at this address: pull.
      return reply.status === 404 ? { kind: 'none', why: 'cannotBuild' } : null;
    },
    async download(self, offer, path, { signal, onBytes }) {
      const from = sizeOf(path);
      if (from === offer.bytes) return 'whole';
      const watch = silenceWatch(signal);
      const more = from === 0 ? {} : { range: `bytes=${from}-`, 'if-range': `"${offer.sha256}"` };
      const reply = await send(self, get(`/sync/v1/snapshot/${offer.id}`, more), watch.signal);
      if (reply.status !== 200 && reply.status !== 206) {
        await readText(reply);
        // Busy or restarting: what is here already is kept for the next try.
        if (reply.status === 429 || reply.status >= 500) throw new Error(`the server answered with ${reply.status}`);
        return 'gone';
      }
      const isResumed = reply.status === 206;
      await save(reply, path, { isResumed, watch, onBytes: (bytes) => onBytes((isResumed ? from : 0) + bytes) });
      return sizeOf(path) === offer.bytes ? 'whole' : 'gone';
    },
    async downloadLines(self, request, path, { signal, onBytes }) {
      const watch = silenceWatch(signal);
      const reply = await send(self, { method: 'POST', path: '/sync/v1/pull', body: request, more: {} }, watch.signal);
      if (reply.status !== 200) {
        await readText(reply);
        return false;
      }
      await save(reply, path, { isResumed: false, watch, onBytes });
      return true;
    },
  };
}

interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: unknown;
  readonly more: Readonly<Record<string, string>>;
}

function get(path: string, more: Readonly<Record<string, string>> = {}): Outgoing {
  return { method: 'GET', path, body: null, more };
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

/** Aborts when nothing came for a while, or when `outer` does. */
function silenceWatch(outer: AbortSignal) {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  return {
    signal: AbortSignal.any([outer, silence.signal]),
    heard(): void {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
    },
    end: (): void => clearTimeout(timer),
  };
}

interface Saving {
  readonly isResumed: boolean;
  readonly watch: ReturnType<typeof silenceWatch>;
  readonly onBytes: (bytes: number) => void;
}

/** Every piece is in the file before the next is taken: what came before the line broke stays, and the next attempt goes on from there. */
async function save(reply: TransportReply, path: string, { isResumed, watch, onBytes }: Saving): Promise<void> {
  const file = await open(path, isResumed ? 'a' : 'w', 0o600);
  let bytes = 0;
  try {
    for await (const chunk of reply.body) {
      watch.heard();
      await file.write(chunk);
      bytes += chunk.byteLength;
      onBytes(bytes);
    }
    await file.sync();
  } finally {
    watch.end();
    await file.close();
  }
}
