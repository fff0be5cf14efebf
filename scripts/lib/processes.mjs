import { spawn } from 'node:child_process';

/**
 * @typedef {object} Outcome
 * @property {number | null} code exit code; null when a signal ended it or it could not be started
 * @property {NodeJS.Signals | null} signal
 * @property {string} stdout
 * @property {string} stderr for a command that could not be started: the reason
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Ends the short-lived commands of {@link run} that are still at work; for use when this process is told to stop. */
export function endRunning() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * Runs a command to its end and hands back what it printed.
 *
 * Never rejects: a command that cannot be started has code null and says why in `stderr`.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, signal?: AbortSignal, show?: boolean }} [options]
 *   `signal` ends it; `show` passes the output through to the terminal instead of collecting it
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { cwd, env = process.env, timeoutMs, signal, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, timeout: timeoutMs, signal, stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'] });
    running.add(child);
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', (error) => {
      running.delete(child);
      resolve({ code: null, signal: null, stdout, stderr: error.message });
    });
    child.on('close', (code, endedBy) => {
      running.delete(child);
      resolve({ code, signal: endedBy, stdout, stderr });
    });
  });
}

/**
 * The end of what a command printed, for an error message.
 *
 * @param {Outcome} outcome
 * @param {number} [lines]
 */
export function lastLines({ stdout, stderr }, lines = 15) {
  return `${stdout}\n${stderr}`.trim().split('\n').slice(-lines).join('\n');
}
