import { mkdirSync } from 'node:fs';
import { databaseAccount } from './account.ts';
import { prepareBinaries } from './binaries.ts';
import { clusterUrl } from './cluster-url.ts';
import { prepareDataFolder } from './data-folder.ts';
import { initialiseUnlessPresent } from './initialise.ts';
import { type OwnerLock, takeOwnership } from './owner-lock.ts';
import { findPlatformPackage } from './platform-package.ts';
import { type OrphanSearch, stopOrphan, stopPostmaster } from './postmaster-pid.ts';
import { startPostmaster } from './postmaster.ts';
import { programOptions } from './program.ts';
import { listenAt, writeSettings } from './settings.ts';
import { finishSettingAside } from './set-aside.ts';
import { type ClusterLog, Supervisor } from './supervisor.ts';

/** A running PostgreSQL of this server's own. */
export interface EmbeddedCluster {
  /** Connection string of one database of the cluster (it need not exist yet). */
  url(database: string): string;
  /** Process id of the present postmaster; null while it is being restarted. */
  postmasterPid(): number | null;
  /** Fast shutdown, then the data folder is free again. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL in `dataDir` and keeps it running until `stop`.
 *
 * Creates the cluster at first use, takes sole ownership of the folder, stops a postmaster that a killed server left
 * behind, waits until connections are answered (crash recovery included), and restarts the postmaster when it dies.
 * Throws a StartupError for whatever an operator can mend.
 */
export async function startCluster(dataDir: string, log: ClusterLog): Promise<EmbeddedCluster> {
  mkdirSync(dataDir, { recursive: true });
  const ownership = takeOwnership(dataDir);
  try {
    return await startOwned(dataDir, log, ownership);
  } catch (error) {
    ownership.release();
    throw error;
  }
}

async function startOwned(dataDir: string, log: ClusterLog, ownership: OwnerLock): Promise<EmbeddedCluster> {
  const account = databaseAccount();
  const binaries = prepareBinaries({ platformPackage: findPlatformPackage(), account });
  // A restore that was killed after it had decided is finished first: a half-done one must not look like an empty city.
  finishSettingAside(dataDir);
  const folder = prepareDataFolder(dataDir, account);
  const options = programOptions(account, folder.root);
  const search: OrphanSearch = { pgData: folder.pgData, binaries, programOptions: options };
  const outcome = await initialiseUnlessPresent(folder, binaries, account, options);
  if (outcome === 'created') log.info('PostgreSQL: new cluster created');
  if (await stopOrphan(search)) log.warn('PostgreSQL: stopped the one that an earlier server left behind');
  const listen = await listenAt();
  writeSettings(folder, listen, account);
  const url = (database: string) => clusterUrl(folder, listen, database);
  const supervisor = new Supervisor({
    start: () => startPostmaster(binaries, folder.pgData, options),
    stopRunning: () => stopLoudly(search, log),
    url: url('postgres'),
    logDir: folder.logDir,
    log,
  });
  await supervisor.begin();
  return {
    url,
    postmasterPid: () => supervisor.postmasterPid(),
    stop: () => supervisor.stop().finally(() => ownership.release()),
  };
}

async function stopLoudly(search: OrphanSearch, log: ClusterLog): Promise<void> {
  const result = await stopPostmaster(search);
  if (result.exitCode !== 0) log.warn(`PostgreSQL did not stop cleanly: ${result.output}`);
}
