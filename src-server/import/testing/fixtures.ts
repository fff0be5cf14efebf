import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Small files written by hand in the shapes of real ones, with the same faults. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../../tests/fixtures/import/${name}`, import.meta.url));
}

const REAL_DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

/** A real public file in the folder `shared` beside the clone; null, said plainly, where it is not there. */
export function realFile(name: string): string | null {
  if (existsSync(REAL_DATA + name)) return REAL_DATA + name;
  console.info(`../shared/data/${name} is not beside this clone: the real file is not tried, only the hand-written sample.`);
  return null;
}
