import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartupError } from '../../startup-error.ts';
import type { SpawnOptions } from 'node:child_process';
import { type Account, giveTo } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import { runProgram } from './program.ts';

/** The one role of an embedded cluster; it owns everything in it. */
export const DATABASE_ROLE = 'portreeve';

/**
 * Creates the cluster's files unless they are there already.
 *
 * UTF-8 with PostgreSQL's own C.UTF-8 locale, so that order and case folding do not change with the operating system;
 * page checksums are on. Made beside its place and moved there whole, so an interrupted one is simply made again.
 */
export async function initialiseUnlessPresent(
  folder: DataFolder,
  binaries: Binaries,
  account: Account | null,
  programOptions: SpawnOptions,
): Promise<'created' | 'present'> {
  if (existsSync(path.join(folder.pgData, 'PG_VERSION'))) return 'present';
  const unfinished = `${folder.pgData}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const result = await runProgram(binaries.initdb, initdbArguments(unfinished, path.join(folder.root, 'password')), programOptions);
  if (result.exitCode !== 0) {
    throw new StartupError(
      `PostgreSQL could not create its files in ${folder.root}. It said: ${result.output.split('\n').slice(-3).join(' ')} ` +
        'Check that the disk has room (about 50 MB) and the folder can be written, then start again.',
    );
  }
  writeAccessRules(unfinished, account);
  renameSync(unfinished, folder.pgData);
  return 'created';
}

function initdbArguments(dataDir: string, passwordFile: string): string[] {
  return [
    '-D', dataDir,
    `--username=${DATABASE_ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
  ];
}

/** Nobody gets in but by password, over the socket or the loopback address; replication is left to an operator. */
function writeAccessRules(dataDir: string, account: Account | null): void {
  const file = path.join(dataDir, 'pg_hba.conf');
  const rules = ['local all all scram-sha-256', 'host all all 127.0.0.1/32 scram-sha-256', 'host all all ::1/128 scram-sha-256', ''];
  writeFileSync(file, rules.join('\n'), { mode: 0o600 });
  giveTo(account, file);
}
