import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { inRoot, root } from '../lib/paths.mjs';

/** Started by tests some two hundred times. Their names in the folder: `programFile` in `src-server/testing/program-file.ts`. */
const PROGRAMS = ['src-server/index.ts', 'tests/chaos/desk-program.ts'];

/** Loaded from node_modules: native addons, and packages that find files of their own beside them. */
const NOT_BUNDLED = ['better-sqlite3', '@node-rs/argon2', 'pg', 'pg-copy-streams', 'fastify', 'pino', 'nodemailer'];

/**
 * Puts each program that tests start over and over into one file with all it imports, made of the same sources: it then starts in half the
 * processor time (`docs/decisions/0024-programs-in-one-file.md`). Returns the folder.
 */
export async function bundlePrograms() {
  const folder = inRoot('.data', 'programs');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const program of PROGRAMS) {
    const name = program.replaceAll('/', '-').replace(/\.ts$/, '.mjs');
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      plugins: [knowsItsSource()],
      ssr: { noExternal: true, external: NOT_BUNDLED },
      build: { ssr: inRoot(program), outDir: folder, emptyOutDir: false, target: 'node24', minify: false, rolldownOptions: { output: { entryFileNames: name, codeSplitting: false } } },
    });
    if (!existsSync(inRoot('.data', 'programs', name))) throw new Error(`${program} was not bundled`);
  }
  return folder;
}

/** What a module finds beside itself (resources, package.json, other programs) is still beside its source. @returns {import('vite').Plugin} */
function knowsItsSource() {
  return {
    name: 'knows-its-source',
    enforce: 'pre',
    transform(code, id) {
      const isOurs = id.startsWith(root) && !id.includes('node_modules');
      if (!isOurs || !code.includes('import.meta.')) return null;
      return code
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
        .replaceAll('import.meta.filename', JSON.stringify(id))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href));
    },
  };
}
