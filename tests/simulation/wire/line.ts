/**
 * The wire between one station and the server: the real server's routes, called in process, with whatever the story says
 * happens to each exchange. Everything that reached the station or the server is noted for the invariants of the wire.
 */
import type { Transport, TransportReply, TransportRequest } from '../../../src-data/sync/transport.ts';
import type { SimServer } from '../server/sim-server.ts';
import type { Meanwhile, WireFault } from '../story/event.ts';
import { callServer, type ServerReply } from './call-server.ts';

/** One request the server answered. */
export interface Exchange {
  readonly station: string;
  readonly path: string;
  readonly request: unknown;
  readonly requestBytes: number;
  readonly status: number;
  /** What went to the station, were it not for faults. */
  readonly reply: Buffer;
}

export interface LinePlan {
  readonly faults: readonly WireFault[];
  readonly meanwhile: (nth: number, when: Meanwhile['when']) => Promise<void>;
}

export interface Line {
  readonly transport: Transport;
  /** What is to happen to the exchanges from here on, counted anew. */
  begin(plan: LinePlan): void;
  cutOff(): void;
  reconnect(): void;
  /** Resolves when an answer is held up: the round that waits for it does not end before `letGo`. */
  heldUp(): Promise<void>;
  /** Requests held up arrive at the server, an answer held up at the station. */
  letGo(): Promise<void>;
  /** What was held up is gone. */
  forget(): void;
}

export interface LineOptions {
  readonly station: string;
  readonly server: SimServer;
  readonly tell: (line: string) => void;
  readonly note: (exchange: Exchange) => void;
  /** A round made more exchanges than any can need. */
  readonly noteEndless: () => void;
  /** A planted bug or an older version: changes what passes. */
  readonly translate?: Translation;
}

export interface Translation {
  readonly request?: (request: TransportRequest) => TransportRequest;
  readonly reply?: (path: string, reply: { status: number; bytes: Buffer }) => { status: number; bytes: Buffer };
}

const EXCHANGES_MAX = 100;
const QUIET: LinePlan = { faults: [], meanwhile: () => Promise.resolve() };

export function createLine(options: LineOptions): Line {
  const { station, server, tell, note, translate = {} } = options;
  let plan = QUIET;
  let exchanges = 0;
  let isCut = false;
  let heldRequests: TransportRequest[] = [];
  const heldReplies: { readonly open: () => void; readonly breakOff: () => void }[] = [];
  let onHeld: () => void = () => undefined;

  const say = (request: TransportRequest, what: string): void => tell(`    ${station} ${request.path.replace(/^\/(sync|fleet)\/v\d+\//, '')}: ${what}`);

  async function transport(original: TransportRequest): Promise<TransportReply> {
    const nth = exchanges;
    exchanges += 1;
    if (exchanges > EXCHANGES_MAX) throw endless();
    const fault = plan.faults.find((candidate) => candidate.nth === nth)?.kind ?? null;
    await plan.meanwhile(nth, 'before');
    const request = translate.request?.(original) ?? original;
    if (isCut) throw lost(request, 'no network');
    if (fault === 'requestLost') throw lost(request, 'the request is lost');
    if (fault === 'requestHeld') {
      heldRequests.push(request);
      throw lost(request, 'the request is held up');
    }
    if (fault === 'deliveredTwice') {
      say(request, 'arrives twice');
      await read(request, await ask(request));
    }
    const reply = await ask(request);
    return passOn({ request, reply, fault, nth });
  }

  /** A round that only repeats itself would never give the story back. */
  function endless(): Error {
    options.noteEndless();
    return new Error('the round does not end');
  }

  function lost(request: TransportRequest, what: string): Error {
    say(request, what);
    return new Error(`${what} (${request.path})`);
  }

  /** A server killed while it worked gives no answer, and is started again. */
  async function ask(request: TransportRequest): Promise<ServerReply> {
    try {
      return await callServer(server, request);
    } finally {
      if (server.isDead()) await restartDead(request);
    }
  }

  async function restartDead(request: TransportRequest): Promise<void> {
    await server.restart();
    throw lost(request, 'the server is killed');
  }

  async function passOn({ request, reply, fault, nth }: Passing): Promise<TransportReply> {
    if (fault === 'readAbandoned') {
      reply.abandon();
      throw lost(request, 'the answer is abandoned half-way');
    }
    const isSlow = request.path.endsWith('/pull') && reply.status === 200 && fault === null;
    if (isSlow) return asReply(reply, readSlowly(request, reply, nth));
    const { status, bytes } = await readAndNote(request, reply);
    if (fault === 'replyLost') throw lost(request, 'the answer is lost');
    const body = spoilt(bytes, fault);
    if (fault !== null) say(request, `${status}, ${fault}`);
    return asReply({ ...reply, status }, fault === 'replyHeld' ? whenLetGo(request, body) : once(body));
  }

  /** The station takes the first part of the answer, others work on, then it takes the rest. */
  async function* readSlowly(request: TransportRequest, reply: ServerReply, nth: number): AsyncGenerator<Uint8Array> {
    const body = await read(request, reply, () => plan.meanwhile(nth, 'reading'));
    yield noted(request, reply.status, body).bytes;
  }

  async function readAndNote(request: TransportRequest, reply: ServerReply): Promise<{ status: number; bytes: Buffer }> {
    return noted(request, reply.status, await read(request, reply));
  }

  async function read(request: TransportRequest, reply: ServerReply, afterFirst?: () => Promise<void>): Promise<Buffer> {
    try {
      return await readAll(reply, afterFirst);
    } catch (error) {
      reply.abandon(); // else the server would wait for ever with its snapshot open
      throw error;
    } finally {
      if (server.isDead()) await restartDead(request);
    }
  }

  function noted(request: TransportRequest, status: number, bytes: Buffer): { status: number; bytes: Buffer } {
    const seen = translate.reply?.(request.path, { status, bytes }) ?? { status, bytes };
    const text = request.body === null ? null : Buffer.from(request.body).toString('utf8');
    const parsed: unknown = text === null ? null : JSON.parse(text);
    note({ station, path: request.path, request: parsed, requestBytes: request.body?.byteLength ?? 0, status: seen.status, reply: seen.bytes });
    say(request, inShort(request.path, parsed, seen));
    return seen;
  }

  async function* whenLetGo(request: TransportRequest, body: Buffer): AsyncGenerator<Uint8Array> {
    const isHere = await new Promise<boolean>((resolve) => {
      heldReplies.push({ open: () => resolve(true), breakOff: () => resolve(false) });
      onHeld();
    });
    if (!isHere) throw lost(request, 'the answer held up is gone');
    say(request, 'the answer held up arrives');
    yield body;
  }

  return {
    transport,
    begin(next) {
      plan = next;
      exchanges = 0;
    },
    cutOff() {
      isCut = true;
    },
    reconnect() {
      isCut = false;
    },
    heldUp: () =>
      new Promise((resolve) => {
        onHeld = resolve;
      }),
    async letGo() {
      plan = QUIET; // what goes on now meets nothing else
      const requests = heldRequests;
      heldRequests = [];
      for (const request of requests) {
        say(request, 'the request held up arrives');
        await ask(request).then((reply) => readAndNote(request, reply)).catch((error: unknown) => tell(`    ${String(error)}`));
      }
      for (const reply of heldReplies.splice(0)) reply.open();
    },
    forget() {
      heldRequests = [];
      for (const reply of heldReplies.splice(0)) reply.breakOff();
    },
  };
}

interface Passing {
  readonly request: TransportRequest;
  readonly reply: ServerReply;
  readonly fault: WireFault['kind'] | null;
  readonly nth: number;
}

function spoilt(bytes: Buffer, fault: WireFault['kind'] | null): Buffer {
  const middle = Math.floor(bytes.length / 2);
  if (fault === 'replyCut') return bytes.subarray(0, middle);
  if (fault !== 'replyGarbled') return bytes;
  const garbled = Buffer.from(bytes);
  garbled[middle] = (garbled[middle] ?? 0) ^ 1;
  return garbled;
}

async function readAll(reply: ServerReply, afterFirst?: () => Promise<void>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of reply.body) {
    chunks.push(chunk);
    if (chunks.length === 1) await afterFirst?.();
  }
  return Buffer.concat(chunks);
}

function asReply({ status, header }: Pick<ServerReply, 'status' | 'header'>, body: AsyncIterable<Uint8Array>): TransportReply {
  return { status, header, body };
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function inShort(path: string, request: unknown, { status, bytes }: { status: number; bytes: Buffer }): string {
  const commands = path.endsWith('/push') ? (request as { commands: readonly { seq: number }[] }).commands : null; // safe: what our own client sends
  const sent = commands === null ? '' : `${commands.length} commands from seq ${commands[0]?.seq ?? '?'} → `;
  const text = bytes.toString('utf8');
  const rows = path.endsWith('/pull') && status === 200 ? `, rev ${/"rev":(\d+)/.exec(text)?.[1] ?? '?'}, ${text.split('\n').length - 3} lines` : '';
  const why = status === 200 ? '' : ` ${text.slice(0, 160)}`;
  return `${sent}${status}${rows}${why}`;
}
