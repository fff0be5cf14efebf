import { t } from '../../../src-shared/language/language.ts';
import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { sizeProblem } from '../../../src-shared/attachments/judge-file.ts';
import type { CaseId } from '../../../src-shared/util/ids.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { attachFile } from '../../data/file-transfer.ts';
import { newCommandId } from '../../data/new-id.ts';
import { showToast } from '../../ui/announce.tsx';
import { fileName } from './file-name.ts';
import { makeThumbnail } from './make-thumbnail.ts';

export interface Attaching {
  readonly attach: (files: readonly File[]) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly problem: string | null;
}

/** Files come to a case by choosing, pasting or dropping; each is on this disk before the history says so. */
export function useAttaching(caseId: CaseId): Attaching {
  const [problem, setProblem] = useState<string | null>(null);
  async function attachAll(files: readonly File[]): Promise<void> {
    const problems: string[] = [];
    for (const file of files) {
      const sentence = await attachOne(caseId, file);
      if (sentence !== null) problems.push(`${fileName(file, new Date())}: ${sentence}`);
    }
    const attached = files.length - problems.length;
    setProblem(problems.length === 0 ? null : problems.join(' '));
    if (attached > 0) showToast(attached === 1 ? t`File attached.` : t`${attached} files attached.`);
  }
  const attach = (files: readonly File[]): void => void (files.length > 0 && attachAll(files));
  return {
    attach,
    onPaste: (event) => attach([...event.clipboardData.files]),
    onDrop: (event) => {
      event.preventDefault();
      attach([...event.dataTransfer.files]);
    },
    onDragOver: (event) => {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault();
    },
    problem,
  };
}

/** Null when it is attached; else why not, and what to do. */
async function attachOne(caseId: CaseId, file: File): Promise<string | null> {
  const tooLarge = sizeProblem(file.size);
  if (tooLarge !== null) return tooLarge;
  try {
    const thumbnail = await makeThumbnail(file);
    const reply = await attachFile({ commandId: newCommandId(), caseId, name: fileName(file, new Date()), file, thumbnail });
    if (reply.ok) return null;
    return 'reason' in reply && reply.reason === 'nothingToChange' ? t`It is attached to this case already.` : reply.sentence;
  } catch (error) {
    return dataErrorSentence(error);
  }
}
