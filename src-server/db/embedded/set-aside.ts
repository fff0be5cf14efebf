import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { databaseAccount } from './account.ts';
import { prepareBinaries } from './binaries.ts';
import { findPlatformPackage } from './platform-package.ts';
import { stopOrphan } from './postmaster-pid.ts';
import { programOptions } from './program.ts';

/** Everything of the embedded PostgreSQL of a data folder. */
export function embeddedRoot(dataDir: string): string {
  return path.join(path.resolve(dataDir), 'postgresql');
}

/** A data folder inside the data folder, where a restored cluster is made before it takes the place of the one there. */
export function restoreFolder(dataDir: string): string {
  return path.join(path.resolve(dataDir), 'restore-unfinished');
}

/**
 * Puts the stopped cluster in `restoreFolder` into its place; one that is there already is moved aside to `asideName` beside
 * it, never overwritten. Returns where that is, null when there was none.
 *
 * From the moment the decision is on the disk, a kill anywhere in between is made good by the next start. Needs the data
 * folder's ownership; nothing may run in either cluster.
 */
export function replaceCluster(dataDir: string, asideName: string): string | null {
  const aside = existsSync(embeddedRoot(dataDir)) ? path.join(path.resolve(dataDir), asideName) : null;
  const decision = decisionFile(dataDir);
  writeFileSync(decision, JSON.stringify({ asideName }), { flush: true });
  syncFolder(path.dirname(decision));
  finishSettingAside(dataDir);
  return aside;
}

/** Does what `replaceCluster` had decided, as far as it is not done; nothing when nothing was decided. */
export function finishSettingAside(dataDir: string): void {
  const decision = decisionFile(dataDir);
  if (!existsSync(decision)) return;
  // Trusted input: written by `replaceCluster`, whole before its name was on the disk.
  const { asideName } = JSON.parse(readFileSync(decision, 'utf8')) as { asideName: string };
  const [place, made] = [embeddedRoot(dataDir), embeddedRoot(restoreFolder(dataDir))];
  if (existsSync(made)) {
    if (existsSync(place)) renameSync(place, path.join(path.resolve(dataDir), asideName));
    renameSync(made, place);
    syncFolder(path.resolve(dataDir));
  }
  rmSync(restoreFolder(dataDir), { recursive: true, force: true });
}

/** Stops the PostgreSQL that a killed server left running in a data folder. Needs the folder's ownership. */
export async function stopLeftBehind(dataDir: string): Promise<void> {
  const root = embeddedRoot(dataDir);
  if (!existsSync(root)) return;
  const account = databaseAccount();
  const binaries = prepareBinaries({ platformPackage: findPlatformPackage(), account });
  await stopOrphan({ pgData: path.join(root, 'data'), binaries, programOptions: programOptions(account, root) });
}

function decisionFile(dataDir: string): string {
  return path.join(restoreFolder(dataDir), 'decided.json');
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
