import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const POLL_FIRST_MS = 20;
const POLL_CAP_MS = 250;

/** What a connection attempt meets while the postmaster is still on its way: no socket yet, nobody listening, recovery running. */
const NOT_YET = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03']);

/**
 * Waits until the cluster behind `url` answers, however long its crash recovery takes; the caller watches the process.
 *
 * Throws at once for anything that waiting does not mend, such as a wrong password.
 */
export async function untilReady(url: string, signal: AbortSignal): Promise<void> {
  for (let pauseMs = POLL_FIRST_MS; !signal.aborted; pauseMs = Math.min(pauseMs * 1.5, POLL_CAP_MS)) {
    if (await answers(url)) return;
    await sleep(pauseMs);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  // A connection cut between two steps is reported here as well as by the promise.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    if (isNotYet(error)) return false;
    throw error;
  }
}

function isNotYet(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && NOT_YET.has(String(error.code))) return true;
  return error.message === 'Connection terminated unexpectedly';
}
