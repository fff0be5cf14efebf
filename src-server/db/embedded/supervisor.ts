import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from '../../startup-error.ts';
import type { Postmaster, PostmasterEnd } from './postmaster.ts';
import { untilReady } from './ready.ts';

/** Told what happens to the cluster; every message is free of personal text. */
export interface ClusterLog {
  info(message: string): void;
  warn(message: string): void;
}

/** What the supervisor needs from outside; tests give it processes that fail on purpose. */
export interface SupervisorParts {
  readonly start: () => Promise<Postmaster>;
  readonly stopRunning: () => Promise<void>;
  /** Any database of the cluster, to ask whether it answers. */
  readonly url: string;
  readonly logDir: string;
  readonly log: ClusterLog;
}

const RESTART_BASE_MS = 100;
const RESTART_CAP_MS = 5_000;

/** Keeps one postmaster alive: restarts it with growing pauses until `stop` is called. */
export class Supervisor {
  readonly #parts: SupervisorParts;
  #postmaster: Postmaster | null = null;
  #reviving: Promise<void> = Promise.resolve();
  #stopping: Promise<void> | null = null;

  constructor(parts: SupervisorParts) {
    this.#parts = parts;
  }

  /** First start. Throws a StartupError when PostgreSQL ends instead of answering. */
  async begin(): Promise<void> {
    const failure = await this.#startOnce();
    if (failure !== null) throw new StartupError(startFailure(failure, this.#parts.logDir));
  }

  postmasterPid(): number | null {
    return this.#postmaster?.pid ?? null;
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stopNow();
    return this.#stopping;
  }

  async #stopNow(): Promise<void> {
    // `#stopping` is not set yet here; a revival that is under way sees it at its next step.
    await Promise.resolve();
    await this.#reviving;
    const postmaster = this.#postmaster;
    if (postmaster === null) return;
    await this.#parts.stopRunning();
    await postmaster.ended;
  }

  /** Starts a postmaster and waits until it answers; the way it ended when it did not. */
  async #startOnce(): Promise<PostmasterEnd | null> {
    const postmaster = await this.#parts.start();
    const waiting = new AbortController();
    const ready = untilReady(this.#parts.url, waiting.signal).then(() => null);
    try {
      const failure = await Promise.race([postmaster.ended, ready]);
      if (failure !== null) return failure;
    } catch (error) {
      await this.#parts.stopRunning();
      throw error;
    } finally {
      waiting.abort();
      // Whatever the loser of the race still says is of no interest.
      ready.catch(() => {});
    }
    this.#postmaster = postmaster;
    void postmaster.ended.then((end) => {
      this.#postmaster = null;
      if (this.#stopping === null) this.#reviving = this.#revive(end);
    });
    return null;
  }

  async #revive(end: PostmasterEnd): Promise<void> {
    this.#parts.log.warn(`PostgreSQL ended unexpectedly (${end.signal ?? `exit code ${end.exitCode}`}); starting it again`);
    for (let pauseMs = RESTART_BASE_MS; this.#stopping === null; pauseMs = Math.min(pauseMs * 2, RESTART_CAP_MS)) {
      await sleep(pauseMs);
      if (this.#stopping === null && (await this.#tryAgain())) return;
    }
  }

  async #tryAgain(): Promise<boolean> {
    try {
      const failure = await this.#startOnce();
      if (failure === null) this.#parts.log.info('PostgreSQL is running again');
      else this.#parts.log.warn(startFailure(failure, this.#parts.logDir));
      return failure === null;
    } catch (error) {
      this.#parts.log.warn(`PostgreSQL could not be started again: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }
}

function startFailure(end: PostmasterEnd, logDir: string): string {
  const words = end.lastWords === '' ? 'It gave no reason.' : `It said: ${end.lastWords}`;
  return `PostgreSQL did not start (${end.signal ?? `exit code ${end.exitCode}`}). ${words} Its log is in ${logDir}.`;
}
