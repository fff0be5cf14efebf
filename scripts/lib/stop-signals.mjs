import { isAlive, processEntry } from './process-table.mjs';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const POLL_MS = 500;
const FARTHEST = 5; // npm, its shell, and our own hand-over lie between

/**
 * Calls back, once, when this command is asked to end: Ctrl+C, a signal, or the death of the npm that started it.
 *
 * @param {(reason: NodeJS.Signals) => void} callback
 */
export function onStop(callback) {
  let called = false;
  /** @param {NodeJS.Signals} reason */
  const stop = (reason) => {
    if (called) return;
    called = true;
    clearInterval(watch);
    callback(reason);
  };
  for (const signal of SIGNALS) process.on(signal, () => stop(signal));
  // A killed npm takes no one with it; without this, its servers and windows would live on.
  const above = processesUpToNpm();
  const watch = setInterval(() => {
    if (!above.every(isAlive)) stop('SIGTERM');
  }, POLL_MS);
  watch.unref();
}

/** Our parent, its parent, and so on to the npm that runs this command. Empty when no npm does, or the system cannot tell. */
function processesUpToNpm() {
  const found = [];
  for (let pid = process.ppid; pid > 1 && found.length < FARTHEST; ) {
    const entry = processEntry(pid);
    if (entry === null) return [];
    found.push(pid);
    if (entry.name.startsWith('npm')) return found;
    pid = entry.parent;
  }
  return [];
}
