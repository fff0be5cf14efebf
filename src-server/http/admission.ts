import type { FastifyReply } from 'fastify';
import { SECOND_MS } from '../../src-shared/util/time.ts';
import { serverBusy } from './problem.ts';

/** Lets a bounded number of requests of one kind work at once; a few more wait for a moment, and the others are asked to come back. */
export interface Admission {
  /** Runs `work` when there is room, else throws a 503 with Retry-After. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when no two are inside any more, after `longestMs` at the latest: for work that gives way to this kind. */
  untilCalm(longestMs: number): Promise<void>;
}

/** The same for answers that are streamed: each holds a place until its connection is done with it. */
export interface StreamAdmission {
  /** Takes a place until the reply is closed. Throws a 503 with Retry-After when there is none for too long. */
  enter(reply: FastifyReply): Promise<void>;
}

/** The sending end of a connection, as a TCP socket has it. */
export interface SendingEnd {
  /** Bytes it was given to send. */
  readonly bytesWritten: number;
  /** Of these, bytes the other side does not take yet. */
  readonly writableLength: number;
  destroy(): void;
}

/** A short wait is cheaper for everybody than to come back seconds later. */
const LONGEST_WAIT_MS = 5 * SECOND_MS;
/** So many times as many as work may wait, each with its request in memory; requests for streams are small. */
const WAITING_PER_PLACE = 4;
const WAITING_PER_STREAM = 32;
/** When all places are taken, whose reader has taken nothing for so long gives up its own: a network that failed silently holds up nobody else. */
const STALLED_AFTER_MS = 20 * SECOND_MS;
const LOOK_EVERY_MS = SECOND_MS;

export function admission(limit: number): Admission {
  const places = createPlaces(limit, limit * WAITING_PER_PLACE);
  let calm = Promise.withResolvers<void>();
  return {
    async run(work) {
      const leave = await places.enter();
      try {
        return await work();
      } finally {
        leave();
        if (places.taken() === 1) {
          calm.resolve();
          calm = Promise.withResolvers<void>();
        }
      }
    },
    async untilCalm(longestMs) {
      if (places.taken() < 2) return;
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise<void>((resolve) => void (timer = setTimeout(resolve, longestMs)));
      await Promise.race([calm.promise, tooLong]);
      clearTimeout(timer);
    },
  };
}

export function streamAdmission(limit: number): StreamAdmission {
  const places = streamPlaces(limit, () => performance.now());
  return {
    async enter(reply) {
      const leave = await places.enter(reply.raw.socket);
      reply.raw.once('close', leave);
      if (!reply.raw.destroyed) return;
      leave(); // gone while it waited
      throw serverBusy();
    },
  };
}

/** `now` in milliseconds. `enter` resolves to how to leave; it rejects with a 503 when every place stays with a reader that moves. */
export function streamPlaces(limit: number, now: () => number): { enter(line: SendingEnd | null): Promise<() => void> } {
  const places = createPlaces(limit, limit * WAITING_PER_STREAM);
  const held = new Set<{ readonly line: SendingEnd | null; taken: number; since: number; readonly leave: () => void }>();
  const takenBy = (line: SendingEnd | null): number => (line === null ? 0 : line.bytesWritten - line.writableLength);

  function endStalled(): void {
    for (const place of held) {
      const taken = takenBy(place.line);
      const isWaited = place.line !== null && place.line.writableLength > 0; // else it is the server that has nothing ready
      if (taken !== place.taken || !isWaited) {
        place.taken = taken;
        place.since = now();
      } else if (now() - place.since >= STALLED_AFTER_MS) {
        place.leave();
        place.line?.destroy();
      }
    }
  }

  /** Looked at while all places are taken, so that it is known at once who stands still when somebody comes. */
  let watch: NodeJS.Timeout | null = null;
  function watchWhileFull(): void {
    if (held.size >= limit && watch === null) watch = setInterval(endStalled, LOOK_EVERY_MS).unref();
    if (held.size >= limit || watch === null) return;
    clearInterval(watch);
    watch = null;
  }

  return {
    async enter(line) {
      const letGo = await places.enter();
      const leave = (): void => {
        held.delete(place);
        watchWhileFull();
        letGo();
      };
      const place = { line, taken: takenBy(line), since: now(), leave };
      held.add(place);
      watchWhileFull();
      return leave;
    },
  };
}

interface Places {
  taken(): number;
  /** Resolves to how to leave, which may be said twice. Rejects with a 503 after too long a wait, or when too many wait already. */
  enter(): Promise<() => void>;
}

function createPlaces(limit: number, mostWaiting: number): Places {
  const waiting: (() => void)[] = [];
  let taken = 0;

  /** The place goes straight to whoever has waited longest. */
  function leaveOnce(): () => void {
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    };
  }

  function waitForTurn(): Promise<void> {
    if (waiting.length >= mostWaiting) throw serverBusy();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const turn = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(turn), 1);
      reject(serverBusy());
    }, LONGEST_WAIT_MS);
    waiting.push(turn);
    return promise;
  }

  return {
    taken: () => taken,
    async enter() {
      if (taken >= limit) await waitForTurn();
      else taken += 1;
      return leaveOnce();
    },
  };
}
