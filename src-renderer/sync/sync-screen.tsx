import { t } from '../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Action, Scope } from '../app/keymap/action.ts';
import { ActionButton } from '../app/keymap/action-button.tsx';
import { useActions } from '../app/keymap/use-actions.ts';
import { data } from '../data/data-client.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { desktop } from '../data/desktop.ts';
import { queries } from '../data/queries.ts';
import { showToast } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { SplitPane } from '../ui/panel.tsx';
import { AttentionList } from './attention-list.tsx';
import { ConnectionPanel } from './connection-panel.tsx';
import { saveText } from './save-text.ts';
import { FormsPanel } from './forms/forms-panel.tsx';
import { PrinterPanel } from './printer-panel.tsx';
import { PrintJobsPanel } from './print-jobs-panel.tsx';
import { ScanFolderPanel } from './scan-folder-panel.tsx';
import { StationPanel } from './station-panel.tsx';
import { UpdatePanel } from './update-panel.tsx';
import './sync.css';

const SCOPE: Scope = { id: 'sync', title: t`Sync` };

/** What is between this workstation and the server, and between it and the paper. */
export function SyncScreen(): ReactElement {
  const status = useQuery(queries.syncStatus());
  const { actions, problem } = useSyncActions();
  useActions(SCOPE, Object.values(actions));
  return (
    <section className="page" aria-labelledby="sync-title">
      <header className="page-header">
        <h1 id="sync-title">{t`Sync`}</h1>
        <div className="button-row">
          <ActionButton action={actions.copyDiagnostics} />
          <ActionButton action={actions.saveDiagnostics} />
          <ActionButton action={actions.now} look="primary" icon="sync" />
        </div>
      </header>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      {status.isError && <ErrorNote actions={<Button onPress={() => void status.refetch()}>{t`Try again`}</Button>}>{dataErrorSentence(status.error)}</ErrorNote>}
      {status.data && (
        <>
          <ConnectionPanel status={status.data} />
          <AttentionList items={status.data.attention} />
          <SplitPane
            first={
              <>
                <PrintJobsPanel />
                <StationPanel status={status.data} />
              </>
            }
            second={
              <>
                <PrinterPanel />
                <ScanFolderPanel />
                <FormsPanel />
                <UpdatePanel />
              </>
            }
          />
        </>
      )}
    </section>
  );
}

interface SyncActions {
  readonly actions: { readonly [Name in 'now' | 'copyDiagnostics' | 'saveDiagnostics' | 'exportLogs']: Action };
  readonly problem: string | null;
}

function useSyncActions(): SyncActions {
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = (work: () => Promise<void>) => (): void => {
    setProblem(null);
    work().catch((error: unknown) => setProblem(dataErrorSentence(error)));
  };
  const now = attempt(async () => {
    await data.sync.now();
    showToast(t`Asking the server now.`);
  });
  const copy = attempt(async () => {
    await navigator.clipboard.writeText((await data.sync.diagnostics()).text);
    showToast(t`Diagnostics copied. They hold counts and versions, nothing a citizen said.`);
  });
  const save = attempt(async () => saveText((await data.sync.diagnostics()).text, 'portreeve-diagnostics.txt'));
  return {
    problem,
    actions: {
      now: { id: 'sync.now', label: t`Sync now`, run: now },
      copyDiagnostics: { id: 'sync.copyDiagnostics', label: t`Copy diagnostics`, run: copy },
      saveDiagnostics: { id: 'sync.saveDiagnostics', label: t`Save diagnostics`, run: save },
      exportLogs: { id: 'sync.exportLogs', label: t`Save logs for IT`, run: () => void desktop().exportLogs() },
    },
  };
}
