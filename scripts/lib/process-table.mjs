import { readFileSync } from 'node:fs';

/**
 * @typedef {object} ProcessEntry
 * @property {string} name
 * @property {boolean} isDead ended, but its parent has not taken note yet (a zombie)
 * @property {number} parent
 * @property {string} startedAt in the system's own counting; tells a process from a later one with the same id
 */

/**
 * What the system's process table says about a process; null for none, and on systems without /proc.
 *
 * @param {number} pid
 * @returns {ProcessEntry | null}
 */
export function processEntry(pid) {
  try {
    // "pid (name) state parent ...": the name may hold anything, so the fields are counted from its closing parenthesis.
    const [, name = '', rest = ''] = /\((.*)\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    const fields = rest.split(' ');
    return { name, isDead: fields[0] === 'Z', parent: Number(fields[1]), startedAt: fields[19] ?? '' };
  } catch {
    return null;
  }
}

/**
 * Whether a process with this id is alive, ours or not.
 *
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return processEntry(pid)?.isDead !== true;
}
