// How the app is packaged for workstations. `npm run package` sets up what this needs and calls electron-builder.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureElectron } from './scripts/electron-runtime.mjs';
import { pinnedVersion } from './scripts/lib/official-runtime.mjs';
import { inRoot } from './scripts/lib/paths.mjs';

/** Switches inside the program that no argument and no environment can turn back. */
const FUSES = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableCookieEncryption: true,
  onlyLoadAppFromAsar: true,
  // Electron checks the archive against the hash in the program on macOS and Windows. On Linux there is no hash to check it against.
  enableEmbeddedAsarIntegrityValidation: process.platform !== 'linux',
  loadBrowserProcessSpecificV8Snapshot: false, // there is no snapshot of ours to load
  grantFileProtocolExtraPrivileges: false, // pages come by app://, never by file://
};

/** The packages of the server and of development that have to be told apart from those of the app. */
const optional = Object.keys(JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).optionalDependencies);

/** `dependencies`, the two native addons, are taken along, of each only what runs; everything else is bundled into out/. */
const FILES = [
  'out/**',
  '!out/**/*.map',
  '!out/built-from.txt',
  '!**/node_modules/**/*.{md,d.ts,gyp}',
  ...[...optional, 'node-addon-api'].map((name) => `!**/node_modules/${name}{,/**}`),
  '!**/node_modules/better-sqlite3/{deps,src}/**',
  '!**/node_modules/@node-rs/argon2/browser.js',
];

/**
 * better-sqlite3 prefers an addon that was compiled in this clone. A release takes the package's own; an older Electron, which
 * that would crash, takes the compiled one.
 *
 * @param {boolean} isRelease
 */
function withOneSqliteAddon(isRelease) {
  const isCompiled = existsSync(inRoot('node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node'));
  if (!isRelease && isCompiled) return '!**/node_modules/better-sqlite3/prebuilds/**';
  return `!**/node_modules/better-sqlite3/{build/**,prebuilds/!(${process.platform}-${process.arch}).node}`;
}

/** The folder of an unpacked Electron, from its program. @param {string} executablePath */
function distOf(executablePath) {
  return process.platform === 'darwin' ? join(dirname(executablePath), '..', '..', '..') : dirname(executablePath);
}

/** @param {import('electron-builder').AfterPackContext} context */
function removeLauncher({ appOutDir, packager }) {
  rmSync(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true }); // it would run any app it is given
}

/** @returns {Promise<import('electron-builder').Configuration>} */
export default async function configuration() {
  const electron = await ensureElectron();
  const isRelease = electron.version === pinnedVersion();
  return {
    appId: 'org.portreeve.workstation',
    productName: 'Portreeve',
    copyright: 'The Portreeve developers',
    electronVersion: electron.version,
    electronDist: distOf(electron.executablePath),
    npmRebuild: false, // both addons load in Node and in Electron as they are
    directories: { output: 'dist', buildResources: 'resources/icons' },
    files: [...FILES, withOneSqliteAddon(isRelease)],
    asar: { smartUnpack: false }, // only the addons lie beside the archive, no code that could be changed there
    asarUnpack: ['**/*.node'],
    afterPack: removeLauncher,
    electronFuses: FUSES,
    electronLanguages: ['en', 'es'],
    artifactName: 'Portreeve-${version}-${os}-${arch}.${ext}',
    protocols: [{ name: 'Portreeve', schemes: ['portreeve'] }],
    // The address is never asked: a running workstation looks for updates at its own city's server (src-main/update).
    publish: { provider: 'generic', url: 'https://each-citys-own-server.invalid/updates/' },
    linux: {
      target: ['AppImage', 'deb'],
      executableName: 'portreeve',
      icon: 'resources/icons',
      category: 'Office',
      synopsis: 'Takes in and follows citizens’ requests to the city',
      maintainer: 'The Portreeve developers <developers@portreeve.example>',
    },
    win: { target: ['nsis'], icon: 'resources/icons/icon.ico' },
    nsis: { oneClick: true, perMachine: false }, // an account without administrator's rights can install it and its updates
    mac: { target: ['dmg', 'zip'], icon: 'resources/icons/icon.icns', category: 'public.app-category.business' }, // updates are fetched as zip
    extraMetadata: { homepage: 'https://portreeve.example', desktopName: 'portreeve.desktop' }, // desktops know a window by this name
  };
}
