const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const PARENT_POLL_MS = 500;

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
    clearInterval(parentWatch);
    callback(reason);
  };
  for (const signal of SIGNALS) process.on(signal, () => stop(signal));
  // A killed npm takes no one with it; without this its servers and windows would live on.
  const parent = process.ppid;
  const parentWatch = setInterval(() => {
    if (process.env['npm_lifecycle_event'] && process.ppid !== parent) stop('SIGTERM');
  }, PARENT_POLL_MS);
  parentWatch.unref();
}
