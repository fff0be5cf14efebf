import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.ts';
import { type ProgramResult, runProgram } from './program.ts';
import type { SpawnOptions } from 'node:child_process';

/** What is needed to find and stop a postmaster that this process did not start. */
export interface OrphanSearch {
  readonly pgData: string;
  readonly binaries: Binaries;
  readonly programOptions: SpawnOptions;
}

/**
 * Stops a postmaster left behind by a server that was killed, so that this one can start its own.
 *
 * Call it only while holding the data folder's ownership. A `postmaster.pid` whose process is gone, or whose number
 * now belongs to some other program, is removed. Returns true when a running postmaster was stopped.
 */
export async function stopOrphan(search: OrphanSearch): Promise<boolean> {
  const pidFile = path.join(search.pgData, 'postmaster.pid');
  const pid = readPid(pidFile);
  if (pid === null) return false;
  if (!isPostmasterOf(pid, search.pgData)) {
    rmSync(pidFile, { force: true });
    return false;
  }
  const result = await stopPostmaster(search);
  if (result.exitCode !== 0) throw new Error(`the PostgreSQL of an earlier run (process ${pid}) did not stop: ${result.output}`);
  return true;
}

/**
 * Asks the running postmaster for a fast shutdown and waits; when 30 seconds are not enough, for an immediate one,
 * after which the next start recovers from the write-ahead log.
 */
export async function stopPostmaster(search: OrphanSearch): Promise<ProgramResult> {
  const stop = (mode: string) =>
    runProgram(search.binaries.pgCtl, ['stop', '-D', search.pgData, '-m', mode, '-w', '-t', '30', '-s'], search.programOptions);
  const fast = await stop('fast');
  return fast.exitCode === 0 || readPid(path.join(search.pgData, 'postmaster.pid')) === null ? { ...fast, exitCode: 0 } : stop('immediate');
}

/** First line of `postmaster.pid`: the postmaster's process id; null when there is none. */
export function readPid(pidFile: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8').split('\n', 1)[0] ?? '', 10);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** On Linux the command line tells; elsewhere a living process of that number is taken at its word. */
function isPostmasterOf(pid: number, pgData: string): boolean {
  if (process.platform !== 'linux') return isAlive(pid);
  try {
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return path.basename(args[0] ?? '') === 'postgres' && args.includes(pgData);
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
