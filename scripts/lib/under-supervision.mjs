import { endRunning } from './processes.mjs';
import { logLine } from './steps.mjs';
import { onStop } from './stop-signals.mjs';
import { Supervisor } from './supervisor.mjs';

/**
 * Does a command's work with a supervisor for what it starts; whatever happens, all of that is ended before this settles.
 *
 * @param {(supervisor: Supervisor) => Promise<number | void>} work
 * @param {{ stoppedCode?: number }} [options] the exit code when Ctrl+C or a signal ends the work; for most, that is no failure
 * @returns {Promise<number>}
 */
export async function underSupervision(work, { stoppedCode = 0 } = {}) {
  const supervisor = new Supervisor();
  let isStopped = false;
  const stopped = new Promise((/** @type {(code: number) => void} */ resolve) => {
    onStop(() => {
      isStopped = true;
      logLine('\nStopping ...');
      resolve(stoppedCode);
    });
  });
  try {
    return (await Promise.race([work(supervisor), stopped])) ?? 0;
  } finally {
    endRunning();
    await supervisor.stopAll();
    // Work that was interrupted may still be waiting for something; it must not go on once everything is ended.
    if (isStopped) process.exit(stoppedCode);
  }
}
