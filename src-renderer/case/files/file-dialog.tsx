import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import type { Attachment } from '../../../src-shared/domain/case.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { FileView } from '../../../src-shared/protocol/data-rpc/file-views.ts';
import { fileSizeWords } from '../../../src-shared/util/file-size.ts';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { queries } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { isPicture, kindWords } from './file-name.ts';
import { PictureView } from './picture-view.tsx';
import { openWithSystem, saveCopy } from './save-copy.ts';
import { TextView } from './text-view.tsx';

export interface FileDialogProps {
  readonly current: Case;
  /** The file shown; null: the dialog is closed. */
  readonly sha256: string | null;
  readonly onShow: (sha256: string | null) => void;
}

/** One file at a time: pictures and texts here, everything else in the system's own program. Fetched when it is not here. */
export function FileDialog({ current, sha256, onShow }: FileDialogProps): ReactElement | null {
  const at = current.attachments.findIndex((attachment) => attachment.sha256 === sha256);
  const attachment = current.attachments[at];
  if (attachment === undefined) return null;
  const step = (by: number): (() => void) => () => onShow(current.attachments[at + by]?.sha256 ?? attachment.sha256);
  return <OpenFile key={attachment.sha256} current={current} attachment={attachment} at={at} onClose={() => onShow(null)} onPrevious={step(-1)} onNext={step(1)} />;
}

interface OpenFileProps {
  readonly current: Case;
  readonly attachment: Attachment;
  readonly at: number;
  readonly onClose: () => void;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}

function OpenFile({ current, attachment, at, onClose, onPrevious, onNext }: OpenFileProps): ReactElement {
  const [problem, setProblem] = useState<string | null>(null);
  const { data: views } = useQuery(queries.caseFiles(current.id, current.attachments.length));
  const view = views?.find((one) => one.sha256 === attachment.sha256) ?? null;
  useFetching(current, attachment, view, setProblem);
  const count = current.attachments.length;
  const canOpen = view?.canOpen === true;
  const openOutside = async (): Promise<void> => setProblem(await openWithSystem(current.id, attachment));
  const footer = (
    <>
      {count > 1 && (
        <>
          <Button isDisabled={at === 0} onPress={onPrevious}>{t`Previous file`}</Button>
          <Button isDisabled={at === count - 1} onPress={onNext}>{t`Next file`}</Button>
        </>
      )}
      <Button isDisabled={!canOpen} onPress={() => void saveCopy(attachment)}>{t`Save a copy`}</Button>
      <Button isDisabled={!canOpen} onPress={() => void openOutside()}>{t`Open in the system’s viewer`}</Button>
      <Button look="primary" onPress={onClose}>{t`Close`}</Button>
    </>
  );
  return (
    <Dialog title={attachment.name} isOpen onClose={onClose} size="large" footer={footer}>
      <p className="muted">{[kindWords(attachment.mediaType), fileSizeWords(attachment.sizeBytes), view?.label].filter(Boolean).join(' · ')}</p>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      <Content attachment={attachment} view={view} />
    </Dialog>
  );
}

/** Opening a file that is not here asks for it; it appears when it has come. */
function useFetching(current: Case, { sha256 }: Attachment, view: FileView | null, onProblem: (sentence: string) => void): void {
  const isMissing = view !== null && !view.canOpen && view.state === 'notHere';
  useEffect(() => {
    if (!isMissing) return;
    data.files.fetch({ caseId: current.id, sha256 }).catch((error: unknown) => onProblem(dataErrorSentence(error)));
  }, [isMissing, current.id, sha256, onProblem]);
}

function Content({ attachment, view }: { readonly attachment: Attachment; readonly view: FileView | null }): ReactElement {
  if (view === null) return <div className="file-view" />;
  if (!view.canOpen) {
    return (
      <div className="file-view">
        <p className="file-message" role="status">
          {view.sentence}
        </p>
      </div>
    );
  }
  if (isPicture(attachment.mediaType)) return <PictureView attachment={attachment} />;
  if (attachment.mediaType === 'text/plain') return <TextView attachment={attachment} />;
  return (
    <div className="file-view">
      <p className="file-message">{t`Portreeve does not show this kind of file itself. Open it in the system’s viewer: it gets a copy, and changes there do not come back to the case.`}</p>
    </div>
  );
}
