import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import type { Attachment } from '../../../src-shared/domain/case.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { queries } from '../../data/queries.ts';
import { showToast } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { fileSizeWords } from '../../../src-shared/util/file-size.ts';
import { blobFromBase64, isPicture } from './file-bytes.ts';

/** The files of the case; pictures are shown. */
export function Attachments({ current }: { readonly current: Case }): ReactElement {
  return (
    <ul aria-label="Files" className="case-files">
      {current.attachments.map((attachment) => (
        <li key={attachment.sha256}>
          {isPicture(attachment.mediaType) && <Picture attachment={attachment} />}
          <div className="case-file-line">
            <span>{attachment.name}</span>
            <span className="muted">{fileSizeWords(attachment.sizeBytes)}</span>
            <Button size="small" look="quiet" label={`Save a copy of ${attachment.name}`} onPress={() => void saveCopy(attachment)}>
              Save a copy
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Picture({ attachment }: { readonly attachment: Attachment }): ReactElement | null {
  const { data: file } = useQuery(queries.file(attachment.sha256));
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(blobFromBase64(file.bytesBase64, attachment.mediaType));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file, attachment.mediaType]);
  if (file === null) return <p className="muted">The picture is not on this workstation yet.</p>;
  return url === null ? null : <img src={url} alt={attachment.name} />;
}

const LINK_KEPT_MS = 60_000;

async function saveCopy(attachment: Attachment): Promise<void> {
  try {
    const file = await data.cases.readFile({ sha256: attachment.sha256 }, { context: { timeoutMs: LINK_KEPT_MS } });
    if (!file) return showToast('This file is not on this workstation yet. It comes with the next sync.');
    const url = URL.createObjectURL(blobFromBase64(file.bytesBase64, 'application/octet-stream'));
    const link = document.createElement('a');
    link.href = url;
    link.download = attachment.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), LINK_KEPT_MS);
  } catch (error) {
    showToast(dataErrorSentence(error));
  }
}
