import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * The file to start a program from. `source`: its own, from the root of the project. `npm test` puts the programs that are started over and
 * over into one file each (`scripts/testing/bundle-programs.mjs`) and says where; a test that is run alone starts the source.
 */
export function programFile(source: 'src-server/index.ts' | 'tests/chaos/desk-program.ts'): string {
  const folder = process.env['PORTREEVE_TEST_PROGRAMS'];
  return folder === undefined ? join(ROOT, source) : join(folder, source.replaceAll('/', '-').replace(/\.ts$/, '.mjs'));
}
