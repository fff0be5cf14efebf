/** Carries bytes between one client and one backend, exchange by exchange, and spoils those that are drawn. */
import type { Socket } from 'node:net';
import type { Random } from '../simulation/random.ts';
import { createChunkHeaderFinder } from './chunk-headers.ts';
import type { Fault } from './fault.ts';

export interface CarryOptions {
  readonly client: Socket;
  readonly backend: Socket;
  readonly random: Random;
  /** Asked once an exchange, with the first line of the request. */
  readonly drawFault: (requestLine: string) => Fault | null;
  /** The whole line has gone dead: what comes is swallowed. */
  readonly isSilent: () => boolean;
  readonly connectAgain: () => Promise<Socket | null>;
}

const LONGEST_DELAY_MS = 400;
const SLOW_PIECE_BYTES = 700;
const SLOW_PAUSE_MS = 8;
const REPEAT_TIMEOUT_MS = 2_000;

/** How much of a reply still passes; the connection breaks after that. */
type Cut = (bytes: Buffer) => number | null;

export function carry(options: CarryOptions): void {
  const { client, backend, random } = options;
  let fault: Fault | null = null;
  let isReplying = true;
  let cut: Cut = () => null;

  function breakLine(): void {
    for (const socket of [client, backend]) {
      if (random.chance(0.5)) socket.resetAndDestroy();
      else socket.destroy();
    }
  }

  function beginExchange(bytes: Buffer): void {
    isReplying = false;
    fault = options.drawFault(bytes.subarray(0, 200).toString('latin1').split('\r\n', 1)[0] ?? '');
    cut = cutFor(fault, random);
  }

  client.on('data', (bytes: Buffer) => {
    if (isReplying) beginExchange(bytes);
    if (options.isSilent()) return;
    if (fault === 'requestLost') return breakLine();
    if (fault === 'requestCut') {
      backend.write(bytes.subarray(0, random.below(bytes.length)), () => breakLine());
      return;
    }
    if (fault === 'delayed') return later(client, random.below(LONGEST_DELAY_MS), () => backend.write(bytes));
    if (fault === 'sentTwice') {
      fault = null;
      client.pause();
      return void sendByItself(bytes, options.connectAgain).then(() => {
        if (!backend.destroyed) backend.write(bytes);
        client.resume();
      });
    }
    backend.write(bytes);
  });

  backend.on('data', (bytes: Buffer) => {
    isReplying = true;
    if (fault === 'silent' || options.isSilent()) return;
    if (fault === 'replyLost') return breakLine();
    const kept = cut(bytes);
    if (kept !== null) {
      client.write(bytes.subarray(0, kept), () => breakLine());
      return;
    }
    if (fault === 'slow') trickle(bytes, client, backend);
    else client.write(bytes);
  });

  client.once('close', () => backend.destroy());
  backend.once('close', () => {
    if (!options.isSilent() && fault !== 'silent') client.destroy();
  });
}

function cutFor(fault: Fault | null, random: Random): Cut {
  if (fault === 'replyCut') {
    // Early cuts, in status line and headers, as often as late ones, deep in a long answer.
    let left = 1 + random.below(10 ** (1 + random.below(5)));
    return (bytes) => {
      left -= bytes.length;
      return left < 0 ? bytes.length + left : null;
    };
  }
  if (fault === 'replyCutInChunkHeader') {
    const finder = createChunkHeaderFinder(random.below(4));
    return (bytes) => finder.feed(bytes);
  }
  return () => null;
}

function later(socket: Socket, ms: number, work: () => void): void {
  socket.pause();
  setTimeout(() => {
    work();
    socket.resume();
  }, ms);
}

/** Small pieces with pauses; the backend waits meanwhile, as on a slow line. */
function trickle(bytes: Buffer, client: Socket, backend: Socket): void {
  backend.pause();
  const next = (from: number): void => {
    if (client.destroyed) return;
    client.write(bytes.subarray(from, from + SLOW_PIECE_BYTES));
    if (from + SLOW_PIECE_BYTES >= bytes.length) return void backend.resume();
    setTimeout(() => next(from + SLOW_PIECE_BYTES), SLOW_PAUSE_MS);
  };
  next(0);
}

/** Sends a whole request over a connection of its own and waits for the beginning of its answer. A request in several parts is let be. */
async function sendByItself(request: Buffer, connectAgain: () => Promise<Socket | null>): Promise<void> {
  if (!isWhole(request)) return;
  const socket = await connectAgain();
  if (socket === null) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, REPEAT_TIMEOUT_MS);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    socket.once('data', done).once('close', done);
    socket.write(request);
  });
  socket.destroy();
}

function isWhole(request: Buffer): boolean {
  const headEnd = request.indexOf('\r\n\r\n');
  if (headEnd < 0) return false;
  const length = /^content-length:\s*(\d+)/im.exec(request.subarray(0, headEnd).toString('latin1'))?.[1] ?? '0';
  return request.length === headEnd + 4 + Number(length);
}
