/** The messages of `src-shared/protocol/blob.ts` as calls: signed, parsed, with a time-out. */
import { BlobStatus, BlobStatusReply } from '../../src-shared/protocol/blob.ts';
import { Problem } from '../../src-shared/protocol/problem.ts';
import { SECOND_MS } from '../../src-shared/util/time.ts';
import { readText, type Transport, type TransportReply } from '../sync/transport.ts';

/** Headers that prove who asks; empty while this workstation is nobody to the server. */
export type SignRequest = (request: { readonly method: string; readonly path: string; readonly body: Uint8Array }) => Promise<Readonly<Record<string, string>>>;

export interface BlobChunk {
  readonly sha256: string;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly bytes: Uint8Array;
}

/** Every call rejects with BlobTrouble when the server answers otherwise, and with what the transport threw when it does not. */
export interface BlobClient {
  status(station: string, sha256s: readonly string[]): Promise<readonly BlobStatus[]>;
  /** Where the server stands afterwards, also when it was elsewhere. */
  sendChunk(chunk: BlobChunk): Promise<BlobStatus>;
  /** The bytes from `offset`, at most `length` of them. */
  fetchPiece(sha256: string, offset: number, length: number): Promise<Uint8Array>;
  sendThumbnail(sha256: string, bytes: Uint8Array): Promise<void>;
  fetchThumbnail(sha256: string): Promise<Uint8Array>;
}

/** The server answered, but not with what was asked for. `code` as in its problem, or `http 500`. */
export class BlobTrouble extends Error {
  override readonly name = 'BlobTrouble';
  readonly code: string;
  /** Of the server as a whole, not of this file: everything waits. Null: only this file. */
  readonly allWaitMs: number | null;
  constructor(code: string, allWaitMs: number | null) {
    super(`the server answered ${code}`);
    this.code = code;
    this.allWaitMs = allWaitMs;
  }
}

/** A chunk over a line of 40 kbit/s takes a minute. */
const TIMEOUT_MS = 120 * SECOND_MS;
const BUSY_WAIT_MS = 5 * SECOND_MS;

export function createBlobClient({ transport, sign }: { readonly transport: Transport; readonly sign: SignRequest }): BlobClient {
  async function call(method: 'GET' | 'POST' | 'PUT', path: string, body: Uint8Array | null, more: Readonly<Record<string, string>> = {}): Promise<TransportReply> {
    const signed = await sign({ method, path, body: body ?? new Uint8Array() });
    const type: Record<string, string> = body === null ? {} : { 'content-type': method === 'POST' ? 'application/json' : 'application/octet-stream' };
    return transport({ method, path, body, headers: { ...type, ...signed, ...more }, signal: AbortSignal.timeout(TIMEOUT_MS) });
  }

  return {
    async status(station, sha256s) {
      const body = new TextEncoder().encode(JSON.stringify({ station, sha256s }));
      const reply = await call('POST', '/sync/v1/blobs/status', body);
      return BlobStatusReply.parse(JSON.parse(await textOf(reply, [200]))).blobs;
    },
    async sendChunk({ sha256, offset, sizeBytes, bytes }) {
      const reply = await call('PUT', `/sync/v1/blob/${sha256}?offset=${offset}&size=${sizeBytes}`, bytes);
      return BlobStatus.parse(JSON.parse(await textOf(reply, [200, 409])));
    },
    async fetchPiece(sha256, offset, length) {
      const reply = await call('GET', `/sync/v1/blob/${sha256}`, null, { range: `bytes=${offset}-${offset + length - 1}` });
      if (reply.status !== 206) await textOf(reply, []);
      return bytesOf(reply, length);
    },
    async sendThumbnail(sha256, bytes) {
      await textOf(await call('PUT', `/sync/v1/blob/${sha256}/thumbnail`, bytes), [200]);
    },
    async fetchThumbnail(sha256) {
      const reply = await call('GET', `/sync/v1/blob/${sha256}/thumbnail`, null);
      if (reply.status !== 200) await textOf(reply, []);
      return bytesOf(reply, MAX_THUMBNAIL_READ);
    },
  };
}

const MAX_THUMBNAIL_READ = 128 * 1024;

async function textOf(reply: TransportReply, good: readonly number[]): Promise<string> {
  const text = await readText(reply);
  if (good.includes(reply.status)) return text;
  throw troubleOf(reply, text);
}

async function bytesOf(reply: TransportReply, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of reply.body) {
    size += chunk.byteLength;
    if (size > most) throw new Error('The server sent more of a file than was asked for');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function troubleOf(reply: TransportReply, text: string): BlobTrouble {
  const isServers = reply.status >= 500 || reply.status === 429 || reply.status === 401;
  const seconds = Number(reply.header('retry-after'));
  const waitMs = Number.isFinite(seconds) && seconds > 0 ? seconds * SECOND_MS : BUSY_WAIT_MS;
  return new BlobTrouble(codeOf(reply.status, text), isServers ? waitMs : null);
}

function codeOf(status: number, text: string): string {
  try {
    return Problem.parse(JSON.parse(text)).code;
  } catch {
    return `http ${status}`;
  }
}
