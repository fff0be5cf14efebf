import { t } from '../../src-shared/language/language.ts';
import { appendFileSync } from 'node:fs';
import { shell } from 'electron';
import type { OpenCopyResult } from '../../src-shared/protocol/desktop-api.ts';
import { isFileCopy } from './is-file-copy.ts';

export interface OpenFileCopyOptions {
  readonly dataDir: string;
  /** Answers with what went wrong, or with an empty text. */
  readonly open: (path: string) => Promise<string>;
}

/** Opens a copy of an attached file in the system's own program for it. */
export async function openFileCopy(path: string, { dataDir, open }: OpenFileCopyOptions): Promise<OpenCopyResult> {
  if (!isFileCopy(path, dataDir)) return { outcome: 'failed', message: t`Only copies of attached files are opened. Close the file and open it again.` };
  const problem = await open(path);
  if (problem === '') return { outcome: 'opened' };
  return { outcome: 'failed', message: t`This computer has no program for this kind of file. Save a copy, and ask your IT office for a viewer.` };
}

/** The system's opener; for tests one that only notes the path. */
export function openerFor(noteIn: string | null): (path: string) => Promise<string> {
  if (noteIn === null) return (path) => shell.openPath(path);
  return async (path) => {
    appendFileSync(noteIn, `${path}\n`);
    return '';
  };
}
