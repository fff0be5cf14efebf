import { chownSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The operating-system account that PostgreSQL runs under.
 *
 * PostgreSQL refuses to run as root, so a server started by root hands it to an account without rights.
 */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** `nobody` on Linux. The number must have an entry in the password file: `initdb` looks its own name up. */
const UNPRIVILEGED: Account = { uid: 65_534, gid: 65_534 };

/**
 * The account for PostgreSQL's processes, or null when they simply run as the server's own.
 */
export function databaseAccount(): Account | null {
  return process.getuid?.() === 0 ? UNPRIVILEGED : null;
}

/** Gives one file or folder to the account; nothing to do when there is none. */
export function giveTo(account: Account | null, file: string): void {
  if (account !== null) chownSync(file, account.uid, account.gid);
}

/**
 * The first folder on the way to `target` that the account may not pass through, or null when all are open.
 *
 * `target` itself is looked at too when it is a folder. Groups other than the account's own are not considered:
 * the unprivileged account has none.
 */
export function firstClosedFolder(target: string, account: Account | null): string | null {
  if (account === null) return null;
  return foldersTo(target).find((folder) => !mayPass(folder, account)) ?? null;
}

function foldersTo(target: string): string[] {
  const folders: string[] = [];
  for (let at = path.resolve(target); ; at = path.dirname(at)) {
    folders.unshift(at);
    if (at === path.dirname(at)) return folders;
  }
}

function mayPass(folder: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
