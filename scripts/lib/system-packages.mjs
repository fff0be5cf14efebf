import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Problem } from './problem.mjs';
import { lastLines, run } from './processes.mjs';
import { step } from './steps.mjs';

/** Debian and Ubuntu packages that Electron's executable is linked against. */
const ELECTRON_LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libatk-bridge2.0-0'];

/** @typedef {{ log: import('./steps.mjs').Log }} Options */

/** The full path of a command on the PATH, or null. @param {string} name */
export function findCommand(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/usr/sbin', '/bin', '/sbin');
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/**
 * Makes sure that every shared library Electron's executable needs can be found (Linux).
 *
 * @param {string} executablePath
 * @param {Options} options
 */
export async function ensureElectronLibraries(executablePath, { log }) {
  if (process.platform !== 'linux') return;
  const missing = await missingLibraries(executablePath);
  if (missing.length === 0) return;
  log(`  missing system libraries: ${missing.join(', ')}`);
  await installPackages(ELECTRON_LIBRARIES, { log });
  const still = await missingLibraries(executablePath);
  if (still.length > 0) {
    throw new Problem(`Electron still misses these system libraries: ${still.join(', ')}.\nInstall the packages that hold them, then start again.`);
  }
}

/**
 * Makes sure the virtual display (Xvfb) is installed; needed only where there is no screen.
 *
 * @param {Options} options
 */
export async function ensureVirtualDisplay({ log }) {
  if (!findCommand('Xvfb')) await installPackages(['xvfb', 'xauth'], { log });
}

/**
 * Makes sure the programs that read PDFs back (pdftotext, pdftoppm) are installed; needed only by the end-to-end tests.
 *
 * @param {Options} options
 */
export async function ensurePdfReaders({ log }) {
  if (!findCommand('pdftotext') || !findCommand('pdftoppm')) await installPackages(['poppler-utils'], { log });
}

/**
 * Makes sure there is a print service (CUPS) that tests can start as a process of their own; needed only by those of the receipt spool.
 *
 * @param {Options} options
 */
export async function ensurePrintService({ log }) {
  if (process.platform !== 'linux') return;
  if (!findCommand('cupsd') || !findCommand('lpadmin')) await installPackages(['cups-daemon', 'cups-client'], { log });
}

/**
 * Makes sure a C and a C++ compiler are installed; needed only when better-sqlite3 has to be built.
 *
 * @param {Options} options
 */
export async function ensureCompiler({ log }) {
  if (!findCommand('cc') || !findCommand('c++')) await installPackages(['gcc', 'g++', 'libc6-dev'], { log });
}

/** @param {string} executablePath */
async function missingLibraries(executablePath) {
  const { stdout } = await run('ldd', [executablePath]);
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => String(library));
}

/** How to run apt-get here: as root directly, else through sudo when it asks no password, else not at all. */
async function aptPrefix() {
  if (process.getuid?.() === 0) return [];
  const { code } = await run('sudo', ['-n', 'true']);
  return code === 0 ? ['sudo', '-n'] : null;
}

/**
 * Newer releases carry some libraries under a name that ends in t64; apt takes the old name of only some of them.
 *
 * @param {string[]} names
 */
async function namesOnThisRelease(names) {
  const { stdout } = await run('apt-cache', ['pkgnames']);
  const known = new Set(stdout.split('\n'));
  return names.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}

/**
 * @param {string[]} names
 * @param {Options} options
 */
async function installPackages(names, { log }) {
  if (!findCommand('apt-get')) {
    throw new Problem(`This machine lacks system packages that Debian and Ubuntu call: ${names.join(' ')}.\nInstall their counterparts, then start again.`);
  }
  const prefix = await aptPrefix();
  if (prefix === null) {
    const packages = (await namesOnThisRelease(names)).join(' ');
    throw new Problem(
      'System packages are missing, and installing them needs an administrator. Ask one to run:\n\n' +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}\n\nThen start again.`,
    );
  }
  await step(`Installing system packages: ${names.join(' ')}`, () => aptInstall(prefix, names), log);
}

/** @param {string[]} prefix @param {string[]} names */
async function aptInstall(prefix, names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = /** @param {string[]} args */ (args) => {
    const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', ...args];
    return run(command, rest, { env });
  };
  const updated = await apt(['update']);
  const packages = await namesOnThisRelease(names);
  const installed = await apt(['install', '-y', '--no-install-recommends', ...packages]);
  if (installed.code === 0) return;
  throw new Problem(
    `apt-get could not install ${packages.join(' ')}:\n${lastLines(installed)}\n` +
      (updated.code === 0 ? '' : `apt-get update failed before that:\n${lastLines(updated, 5)}\n`) +
      'Put that right (is the network reachable? is another apt running?), then start again.',
  );
}
