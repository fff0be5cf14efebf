/**
 * Who has which case open, as far as the servers have told each other: in memory, never stored, gone a minute after the last
 * word. Each stream is told only about cases its workstation may hold.
 */
import { z } from 'zod';
import { PRESENCE_EXPIRY_MS, PresenceEvent } from '../../src-shared/protocol/presence.ts';
import { SECOND_MS } from '../../src-shared/util/time.ts';

/** What servers tell each other: the event, and the buckets of the case, which decide who may hear it. */
export const PresenceWord = PresenceEvent.extend({ buckets: z.array(z.string()) });
export type PresenceWord = z.infer<typeof PresenceWord>;

export interface PresenceBoard {
  /** Takes a word from this or another server. */
  take(word: PresenceWord): void;
  /** Tells `send` who is where now, and every change until the returned function is called. */
  follow(station: string, send: (event: PresenceEvent) => void): () => void;
  stop(): void;
}

export interface BoardOptions {
  readonly now: () => number;
  /** Of the stations given, those that may hold one of the buckets. */
  readonly holdersOf: (buckets: readonly string[], stations: readonly string[]) => Promise<ReadonlySet<string>>;
  /** How often to look for those who have fallen silent. */
  readonly everyMs?: number;
}

interface Follower {
  readonly station: string;
  readonly send: (event: PresenceEvent) => void;
  /** What this stream has been told and not yet been told otherwise: station to case. */
  readonly told: Map<string, string>;
}

interface Place extends PresenceWord {
  readonly until: number;
}

const SWEEP_MS = 5 * SECOND_MS;

export function createPresenceBoard({ now, holdersOf, everyMs = SWEEP_MS }: BoardOptions): PresenceBoard {
  const places = new Map<string, Place>();
  const followers = new Set<Follower>();
  /** One word after the other: a later one never overtakes an earlier one that waits for the database. */
  let turn: Promise<void> = Promise.resolve();
  const sweep = setInterval(dropExpired, everyMs);
  sweep.unref();

  function dropExpired(): void {
    for (const { until, ...word } of places.values()) if (until <= now()) take({ ...word, caseId: null });
  }

  function take(word: PresenceWord): void {
    if (word.caseId === null) places.delete(word.station);
    else places.set(word.station, { ...word, until: now() + PRESENCE_EXPIRY_MS });
    inTurn(() => tell(word, [...followers]));
  }

  function inTurn(work: () => Promise<void>): void {
    turn = turn.then(work).catch(() => undefined); // the database is away: nobody is told, and words come again
  }

  async function tell({ buckets, ...event }: PresenceWord, all: readonly Follower[]): Promise<void> {
    const others = all.filter(({ station, told }) => station !== event.station && told.get(event.station) !== event.caseId);
    if (others.length === 0) return;
    const holders = event.caseId === null ? new Set<string>() : await holdersOf(buckets, others.map(({ station }) => station));
    for (const follower of others) {
      if (event.caseId !== null && holders.has(follower.station)) {
        follower.told.set(event.station, event.caseId);
        follower.send(event);
      } else if (follower.told.delete(event.station)) follower.send({ ...event, caseId: null });
    }
  }

  return {
    take,
    follow(station, send) {
      const follower: Follower = { station, send, told: new Map() };
      followers.add(follower);
      for (const { until: _until, ...word } of places.values()) inTurn(() => tell(word, [follower]));
      return () => void followers.delete(follower);
    },
    stop() {
      clearInterval(sweep);
      followers.clear();
      places.clear();
    },
  };
}
