import { t, tFor } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import type { Attachment } from '../../../src-shared/domain/case.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { FileState, FileView } from '../../../src-shared/protocol/data-rpc/file-views.ts';
import { fileSizeWords } from '../../../src-shared/util/file-size.ts';
import { toBase64 } from '../../data/base64.ts';
import { data } from '../../data/data-client.ts';
import { readFile } from '../../data/file-transfer.ts';
import { queries } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { StatusPill, type Tone } from '../../ui/status-pill.tsx';
import { isPicture, kindWords } from './file-name.ts';
import { makeThumbnail } from './make-thumbnail.ts';
import { saveCopy } from './save-copy.ts';
import './files.css';

export interface FileListProps {
  readonly current: Case;
  readonly onOpen: (sha256: string) => void;
}

/** The files of the case: a small picture or a word for each, where it stands, and how to open it. */
export function FileList({ current, onOpen }: FileListProps): ReactElement {
  const { data: views } = useQuery(queries.caseFiles(current.id, current.attachments.length));
  return (
    <ul aria-label={t`Files`} className="files">
      {current.attachments.map((attachment) => (
        <FileLine key={attachment.sha256} attachment={attachment} view={views?.find(({ sha256 }) => sha256 === attachment.sha256) ?? null} onOpen={onOpen} />
      ))}
    </ul>
  );
}

const LOOKS: Record<FileState, { readonly tone: Tone; readonly icon: IconName }> = {
  hereOnly: { tone: 'warning', icon: 'disk' },
  sending: { tone: 'info', icon: 'arrowUp' },
  atServer: { tone: 'success', icon: 'check' },
  notHere: { tone: 'neutral', icon: 'offline' },
  fetching: { tone: 'info', icon: 'down' },
  refused: { tone: 'danger', icon: 'warning' },
};

interface FileLineProps {
  readonly attachment: Attachment;
  /** Null until it is known. */
  readonly view: FileView | null;
  readonly onOpen: (sha256: string) => void;
}

function FileLine({ attachment, view, onOpen }: FileLineProps): ReactElement {
  const { name, mediaType, sizeBytes, sha256 } = attachment;
  useMissingThumbnail(attachment, view);
  return (
    <li className="file">
      <Thumbnail attachment={attachment} hasThumbnail={view?.hasThumbnail === true} />
      <div className="file-words">
        <p className="file-name">{name}</p>
        <p className="muted">{`${kindWords(mediaType)} · ${fileSizeWords(sizeBytes)}`}</p>
        {view !== null && (
          <p className="file-state">
            <StatusPill {...LOOKS[view.state]} label={view.label} />
          </p>
        )}
        {view !== null && view.state !== 'atServer' && <p className={view.state === 'refused' ? 'file-refused' : 'muted'}>{view.sentence}</p>}
        <div className="file-buttons">
          <Button size="small" label={t`Open ${name}`} isDisabled={view?.state === 'refused'} onPress={() => onOpen(sha256)}>
            {tFor('verb')`Open`}
          </Button>
          <Button size="small" look="quiet" label={t`Save a copy of ${name}`} isDisabled={view?.canOpen !== true} onPress={() => void saveCopy(attachment)}>
            {t`Save a copy`}
          </Button>
        </div>
      </div>
    </li>
  );
}

function Thumbnail({ attachment, hasThumbnail }: { readonly attachment: Attachment; readonly hasThumbnail: boolean }): ReactElement {
  const { data: thumbnail } = useQuery({ ...queries.thumbnail(attachment.sha256), enabled: hasThumbnail });
  if (thumbnail) return <img className="file-thumbnail" src={`data:image/*;base64,${thumbnail.bytesBase64}`} alt={attachment.name} />;
  return (
    <span className="file-thumbnail file-kind" aria-hidden="true">
      {kindWords(attachment.mediaType)}
    </span>
  );
}

const tried = new Set<string>();

/** A picture that is here without a small one gets it: it came before there were any, or from somewhere that could not make one. */
function useMissingThumbnail({ sha256, mediaType }: Attachment, view: FileView | null): void {
  const isMissing = view !== null && view.canOpen && !view.hasThumbnail && isPicture(mediaType);
  useEffect(() => {
    if (!isMissing || tried.has(sha256)) return;
    tried.add(sha256);
    void addThumbnail(sha256, mediaType);
  }, [isMissing, sha256, mediaType]);
}

async function addThumbnail(sha256: string, mediaType: string): Promise<void> {
  try {
    const bytes = await readFile(sha256);
    const thumbnail = bytes && (await makeThumbnail(new Blob([bytes], { type: mediaType })));
    if (thumbnail) await data.files.keepThumbnail({ sha256, bytesBase64: toBase64(thumbnail) });
  } catch {
    tried.delete(sha256); // the data process ended meanwhile; the next look tries again
  }
}

