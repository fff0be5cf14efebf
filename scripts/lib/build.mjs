import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { inRoot, root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { lastLines, run } from './processes.mjs';
import { step } from './steps.mjs';

/** What the built app is made from. */
const SOURCES = ['src-shared', 'src-main', 'src-preload', 'src-data', 'src-renderer', 'resources', 'electron.vite.config.ts', 'tsconfig.base.json', 'package.json', 'package-lock.json'];
const stampFile = inRoot('out', 'built-from.txt');

/**
 * Builds the app into out/ unless it was built from exactly these sources.
 *
 * @param {{ log?: import('./steps.mjs').Log, always?: boolean }} [options]
 */
export async function ensureBuild({ log, always = false } = {}) {
  const fingerprint = sourceFingerprint();
  if (!always && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint) return;
  await step('Building the app', () => build(fingerprint), log);
}

/** @param {string} fingerprint */
async function build(fingerprint) {
  rmSync(stampFile, { force: true });
  const electronVite = inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const outcome = await run(process.execPath, [electronVite, 'build', '--logLevel', 'warn'], { cwd: root });
  if (outcome.code !== 0) throw new Problem(`The app could not be built:\n${complaint(outcome)}\nCorrect the source it names, then start again.`);
  writeFileSync(stampFile, fingerprint);
}

/** What the bundler said, without colours and without the stack of its own functions. @param {import('./processes.mjs').Outcome} outcome */
function complaint(outcome) {
  const lines = stripVTControlCharacters(lastLines(outcome, 80)).split('\n');
  return lines.filter((line) => !/^\s+at /.test(line)).join('\n').trim();
}

function sourceFingerprint() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => filesIn(inRoot(source))).sort()) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => !/\.test\.tsx?$/.test(file) && statSync(file).isFile());
}
