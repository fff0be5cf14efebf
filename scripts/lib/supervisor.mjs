import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @typedef {object} Part
 * @property {string} name as in "the central server"
 * @property {import('node:child_process').ChildProcess} child leader of a process group of its own
 * @property {number} graceMs how long it may take to end by itself
 * @property {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} ended
 */

/** The programs that one command started, ended together: the last started first. */
export class Supervisor {
  /** @type {Part[]} */
  #parts = [];
  #isStopping = false;

  /**
   * Takes charge of a running process. It must lead its own process group (`detached`). One that comes too late is ended at once.
   *
   * @param {string} name
   * @param {import('node:child_process').ChildProcess} child
   * @param {number} [graceMs]
   * @returns {Part}
   */
  add(name, child, graceMs = 10_000) {
    /** @type {Part['ended']} */
    const ended = new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve({ code: child.exitCode, signal: child.signalCode });
      child.once('exit', (code, signal) => resolve({ code, signal }));
      child.once('error', () => resolve({ code: 127, signal: null }));
    });
    const part = { name, child, graceMs, ended };
    if (this.#isStopping) child.kill('SIGKILL');
    this.#parts.push(part);
    return part;
  }

  /**
   * Settles with the first part that ends by itself; never, once they are being ended.
   *
   * @returns {Promise<{ part: Part, code: number | null, signal: NodeJS.Signals | null }>}
   */
  firstToEnd() {
    return new Promise((resolve) => {
      for (const part of this.#parts) {
        void part.ended.then((how) => {
          if (!this.#isStopping) resolve({ part, ...how });
        });
      }
    });
  }

  /** Ends every part, the last started first, each asked politely and then made to. */
  async stopAll() {
    this.#isStopping = true;
    for (let part = this.#parts.pop(); part; part = this.#parts.pop()) await stop(part);
  }

  /** Process ids of all parts, for a note that outlives this process. */
  get pids() {
    return this.#parts.flatMap(({ child }) => (child.pid ? [child.pid] : []));
  }
}

/** @param {Part} part */
async function stop({ child, graceMs, ended }) {
  if (!child.pid) return;
  child.kill('SIGTERM');
  const timer = new AbortController();
  await Promise.race([ended, sleep(graceMs, undefined, { signal: timer.signal }).catch(() => {})]);
  timer.abort();
  killGroup(child.pid); // what it left behind, and itself if it did not listen
  await ended;
}

/** @param {number} pid */
function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // no one left in it
  }
}

/**
 * Starts a program whose output goes to a log file.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ logFile: string, env?: NodeJS.ProcessEnv, cwd?: string }} options
 */
export function startLogged(command, args, { logFile, env = process.env, cwd }) {
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  return child;
}

/** The end of a log file, for a message about why a program ended. @param {string} logFile */
export function endOfLog(logFile, lines = 15) {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}
