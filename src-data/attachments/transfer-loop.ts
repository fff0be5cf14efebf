/**
 * When files may travel: while the server answers and no case waits to be sent. One step at a time, so that a case given in the
 * middle of a large scan waits for one chunk at most. Beside the rounds of sync, never part of them.
 */
import { SECOND_MS } from '../../src-shared/util/time.ts';
import { createPause } from '../util/pause.ts';
import { BlobTrouble } from './blob-client.ts';
import type { TransferSteps } from './transfer-steps.ts';

export interface TransferLoopOptions {
  readonly steps: TransferSteps;
  /** The server answers and has every case that was given here. */
  readonly isClear: () => boolean;
  readonly random: () => number;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
}

export interface TransferLoop {
  start(): void;
  /** Something to do, or the way may be clear. */
  nudge(): void;
  /** The server answers again: what failed while it did not is tried at once. */
  online(): void;
  /** Resolves when the step at hand has ended. */
  stop(): Promise<void>;
}

/** Without a nudge, look this often: a file whose retry is due, a scanner's verdict. */
const LOOK_EVERY_MS = 5 * SECOND_MS;
const RETRY_BASE_MS = SECOND_MS;
const RETRY_MAX_MS = 60 * SECOND_MS;

export function createTransferLoop({ steps, isClear, random, log }: TransferLoopOptions): TransferLoop {
  const pause = createPause();
  let isRunning = false;
  let isWanted = false;
  let failures = 0;
  let isPausing = false;
  let finished: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    while (isRunning) {
      isWanted = false;
      const waitMs = isClear() ? await work() : LOOK_EVERY_MS;
      // After a failure only time or a new connection wakes it: every change of a case would else be another try.
      isPausing = failures > 0;
      if (isRunning && waitMs > 0 && (isPausing || !isWanted)) await pause.wait(waitMs);
    }
  }

  /** How long to wait before the next step. */
  async function work(): Promise<number> {
    try {
      const wasBusy = await steps.step();
      failures = 0;
      return wasBusy ? 0 : LOOK_EVERY_MS;
    } catch (error) {
      failures += 1;
      log('files wait', { problem: error instanceof Error ? error.message : String(error) });
      const asked = error instanceof BlobTrouble ? (error.allWaitMs ?? 0) : 0;
      return Math.max(asked, Math.min(RETRY_MAX_MS, RETRY_BASE_MS * 2 ** Math.min(failures - 1, 10)) * (0.5 + random() / 2));
    }
  }

  return {
    start() {
      if (isRunning) return;
      isRunning = true;
      finished = run();
    },
    nudge() {
      isWanted = true;
      if (!isPausing) pause.end();
    },
    online() {
      failures = 0;
      isWanted = true;
      pause.end();
    },
    async stop() {
      isRunning = false;
      pause.end();
      await finished;
    },
  };
}
