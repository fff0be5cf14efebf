import type { WaitProblem } from './spool-problem.ts';

const OPEN_PROBLEMS: Readonly<Record<string, WaitProblem>> = {
  ENOENT: 'notFound',
  ENODEV: 'notFound',
  ENXIO: 'notFound',
  ENOTDIR: 'notFound',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  EROFS: 'noPermission',
  EBUSY: 'busy',
  ENOSPC: 'diskFull',
};

/** Why a file or device could not be opened, from the system's error. */
export function openProblem(error: unknown): WaitProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return OPEN_PROBLEMS[code] ?? 'cannotOpen';
}
