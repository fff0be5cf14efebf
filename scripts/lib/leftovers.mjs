import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { logLine } from './steps.mjs';

const GRACE_MS = 10_000;
const POLL_MS = 100;

/** @typedef {{ pid: number, startedAt: string }} Started `startedAt` tells a process from a later one with the same id */

/**
 * Notes which processes were started, so that the next start can end them if this one is killed before it does.
 *
 * @param {string} file
 * @param {number[]} pids
 */
export function noteProcesses(file, pids) {
  const started = pids.flatMap((pid) => {
    const startedAt = startOf(pid);
    return startedAt === null ? [] : [{ pid, startedAt }];
  });
  writeFileSync(file, JSON.stringify(started));
}

/** @param {string} file */
export function forgetProcesses(file) {
  rmSync(file, { force: true });
}

/**
 * Ends what an earlier start left running because it was killed.
 *
 * @param {string} file
 */
export async function endLeftovers(file) {
  const left = readNote(file).filter(isStillThere);
  if (left.length > 0) logLine('- Ending what an earlier start left running ...');
  for (const process_ of left.toReversed()) await end(process_);
  forgetProcesses(file);
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
const isStillThere = ({ pid, startedAt }) => startOf(pid) === startedAt;

/**
 * When a process was started, in the system's own counting; null for none, a dead one, or a system without /proc.
 *
 * @param {number} pid
 */
function startOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}
