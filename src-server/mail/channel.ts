import { MINUTE_MS, SECOND_MS } from '../../src-shared/util/time.ts';
import type { ClaimedMessage, MessageMethod } from './message.ts';
import type { ProblemCode } from './problem-code.ts';

/**
 * What came of a try. `sent`: the other side has taken it. `tryLater`: not this message, not now; `isInDoubt` when it may have been taken
 * all the same. `giveUp`: this message never. `closed`: nothing can be sent this way now; says nothing about the message.
 */
export type SendVerdict =
  | { readonly kind: 'sent' }
  | { readonly kind: 'tryLater'; readonly code: ProblemCode; readonly detail: string | number | null; readonly isInDoubt: boolean }
  | { readonly kind: 'giveUp'; readonly code: ProblemCode; readonly detail: string | number | null }
  | { readonly kind: 'closed'; readonly code: ProblemCode; readonly detail: string | number | null; readonly afterMs?: number };

/** A way messages take out of the house. */
export interface Channel {
  readonly name: 'smtp' | 'gateway' | 'folder';
  readonly methods: readonly MessageMethod[];
  /** Of the Message-IDs; null when its messages have none. */
  readonly domain: string | null;
  /** How many may be on the way at once, of one server. */
  readonly lanes: number;
  /** Never throws for what the other side does. An abort ends it within moments, with the verdict of what was known then. */
  send(message: ClaimedMessage, signal: AbortSignal): Promise<SendVerdict>;
}

/** Why nothing can be sent on a channel, and since when. */
export interface ChannelTrouble {
  readonly code: ProblemCode;
  readonly detail: string | number | null;
  readonly sinceMs: number;
}

const PAUSE_BASE_MS = 5 * SECOND_MS;
const PAUSE_MAX_MS = 5 * MINUTE_MS;

/** A channel with what this server knows of its state; `/healthz` reads it while the sender uses it. */
export class OpenChannel {
  readonly channel: Channel;
  readonly #now: () => number;
  #pausedUntil = 0;
  #failures = 0;
  #trouble: ChannelTrouble | null = null;

  constructor(channel: Channel, now: () => number = Date.now) {
    this.channel = channel;
    this.#now = now;
  }

  /** Null while it works, as far as is known. */
  get trouble(): ChannelTrouble | null {
    return this.#trouble;
  }

  /** Milliseconds until it is worth trying again; 0: now. */
  get pauseLeftMs(): number {
    return Math.max(0, this.#pausedUntil - this.#now());
  }

  /** The other side answered as it should. */
  worked(): void {
    this.#failures = 0;
    this.#trouble = null;
    this.#pausedUntil = 0;
  }

  /** It did not, for a send begun at `startedAt`. Returns how long to leave it alone: longer each time, or as long as it asked for. */
  closed({ code, detail, afterMs }: Extract<SendVerdict, { kind: 'closed' }>, startedAt: number): number {
    if (startedAt >= this.#pausedUntil) this.#failures += 1; // several lanes that fail at once are one failure
    this.#trouble = { code, detail, sinceMs: this.#trouble?.sinceMs ?? this.#now() };
    const pauseMs = Math.min(PAUSE_MAX_MS, PAUSE_BASE_MS * 2 ** Math.min(this.#failures - 1, 10));
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#now() + (afterMs ?? pauseMs));
    return this.pauseLeftMs;
  }
}
