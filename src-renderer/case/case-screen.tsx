import { t } from '../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { CaseView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { seesSealedCases } from '../../src-shared/domain/visibility.ts';
import type { KeptFile } from '../../src-shared/protocol/data-rpc/kept-file.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import { SEALED_ELSEWHERE } from '../app/open-case-by-number.ts';
import { usePageTitle } from '../app/page-title.ts';
import { goBack } from '../app/routes.ts';
import { ScanOffer } from '../app/scans/scan-offer.tsx';
import { useStaff } from '../app/workplace.tsx';
import { data } from '../data/data-client.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { newCommandId } from '../data/new-id.ts';
import { queries } from '../data/queries.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { CaseDialog } from './case-dialogs.tsx';
import { CaseHeader } from './case-header.tsx';
import { CaseFacts } from './facts/case-facts.tsx';
import { HistoryList } from './history-list.tsx';
import { FileDialog } from './files/file-dialog.tsx';
import { useAttaching } from './files/use-attaching.ts';
import { useCaseActions } from './use-case-actions.ts';
import { usePresence } from './use-presence.ts';
import './case.css';

/** One case: what it is, what was promised, what happened, and everything that can be done with one letter. */
export function CaseScreen({ caseId }: { readonly caseId: CaseId }): ReactElement | null {
  const { data: view, error } = useQuery(queries.caseView(caseId));
  if (error && view === undefined) return <Missing title={t`The case could not be read`}>{dataErrorSentence(error)}</Missing>;
  if (view === undefined) return null;
  if (view === null) {
    return <NotHere />;
  }
  return <OpenCase key={caseId} view={view} />;
}

function NotHere(): ReactElement {
  const isSealedPerhaps = seesSealedCases(useStaff());
  return (
    <Missing title={t`This case is not on this workstation`}>
      {t`It may belong to a department you do not see, or be newer than the last sync. Search for its number in the queue.${isSealedPerhaps ? ` ${SEALED_ELSEWHERE}` : ''}`}
    </Missing>
  );
}

function Missing({ title, children }: { readonly title: string; readonly children: string }): ReactElement {
  return (
    <EmptyState title={title} action={<Button onPress={goBack}>{t`Back`}</Button>}>
      {children}
    </EmptyState>
  );
}

function OpenCase({ view }: { readonly view: CaseView }): ReactElement {
  const { case: current } = view;
  const name = t`Case ${formatTrackingNumber(current.trackingNumber)}`;
  usePageTitle(name);
  const region = useRef<HTMLElement>(null);
  const fileInput = useRef<HTMLInputElement>(null);
  const attaching = useAttaching(current.id);
  const [openFile, setOpenFile] = useState<string | null>(null);
  const actions = useCaseActions(current, { chooseFile: () => fileInput.current?.click(), viewFiles: () => setOpenFile(current.attachments[0]?.sha256 ?? null) });
  const canAttach = actions.shown.some(({ id, isEnabled }) => id === 'case.attach' && isEnabled !== false);
  // Letters act from here on: the focus is on the case, not on whatever opened it.
  useEffect(() => region.current?.focus(), []);
  return (
    <section
      className="case"
      aria-label={name}
      ref={region}
      tabIndex={-1}
      onPaste={attaching.onPaste}
      onDrop={attaching.onDrop}
      onDragOver={attaching.onDragOver}
    >
      <div className="case-body">
        <CaseHeader view={view} actions={actions} colleagues={usePresence(current.id)} />
        {[actions.problem, attaching.problem].map((problem, index) => problem !== null && <ErrorNote key={index}>{problem}</ErrorNote>)}
        {canAttach && <ScanOffer scope={SCAN_SCOPE} actionId="case.attachScan" onTake={(file) => attachScan(current.id, file)} />}
        <div className="case-columns">
          <CaseFacts view={view} actions={actions} onOpenFile={setOpenFile} />
          <HistoryList view={view} />
        </div>
      </div>
      <input ref={fileInput} type="file" multiple hidden aria-hidden="true" tabIndex={-1} onChange={(event) => attaching.attach([...(event.currentTarget.files ?? [])])} />
      <CaseDialog open={actions.open} current={current} onClose={actions.closeDialog} openNext={actions.openDialog} />
      <FileDialog current={current} sha256={openFile} onShow={setOpenFile} />
    </section>
  );
}

const SCAN_SCOPE = { id: 'case', title: t`Case` };

/** Null when it is attached; else why not, and what to do. */
async function attachScan(caseId: CaseId, file: KeptFile): Promise<string | null> {
  const reply = await data.scans.attachKept({ commandId: newCommandId(), caseId, file });
  if (reply.ok) return null;
  return 'reason' in reply && reply.reason === 'nothingToChange' ? t`It is attached to this case already.` : reply.sentence;
}
