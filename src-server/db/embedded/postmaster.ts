import { type ChildProcess, spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import type { Binaries } from './binaries.ts';

/** One running postmaster, a child of this process. */
export interface Postmaster {
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason; never rejects. */
  readonly ended: Promise<PostmasterEnd>;
}

export interface PostmasterEnd {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Last lines it wrote before its log file was open: why a start failed. */
  readonly lastWords: string;
}

const LAST_WORDS_LENGTH = 2_000;

/** Starts the postmaster. Resolves as soon as the process exists; readiness is asked by connecting. */
export function startPostmaster(binaries: Binaries, pgData: string, options: SpawnOptions): Promise<Postmaster> {
  return new Promise((resolve, reject) => {
    const child = spawn(binaries.postgres, ['-D', pgData], { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = watchEnd(child);
    child.once('error', reject);
    child.once('spawn', () => {
      // The pid is set once `spawn` has fired.
      resolve({ pid: child.pid as number, ended });
    });
  });
}

function watchEnd(child: ChildProcess): Promise<PostmasterEnd> {
  let lastWords = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString('utf8')).slice(-LAST_WORDS_LENGTH);
  });
  // `exit`, not `close`: orphaned backends of a killed postmaster keep the pipe open for a moment longer.
  return new Promise((resolve) => {
    child.once('exit', (exitCode, signal) => resolve({ exitCode, signal, lastWords: lastWords.trim() }));
  });
}
