/**
 * When to run the rounds: at once when there is something to send or a poke came, after a pause when nothing did, later and
 * later while the server does not answer. States and events: docs/sync.md.
 */
import { SECOND_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { createPause } from '../util/pause.ts';
import type { ServerEvent } from './sse.ts';
import type { SyncClient } from './sync-client.ts';
import { RoundEnd } from './round-end.ts';
import type { SyncRound } from './sync-round.ts';

export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'online' }
  | { readonly kind: 'offline'; readonly since: UtcMs }
  /** A person has to act; `sentence` says what happened and what to do. */
  | { readonly kind: 'stopped'; readonly since: UtcMs; readonly sentence: string };

export interface SyncLoopOptions {
  readonly round: SyncRound;
  readonly client: Pick<SyncClient, 'listen'>;
  readonly now: () => number;
  /** 0 to 1; spreads retries. */
  readonly random: () => number;
  readonly onConnection: (connection: Connection) => void;
  /** An event of the server's stream that is not a poke; null: the stream has ended. */
  readonly onServerEvent?: (event: ServerEvent | null) => void;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
}

export interface SyncLoop {
  start(): void;
  /** There is something to send or to fetch; also tries again at once while offline, but not while the server asked for a pause. */
  nudge(): void;
  /** A person asked: at once, whatever the server said. */
  hurry(): void;
  connection(): Connection;
  /** Resolves when the round at hand has ended. */
  stop(): Promise<void>;
}

const RETRY_BASE_MS = SECOND_MS;
const RETRY_MAX_MS = 30 * SECOND_MS;
const STOPPED_RETRY_MS = 60 * SECOND_MS;
/** Without a poke, ask this often: pokes are hints and may be lost. */
const POLL_MS = 30 * SECOND_MS;

export function createSyncLoop(options: SyncLoopOptions): SyncLoop {
  const { round, now } = options;
  let connection: Connection = { kind: 'connecting' };
  const pause = createPause();
  let isRunning = false;
  let isWanted = false;
  let failures = 0;
  /** Before this moment only a person starts a round: the server has asked for a pause. */
  let pausedUntil = 0;
  let listening: AbortController | null = null;
  let finished: Promise<void> = Promise.resolve();

  function setConnection(next: Connection): void {
    if (next.kind === connection.kind && next.kind !== 'stopped') return;
    connection = next;
    options.onConnection(next);
  }

  async function run(): Promise<void> {
    while (isRunning) {
      isWanted = false;
      pausedUntil = 0;
      let waitMs = POLL_MS;
      try {
        await round.run();
        failures = 0;
        setConnection({ kind: 'online' });
        listen();
      } catch (error) {
        waitMs = afterFailure(error);
      }
      if (isRunning && (!isWanted || now() < pausedUntil)) await pause.wait(waitMs);
    }
  }

  /** How long to wait before the next round. */
  function afterFailure(error: unknown): number {
    options.log('sync round failed', { problem: error instanceof Error ? error.message : String(error) });
    if (error instanceof RoundEnd && error.retryAfterMs === 0) return 0;
    listening?.abort();
    if (error instanceof RoundEnd && error.sentence !== null) {
      setConnection({ kind: 'stopped', since: utcMs(now()), sentence: error.sentence });
      return STOPPED_RETRY_MS;
    }
    setConnection({ kind: 'offline', since: utcMs(now()) });
    failures += 1;
    const full = Math.min(RETRY_MAX_MS, RETRY_BASE_MS * 2 ** Math.min(failures - 1, 10));
    const asked = error instanceof RoundEnd ? (error.retryAfterMs ?? 0) : 0;
    // Up to twice as long as asked for: a city's workstations were all told the same.
    const waitMs = Math.max(asked * (1 + options.random()), full * (0.5 + options.random() / 2));
    pausedUntil = asked > 0 ? now() + waitMs : 0;
    return waitMs;
  }

  function listen(): void {
    const identity = round.identity();
    if (listening || !identity || !isRunning) return;
    const controller = new AbortController();
    listening = controller;
    options.client
      .listen(identity, (event) => (event.event === 'poke' ? nudge() : options.onServerEvent?.(event)), controller.signal)
      .catch((error: unknown) => options.log('poke line ended', { problem: String(error) }))
      .finally(() => {
        options.onServerEvent?.(null);
        if (listening === controller) listening = null;
        if (!controller.signal.aborted) nudge();
      });
  }

  function nudge(): void {
    isWanted = true;
    if (now() >= pausedUntil) pause.end();
  }

  function hurry(): void {
    pausedUntil = 0;
    nudge();
  }

  return {
    start() {
      if (isRunning) return;
      isRunning = true;
      finished = run();
    },
    nudge,
    hurry,
    connection: () => connection,
    async stop() {
      isRunning = false;
      listening?.abort();
      pause.end();
      await finished;
    },
  };
}
