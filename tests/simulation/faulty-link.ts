/** The wire between a station and the server: the real server's routes, called in process, with faults in between. */
import type { FastifyInstance } from 'fastify';
import { crc32 } from 'node:zlib';
import type { Transport, TransportReply, TransportRequest } from '../../src-data/sync/transport.ts';
import { PullEnd } from '../../src-shared/protocol/pull.ts';
import type { Random } from './random.ts';

export type LinkFault = 'requestLost' | 'replyLost' | 'delivered twice' | 'replyCut';

export interface LinkOptions {
  readonly app: () => FastifyInstance;
  readonly random: Random;
  /** Share of exchanges that meet a fault; 0 while everything is to settle. */
  readonly faultRate: () => number;
  /** A planted bug: pulls lose lines of this sort without anybody noticing. */
  readonly swallows: 'rows' | 'results' | null;
  readonly tell: (line: string) => void;
}

const FAULTS: readonly LinkFault[] = ['requestLost', 'replyLost', 'delivered twice', 'replyCut'];

export function createFaultyLink(options: LinkOptions): Transport {
  const { random, tell } = options;
  return async (request) => {
    const fault = random.chance(options.faultRate()) ? random.pick(FAULTS) : null;
    if (fault) tell(`  ${request.path}: ${fault}`);
    if (fault === 'requestLost') throw new Error('the network is gone');
    if (fault === 'delivered twice') await deliver(options.app(), request);
    const reply = await deliver(options.app(), request);
    if (fault === 'replyLost') throw new Error('the network went away before the answer');
    const isSpoilt = options.swallows !== null && request.path.endsWith('/pull') && reply.status === 200;
    const bytes = isSpoilt ? withoutOneLine(reply.bytes, options.swallows === 'rows' ? '["r"' : '["x"', random) : reply.bytes;
    return asReply(reply, fault === 'replyCut' ? bytes.subarray(0, random.below(bytes.length)) : bytes);
  };
}

interface Delivered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
}

async function deliver(app: FastifyInstance, request: TransportRequest): Promise<Delivered> {
  const reply = await app.inject({
    method: request.method,
    url: request.path,
    headers: request.headers,
    ...(request.body ? { payload: Buffer.from(request.body) } : {}),
  });
  return { status: reply.statusCode, headers: reply.headers, bytes: reply.rawPayload };
}

function asReply(delivered: Delivered, bytes: Buffer): TransportReply {
  return {
    status: delivered.status,
    header: (name) => {
      const value = delivered.headers[name];
      return value === undefined ? null : String(value);
    },
    body: (async function* () {
      yield bytes;
    })(),
  };
}

/** Takes a line out of a pull answer and makes count and CRC fit again: what a server with a broken feed would send. */
function withoutOneLine(bytes: Buffer, start: string, random: Random): Buffer {
  const lines = bytes.toString('utf8').split('\n').filter(Boolean);
  const found = lines.flatMap((line, index) => (line.startsWith(start) ? [index] : []));
  if (found.length === 0) return bytes;
  const lost = random.pick(found);
  const kept = lines.slice(0, -1).filter((_line, index) => index !== lost);
  const body = Buffer.from(kept.map((line) => `${line}\n`).join(''));
  const { end } = PullEnd.parse(JSON.parse(lines.at(-1) ?? ''));
  return Buffer.concat([body, Buffer.from(`${JSON.stringify({ end, rows: kept.length - 1, crc: crc32(body) })}\n`)]);
}
