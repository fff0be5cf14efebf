import { t } from '../../src-shared/language/language.ts';

/** What keeps the folder from being read, and what to do. */
export function folderProblem(folder: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EACCES' || code === 'EPERM') return t`The scan folder ${folder} may not be read. Ask your IT office to let this computer’s user read it.`;
  if (code === 'ENOTDIR') return t`${folder} is a file, not a folder. Set the folder the scanner writes to, in Sync.`;
  return t`The scan folder ${folder} is not there. Look whether its network drive is connected, or set another folder in Sync.`;
}

