import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { processEntry } from './process-table.mjs';
import { logLine } from './steps.mjs';

const GRACE_MS = 10_000;
const POLL_MS = 100;

/** @typedef {{ pid: number, startedAt: string }} Started see {@link processEntry} */

/**
 * Notes which processes were started, so that the next start can end them if this one is killed before it does.
 *
 * @param {string} file
 * @param {number[]} pids
 */
export function noteProcesses(file, pids) {
  const started = pids.flatMap((pid) => {
    const entry = processEntry(pid);
    return entry ? [{ pid, startedAt: entry.startedAt }] : [];
  });
  writeFileSync(file, JSON.stringify(started));
}

/**
 * Ends what an earlier start left running because it was killed.
 *
 * @param {string} file
 */
export async function endLeftovers(file) {
  const left = readNote(file).filter(isStillThere);
  if (left.length > 0) logLine('- Ending what an earlier start left running ...');
  for (const one of left.reverse()) await end(one); // the last started first
  rmSync(file, { force: true });
}

/** @param {Started} left */
async function end(left) {
  process.kill(left.pid, 'SIGTERM');
  for (let waitedMs = 0; waitedMs < GRACE_MS && isStillThere(left); waitedMs += POLL_MS) await sleep(POLL_MS);
  if (isStillThere(left)) process.kill(left.pid, 'SIGKILL');
}

/** @param {string} file @returns {Started[]} */
function readNote(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return []; // no note: nothing was left
  }
}

/** @param {Started} started */
function isStillThere({ pid, startedAt }) {
  const entry = processEntry(pid);
  return entry !== null && !entry.isDead && entry.startedAt === startedAt;
}
