import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const inRoot = (path: string) => resolve(import.meta.dirname, path);

/** Loaded from node_modules when the app runs; everything else is bundled, so that an older Electron need not `require` an ES module. */
const NATIVE_ADDONS = ['better-sqlite3', '@node-rs/argon2'];

/** The oldest runtime the app runs in: Electron 33 with Node 20.18 and Chromium 130. */
const NODE_TARGET = 'node20.18';
const BROWSER_TARGET = 'chrome130';

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: NODE_TARGET,
      minify: true, // less to read at every start; what went wrong is read with the source map
      sourcemap: true,
      externalizeDeps: false,
      rolldownOptions: {
        external: NATIVE_ADDONS,
        // Two processes, one build: the main process and the data process it forks, with the thread that prepares its records.
        input: { index: inRoot('src-main/index.ts'), data: inRoot('src-data/index.ts'), prepare: inRoot('src-data/snapshot/prepare-file.ts') },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: inRoot('src-preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }, // a sandboxed preload must be CommonJS
      },
    },
  },
  renderer: {
    root: inRoot('src-renderer'),
    plugins: [react()],
    build: {
      outDir: inRoot('out/renderer'),
      target: BROWSER_TARGET,
      minify: true,
      sourcemap: true,
      rolldownOptions: { input: inRoot('src-renderer/index.html') },
    },
  },
});
