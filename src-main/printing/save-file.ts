import { writeFile } from 'node:fs/promises';
import type { SaveResult } from '../../src-shared/protocol/desktop-api.ts';
import type { AskWhereToSave, SaveQuestion } from '../window/ask-where-to-save.ts';

/** After "The PDF was not saved". */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: ': the disk is full. Free some space, or choose another place.',
  EACCES: ': you may not write there. Choose another folder.',
  EPERM: ': you may not write there. Choose another folder.',
  EROFS: ': that place is read-only. Choose another folder.',
  EBUSY: ': another program has that file open. Close it there, or choose another name.',
};
const OTHERWISE = ' there. Choose another folder or name.';

/** Asks for a place and writes the file there. `what` is the file's kind as a sentence names it: `PDF`. */
export async function saveFile(content: string | Uint8Array, what: string, question: SaveQuestion, askWhereToSave: AskWhereToSave): Promise<SaveResult> {
  const path = await askWhereToSave(question);
  if (path === null) return { outcome: 'cancelled' };
  try {
    await writeFile(path, content);
    return { outcome: 'saved', path };
  } catch (error) {
    return { outcome: 'failed', message: `The ${what} was not saved${REASONS[codeOf(error)] ?? OTHERWISE}` };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
