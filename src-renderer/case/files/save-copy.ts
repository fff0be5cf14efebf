import { t } from '../../../src-shared/language/language.ts';
import { safeFileName } from '../../../src-shared/attachments/judge-file.ts';
import type { Attachment } from '../../../src-shared/domain/case.ts';
import type { CaseId } from '../../../src-shared/util/ids.ts';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { desktop } from '../../data/desktop.ts';
import { readFile } from '../../data/file-transfer.ts';
import { showToast } from '../../ui/announce.tsx';

const LINK_KEPT_MS = 60_000;
const NOT_HERE = t`This file is not on this workstation. Open it first, so that it is fetched.`;

/** Saves the file where the person says, under a name that fits what is inside. */
export async function saveCopy(attachment: Attachment): Promise<void> {
  try {
    const bytes = await readFile(attachment.sha256);
    if (!bytes) return showToast(NOT_HERE);
    const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = safeFileName(attachment.name, attachment.mediaType);
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), LINK_KEPT_MS);
  } catch (error) {
    showToast(dataErrorSentence(error));
  }
}

/** Opens a copy in the system's own program for it. Null when it is open; else what went wrong and what to do. */
export async function openWithSystem(caseId: CaseId, attachment: Attachment): Promise<string | null> {
  try {
    const copy = await data.files.openCopy({ caseId, sha256: attachment.sha256 });
    if (!copy.ok) return copy.sentence;
    const result = await desktop().openFileCopy(copy.path);
    return result.outcome === 'opened' ? null : result.message;
  } catch (error) {
    return dataErrorSentence(error);
  }
}
