import { t } from '../../src-shared/language/language.ts';
import type { SaveResult } from '../../src-shared/protocol/desktop-api.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { AskWhereToSave, SaveQuestion } from '../window/ask-where-to-save.ts';

/** Asks for a place and writes the file there, whole or not at all. */
export async function saveFile(content: string | Uint8Array, question: SaveQuestion, askWhereToSave: AskWhereToSave): Promise<SaveResult> {
  const path = await askWhereToSave(question);
  if (path === null) return { outcome: 'cancelled' };
  try {
    await writeWhole(path, content);
    return { outcome: 'saved', path };
  } catch (error) {
    return { outcome: 'failed', message: notSaved(error) };
  }
}

/** Why a file could not be written, and what to do next. */
export function notSaved(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOSPC':
      return t`The file was not saved: the disk is full. Free some space, or choose another place.`;
    case 'EACCES':
    case 'EPERM':
      return t`The file was not saved: you may not write there. Choose another folder.`;
    case 'EROFS':
      return t`The file was not saved: that place is read-only. Choose another folder.`;
    case 'EBUSY':
      return t`The file was not saved: another program has that file open. Close it there, or choose another name.`;
    default:
      return t`The file was not saved there. Choose another folder or name.`;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
