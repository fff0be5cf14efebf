import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { clusterUrl } from './cluster-url.ts';
import { embeddedRoot } from './set-aside.ts';

/** Lines of `postmaster.pid`, counted from 0. */
const PORT_LINE = 3;
const SOCKET_DIR_LINE = 4;
const HOST_LINE = 5;

/**
 * Where the PostgreSQL of a data folder is reached that another process has started: gives the connection string of one of
 * its databases. Null when none is running there (or it is just starting); a stale file gives an address nobody answers at.
 *
 * Throws when this account may not read the folder.
 */
export function findRunningCluster(dataDir: string): ((database: string) => string) | null {
  const root = embeddedRoot(dataDir);
  const pidFile = path.join(root, 'data', 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const port = Number(lines[PORT_LINE]);
  const socketDir = lines[SOCKET_DIR_LINE] ?? '';
  const host = lines[HOST_LINE] ?? '';
  if (!Number.isInteger(port) || port === 0 || (socketDir === '' && host === '')) return null;
  const password = readFileSync(path.join(root, 'password'), 'utf8');
  return (database) => clusterUrl({ password, socketDir }, { host: socketDir === '' ? host : null, port }, database);
}
