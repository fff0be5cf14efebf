import { accessSync, constants, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { StartupError } from '../../startup-error.ts';
import { type Account, firstClosedFolder } from './account.ts';
import type { PlatformPackage } from './platform-package.ts';

/** Full paths of the three programs the package ships. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
  /** Version of the npm package they came from. */
  readonly version: string;
}

export interface BinariesOptions {
  readonly platformPackage: PlatformPackage;
  readonly account: Account | null;
  /** Where a copy may be kept; by default the machine's or the user's cache folder. */
  readonly cacheDir?: string;
}

/**
 * Makes the PostgreSQL programs runnable by the account that will run them, and says where they are.
 *
 * The npm package leaves out the symbolic links between its libraries (its install script would make them, and this
 * project runs no install scripts), so they are made here. Where the package itself cannot be used, because it lies in a
 * closed home folder or cannot be written, it is copied once to a cache folder. The copy is put in place by one rename,
 * so an interrupted one is never used.
 */
export function prepareBinaries(options: BinariesOptions): Binaries {
  const { platformPackage, account } = options;
  if (firstClosedFolder(platformPackage.nativeDir, account) === null && linkLibraries(platformPackage.nativeDir)) {
    return programsIn(platformPackage.nativeDir, platformPackage.version);
  }
  const cacheDir = options.cacheDir ?? defaultCacheDir(account);
  const copy = path.join(cacheDir, `postgresql-${platformPackage.version}`);
  if (!existsSync(copy)) copyOnce(platformPackage.nativeDir, copy);
  const closed = firstClosedFolder(copy, account);
  if (closed !== null) {
    throw new StartupError(
      `PostgreSQL's programs were copied to ${copy}, but ${closed} is closed to the account that runs them. ` +
        `Open it ("chmod a+x ${closed}"), or give --database-url for a PostgreSQL of your own.`,
    );
  }
  return programsIn(copy, platformPackage.version);
}

function defaultCacheDir(account: Account | null): string {
  if (account !== null) return '/var/cache/portreeve';
  const userCache = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
  return path.join(userCache, 'portreeve');
}

function copyOnce(nativeDir: string, copy: string): void {
  const unfinished = `${copy}.unfinished-${process.pid}`;
  mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 });
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(nativeDir, unfinished, { recursive: true, verbatimSymlinks: true });
  if (!linkLibraries(unfinished)) throw new Error(`could not link the libraries in ${unfinished}`);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another server on this machine made the same copy meanwhile: use that one.
    if (!existsSync(copy)) throw error;
  }
}

/** Makes the missing links; false when the folder cannot be written. Safe to run from several processes at once. */
function linkLibraries(nativeDir: string): boolean {
  const missing = libraryLinks(nativeDir).filter((link) => !existsSync(path.join(nativeDir, link.target)));
  if (missing.length === 0) return true;
  if (!isWritable(path.join(nativeDir, 'lib'))) return false;
  for (const { source, target } of missing) linkUnlessPresent(path.basename(source), path.join(nativeDir, target));
  return true;
}

function linkUnlessPresent(source: string, target: string): void {
  try {
    symlinkSync(source, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/** The package's own list; paths in it begin with `native/`. Absent where a platform needs no links. */
function libraryLinks(nativeDir: string): LibraryLink[] {
  const list = path.join(nativeDir, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  // Trusted input: the file is part of a pinned, integrity-checked package.
  const links = JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[];
  return links.map((link) => ({
    source: path.relative('native', link.source),
    target: path.relative('native', link.target),
  }));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function programsIn(nativeDir: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => path.join(nativeDir, 'bin', name + suffix);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres'), version };
}
