import { setTimeout as sleep } from 'node:timers/promises';
import type { SyncStatus } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { DeskProcess } from './desk-process.ts';

const LOOK_AGAIN_MS = 250;

/**
 * Waits until nothing moves any more: every desk online, nothing waiting, all at the same revision, twice in a row.
 *
 * A person's "sync now" is pressed at every desk meanwhile. Throws with where each desk stands when it takes too long.
 */
export async function settle(desks: readonly DeskProcess[], timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  let calm = '';
  for (;;) {
    await Promise.all(desks.map((desk) => desk.ask({ do: 'syncNow' })));
    await sleep(LOOK_AGAIN_MS);
    const states = await Promise.all(desks.map((desk) => desk.status()));
    const position = JSON.stringify([states.map(({ epoch, rev, station }) => [epoch, rev, station])]);
    if (states.every(isAtRest) && isTogether(states)) {
      if (position === calm) return;
      calm = position;
    } else if (performance.now() > deadline) {
      throw new Error(`It does not settle:\n${desks.map((desk, at) => `${desk.name}: ${brief(states[at])}\n${desk.lastWords()}`).join('\n')}`);
    }
  }
}

function isAtRest(status: SyncStatus): boolean {
  return status.connection === 'online' && status.waitingToSend + status.sentNotConfirmed === 0;
}

function isTogether(states: readonly SyncStatus[]): boolean {
  return new Set(states.map(({ epoch, rev }) => `${epoch} ${rev}`)).size <= 1;
}

function brief(status: SyncStatus | undefined): string {
  if (!status) return 'unknown';
  const { connection, stoppedBecause, waitingToSend, sentNotConfirmed, epoch, rev, station } = status;
  return JSON.stringify({ connection, stoppedBecause, waitingToSend, sentNotConfirmed, epoch, rev, station });
}
