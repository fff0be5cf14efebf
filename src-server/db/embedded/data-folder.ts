import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StartupError } from '../../startup-error.ts';
import { type Account, firstClosedFolder, giveTo } from './account.ts';

/** The places an embedded cluster keeps its things; all inside the server's data folder but, if need be, the socket. */
export interface DataFolder {
  /** Owned by the database account; holds everything below. */
  readonly root: string;
  /** PostgreSQL's own data directory. */
  readonly pgData: string;
  /** Holds the Unix socket; mode 0700. */
  readonly socketDir: string;
  readonly logDir: string;
  /** Of the one database role, random, made once; mode 0600. */
  readonly password: string;
}

/** `sun_path` holds 107 characters; `/.s.PGSQL.5432` and a lock suffix take 20 of them. */
const LONGEST_SOCKET_DIR = 87;

/**
 * Lays out the folder of an embedded cluster under `dataDir`, making what is missing.
 *
 * Throws a StartupError when the database account could not reach it.
 */
export function prepareDataFolder(dataDir: string, account: Account | null): DataFolder {
  const root = path.join(path.resolve(dataDir), 'postgresql');
  mkdirSync(root, { recursive: true });
  const closed = firstClosedFolder(path.dirname(root), account);
  if (closed !== null) {
    throw new StartupError(
      `The data folder ${path.resolve(dataDir)} cannot be used while the server runs as root: ${closed} is closed to ` +
        `other accounts, and PostgreSQL refuses to run as root. Choose another --data folder, for example /var/lib/portreeve, ` +
        `or open it ("chmod a+x ${closed}"), or start the server as an ordinary user.`,
    );
  }
  ownFolder(root, account);
  const logDir = path.join(root, 'log');
  ownFolder(logDir, account);
  return {
    root,
    pgData: path.join(root, 'data'),
    socketDir: socketFolder(root, account),
    logDir,
    password: readOrMakePassword(path.join(root, 'password'), account),
  };
}

function ownFolder(folder: string, account: Account | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  refuseForeign(folder, account);
  giveTo(account, folder);
  chmodSync(folder, 0o700);
}

/** In the temporary folder anyone may have left a link or a folder of this name to be given rights over something else. */
function refuseForeign(folder: string, account: Account | null): void {
  const { uid } = lstatSync(folder);
  const isOurs = process.getuid === undefined || uid === process.getuid() || uid === account?.uid;
  if (isOurs && lstatSync(folder).isDirectory()) return;
  throw new StartupError(`${folder} belongs to another account or is not a folder. Remove it and start again.`);
}

/** A deep data folder would make the socket's path too long for the operating system; such a one lives in the temporary folder. */
function socketFolder(root: string, account: Account | null): string {
  const beside = path.join(root, 'run');
  const short = path.join(tmpdir(), `portreeve-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
  const folder = Buffer.byteLength(beside) <= LONGEST_SOCKET_DIR ? beside : short;
  ownFolder(folder, account);
  return folder;
}

function readOrMakePassword(file: string, account: Account | null): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  giveTo(account, file);
  return readFileSync(file, 'utf8');
}
