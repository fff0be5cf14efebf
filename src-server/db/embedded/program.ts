import { spawn, type SpawnOptions } from 'node:child_process';
import type { Account } from './account.ts';

/** How a short program run ended; `output` is both its streams, in order of arrival. */
export interface ProgramResult {
  readonly exitCode: number | null;
  readonly output: string;
}

/**
 * Options with which every PostgreSQL program is started: under the database account, in a working folder it may be in,
 * with a plain environment (a PGDATA or PGPORT of the operator's must not leak in), in a process group of its own so
 * that Ctrl+C in the terminal reaches the server only, which then stops PostgreSQL in good order.
 */
export function programOptions(account: Account | null, workingDir: string): SpawnOptions {
  return {
    cwd: workingDir,
    detached: process.platform !== 'win32',
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
    windowsHide: true,
    ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
  };
}

/** Runs a program to its end. Throws only when it cannot be started at all. */
export function runProgram(file: string, args: readonly string[], options: SpawnOptions): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString('utf8'));
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, output: output.trim() }));
  });
}
