import type { FastifyReply } from 'fastify';
import { SECOND_MS } from '../../src-shared/util/time.ts';
import { serverBusy } from './problem.ts';

/** Lets a bounded number of requests of one kind work at once; the others are asked to come back. */
export interface Admission {
  /** Runs `work` if there is room, else throws a 503 with Retry-After. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when no two are inside any more, after `longestMs` at the latest: for work that gives way to this kind. */
  untilCalm(longestMs: number): Promise<void>;
}

export function admission(limit: number): Admission {
  let inside = 0;
  let calm = Promise.withResolvers<void>();
  return {
    async run(work) {
      if (inside >= limit) throw serverBusy();
      inside += 1;
      try {
        return await work();
      } finally {
        inside -= 1;
        if (inside === 1) {
          calm.resolve();
          calm = Promise.withResolvers<void>();
        }
      }
    },
    async untilCalm(longestMs) {
      if (inside < 2) return;
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise<void>((resolve) => void (timer = setTimeout(resolve, longestMs)));
      await Promise.race([calm.promise, tooLong]);
      clearTimeout(timer);
    },
  };
}

/** The same for answers that are streamed: each holds a place until its connection is done with it. */
export interface StreamAdmission {
  /** Takes a place until the reply is closed. Throws a 503 with Retry-After when full. */
  enter(reply: FastifyReply): void;
}

/** The sending end of a connection, as a TCP socket has it. */
export interface SendingEnd {
  /** Bytes it was given to send. */
  readonly bytesWritten: number;
  /** Of these, bytes the other side does not take yet. */
  readonly writableLength: number;
  destroy(): void;
}

/** Whose reader has taken nothing for so long gives up its place to whoever waits: a network that failed silently holds up nobody else. */
const STALLED_AFTER_MS = 10 * SECOND_MS;

export function streamAdmission(limit: number): StreamAdmission {
  const places = streamPlaces(limit, () => performance.now());
  return {
    enter(reply) {
      reply.raw.once('close', places.enter(reply.raw.socket));
    },
  };
}

/** `now` in milliseconds. `enter` throws a 503 when every place is held by a reader that moves, else returns how to leave. */
export function streamPlaces(limit: number, now: () => number): { enter(line: SendingEnd | null): () => void } {
  const places = new Set<{ readonly line: SendingEnd | null; taken: number; since: number }>();
  const takenBy = (line: SendingEnd | null): number => (line === null ? 0 : line.bytesWritten - line.writableLength);

  function endStalled(): void {
    for (const place of places) {
      const taken = takenBy(place.line);
      const isWaited = place.line !== null && place.line.writableLength > 0; // else it is the server that has nothing ready
      if (taken !== place.taken || !isWaited) {
        place.taken = taken;
        place.since = now();
      } else if (now() - place.since >= STALLED_AFTER_MS) {
        places.delete(place);
        place.line?.destroy();
      }
    }
  }

  return {
    enter(line) {
      if (places.size >= limit) endStalled();
      if (places.size >= limit) throw serverBusy();
      const place = { line, taken: takenBy(line), since: now() };
      places.add(place);
      return () => void places.delete(place);
    },
  };
}
