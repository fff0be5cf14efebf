import { t } from '../../src-shared/language/language.ts';
import type { SaveResult } from '../../src-shared/protocol/desktop-api.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { AskWhereToSave } from '../window/ask-where-to-save.ts';
import { collectLogs } from './collect-logs.ts';

/** Saves all logs as one text where the user says. `facts` as in `collectLogs`. */
export async function exportLogs(directory: string, facts: readonly string[], askWhereToSave: AskWhereToSave): Promise<SaveResult> {
  const day = new Date().toISOString().slice(0, 10);
  const path = await askWhereToSave({ title: t`Export logs`, suggestedName: `portreeve-logs-${day}.txt`, filters: [{ name: t`Text`, extensions: ['txt'] }] });
  if (path === null) return { outcome: 'cancelled' };
  try {
    await writeWhole(path, collectLogs(directory, facts));
    return { outcome: 'saved', path };
  } catch {
    return { outcome: 'failed', message: t`The logs could not be saved there. Choose another place, or check that the disk is not full.` };
  }
}
