/** Files of a case that is still being taken: kept on this disk when they come, attached when there is a case. */
import type { ClipboardEvent, DragEvent } from 'react';
import { sizeProblem } from '../../../src-shared/attachments/judge-file.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { KeptFile } from '../../../src-shared/protocol/data-rpc/kept-file.ts';
import type { CaseId } from '../../../src-shared/util/ids.ts';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { keepFile } from '../../data/file-transfer.ts';
import { newCommandId } from '../../data/new-id.ts';
import { announce, showToast } from '../../ui/announce.tsx';
import type { IntakeDraft } from '../draft/draft.ts';
import { changeDraft, useIntake } from '../intake-store.ts';

/** The draft with one more file; the same file twice is there once. */
export function withFile(draft: IntakeDraft, file: KeptFile): IntakeDraft {
  if (draft.files.some(({ sha256 }) => sha256 === file.sha256)) return draft;
  return { ...draft, files: [...draft.files, { ...file, commandId: newCommandId() }] };
}

export function withoutFile(draft: IntakeDraft, sha256: string): IntakeDraft {
  return { ...draft, files: draft.files.filter((file) => file.sha256 !== sha256) };
}

/** Keeps files for the draft that is open now; what could not be taken is said. */
export async function addFiles(files: readonly File[]): Promise<void> {
  const { draftId } = useIntake.getState().draft;
  for (const file of files) {
    const name = nameOf(file);
    const kept = await keptFile(name, file);
    if (typeof kept === 'string') showToast(`${name}: ${kept}`);
    else if (useIntake.getState().draft.draftId === draftId) {
      changeDraft((now) => withFile(now, kept));
      announce(t`${name} will be attached.`);
    }
  }
}

async function keptFile(name: string, file: File): Promise<KeptFile | string> {
  const tooLarge = sizeProblem(file.size);
  if (tooLarge !== null) return tooLarge;
  try {
    const reply = await keepFile(name, file);
    return reply.ok ? reply.file : reply.sentence;
  } catch (error) {
    return dataErrorSentence(error);
  }
}

/** A pasted picture has no name of its own. */
function nameOf(file: File): string {
  const name = file.name.trim().slice(-255);
  if (name !== '' && name !== 'image.png') return name;
  const stamp = new Date().toISOString().slice(0, 16).replace('T', ' ').replace(':', '.');
  return t`Pasted ${stamp}.${file.type.split('/')[1] ?? 'bin'}`;
}

/** What the draft held was attached with the number; asked again for each, so that what could not be is said. */
export async function attachFilesOf({ files }: IntakeDraft, caseId: CaseId): Promise<void> {
  for (const { commandId, ...file } of files) {
    const problem = await data.scans.attachKept({ commandId, caseId, file }).then(
      (reply) => (reply.ok ? null : reply.sentence),
      (error: unknown) => dataErrorSentence(error),
    );
    if (problem !== null) showToast(t`${file.name} is not attached: ${problem}`);
  }
}

/** Pasted and dropped anywhere on the form. Pasted text stays text. */
export const FILE_EVENTS = {
  onPaste: (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    void addFiles(files);
  },
  onDrop: (event: DragEvent): void => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void addFiles([...event.dataTransfer.files]);
  },
  onDragOver: (event: DragEvent): void => {
    if (event.dataTransfer.types.includes('Files')) event.preventDefault();
  },
} as const;
