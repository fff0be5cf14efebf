/** @typedef {(line: string) => void} Log prints one line of progress */

/** Progress goes to standard error, so that a command's standard output stays clean for its answer. */
/** @type {Log} */
export const logLine = (line) => void process.stderr.write(`${line}\n`);

/** @param {number} startedAtMs a value of Date.now() */
export const secondsSince = (startedAtMs) => `${((Date.now() - startedAtMs) / 1000).toFixed(1)} s`;

/**
 * Announces a long step, does it, and says how long it took.
 *
 * @template T
 * @param {string} name what is being done, as a person would say it
 * @param {() => T | Promise<T>} work
 * @param {Log} [log]
 * @returns {Promise<T>}
 */
export async function step(name, work, log = logLine) {
  const startedAtMs = Date.now();
  log(`- ${name} ...`);
  const result = await work();
  log(`  done in ${secondsSince(startedAtMs)}`);
  return result;
}
