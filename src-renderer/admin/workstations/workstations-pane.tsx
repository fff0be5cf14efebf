import { t } from '../../../src-shared/language/language.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { WorkstationEntry } from '../../../src-shared/protocol/workstations.ts';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { showToast } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { adminQueries } from '../admin-queries.ts';
import { WorkstationsTable } from './workstations-table.tsx';

const TIMEOUT_MS = 30_000;

/** Which computers the city's records are on, when the server saw each last, and the way to shut one out. */
export function WorkstationsPane(): ReactElement {
  const queryClient = useQueryClient();
  const asked = useQuery(adminQueries.workstations());
  const [blocking, setBlocking] = useState<WorkstationEntry | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const found = asked.data?.ok === true ? asked.data.workstations : null;
  const notAnswered = asked.isError ? dataErrorSentence(asked.error) : asked.data?.ok === false ? asked.data.sentence : null;

  async function set({ id, name }: WorkstationEntry, isBlocked: boolean): Promise<void> {
    setBlocking(null);
    setProblem(null);
    try {
      const reply = await data.admin.blockWorkstation({ target: id, isBlocked }, { context: { timeoutMs: TIMEOUT_MS } });
      if (!reply.ok) return setProblem(reply.sentence);
      queryClient.setQueryData(adminQueries.workstations().queryKey, reply);
      showToast(isBlocked ? t`${name} is shut out.` : t`${name} is let in again.`);
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
  }
  return (
    <div className="admin-tool">
      <header className="admin-pane-head">
        <h2 tabIndex={-1}>{t`Workstations`}</h2>
        <Button size="small" onPress={() => void asked.refetch()} isPending={asked.isRefetching}>
          {t`Look again`}
        </Button>
      </header>
      <p className="muted">{t`Every computer that was enrolled at the server. One that is lost or stolen is shut out: the server answers it no more. A new one is enrolled at its first start, with the code of the server.`}</p>
      {(problem ?? notAnswered) !== null && <ErrorNote>{problem ?? notAnswered}</ErrorNote>}
      {asked.isPending && <p className="muted">{t`Asking the server …`}</p>}
      {found !== null && (
        <>
          <p className="number" role="status" aria-label={t`How many`}>
            {howMany(found.length, found.filter(({ isBlocked }) => isBlocked).length)}
          </p>
          <WorkstationsTable workstations={found} onBlock={setBlocking} onUnblock={(one) => void set(one, false)} />
        </>
      )}
      {blocking !== null && <BlockDialog workstation={blocking} onClose={() => setBlocking(null)} onBlock={() => void set(blocking, true)} />}
    </div>
  );
}

interface BlockDialogProps {
  readonly workstation: WorkstationEntry;
  readonly onClose: () => void;
  readonly onBlock: () => void;
}

function BlockDialog({ workstation: { name, id }, onClose, onBlock }: BlockDialogProps): ReactElement {
  return (
    <Dialog
      title={t`Shut out ${name}?`}
      role="alertdialog"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button autoFocus onPress={onClose} keyHint="Esc">
            {t`Cancel`}
          </Button>
          <Button look="danger" onPress={onBlock}>
            {t`Shut it out`}
          </Button>
        </>
      }
    >
      <p>{t`The server answers it no more: it sends nothing and gets nothing new. What was typed there and not sent yet stays there, and is sent when it is let in again.`}</p>
      <p>{t`What it holds already stays on its disk, behind the passwords of those who have signed in there. If it was stolen, give them new ones.`}</p>
      <p className="muted number">{id}</p>
    </Dialog>
  );
}

function howMany(count: number, shutOut: number): string {
  const all = count === 1 ? t`1 workstation` : t`${count} workstations`;
  return shutOut === 0 ? t`${all}.` : t`${all}, ${shutOut} shut out.`;
}
