import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this clone. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Path inside this clone. @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** Where set-up remembers what it already did for this clone; `npm ci` clears it together with what it describes. */
export const stampDir = inRoot('node_modules', '.cache', 'portreeve');
