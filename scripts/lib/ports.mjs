import { createServer } from 'node:net';

/**
 * The first free TCP port from `preferred` upwards.
 *
 * @param {number} preferred
 * @returns {Promise<number>}
 */
export async function freePortFrom(preferred) {
  for (let port = preferred; port < preferred + 200; port += 1) {
    if (await isFree(port)) return port;
  }
  return 0; // the system chooses
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}
