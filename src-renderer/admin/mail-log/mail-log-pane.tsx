import { t } from '../../../src-shared/language/language.ts';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { dataErrorSentence } from '../../data/data-error.ts';
import { data } from '../../data/data-client.ts';
import { showToast } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { adminQueries, type MailLogOnly } from '../admin-queries.ts';
import { MailLogTable } from './mail-log-table.tsx';

const FILTERS: readonly { readonly value: MailLogOnly; readonly label: string }[] = [
  { value: 'all', label: t`Everything` },
  { value: 'problems', label: t`What somebody should look at` },
  { value: 'waiting', label: t`What is still to be sent` },
];

/** What the server has sent, to whom, and what came of it. */
export function MailLogPane(): ReactElement {
  const queryClient = useQueryClient();
  const [only, setOnly] = useState<MailLogOnly>('all');
  const [problem, setProblem] = useState<string | null>(null);
  const pages = useInfiniteQuery(adminQueries.mailLog(only));
  const entries = pages.data?.pages.flatMap((page) => (page.ok ? page.entries : [])) ?? [];
  const notAnswered = pages.data?.pages.find((page) => !page.ok);
  const shownProblem = problem ?? (pages.isError ? dataErrorSentence(pages.error) : notAnswered?.ok === false ? notAnswered.sentence : null);

  async function retry(id: string): Promise<void> {
    setProblem(null);
    try {
      const reply = await data.admin.retryMails({ ids: [id] }, { context: { timeoutMs: 30_000 } });
      if (!reply.ok) return setProblem(reply.sentence);
      showToast(reply.outcomes[0]?.outcome === 'queued' ? t`It is sent again.` : t`It cannot be sent again now; the list says why.`);
      await queryClient.invalidateQueries({ queryKey: ['adminMailLog'] });
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
  }
  return (
    <div className="admin-tool">
      <header className="admin-pane-head">
        <h2 tabIndex={-1}>{t`Mail log`}</h2>
        <Button size="small" onPress={() => void pages.refetch()} isPending={pages.isRefetching}>
          {t`Look again`}
        </Button>
      </header>
      <div className="admin-fields">
        <Select<MailLogOnly> label={t`Show`} value={only} onChange={setOnly} choices={FILTERS} />
      </div>
      {shownProblem !== null && <ErrorNote>{shownProblem}</ErrorNote>}
      {pages.isPending && <p className="muted">{t`Asking the server …`}</p>}
      {pages.isSuccess && shownProblem === null && entries.length === 0 && <EmptyState title={t`Nothing here`}>{only === 'all' ? t`The server has sent nothing yet.` : t`Choose “Everything” to see what was sent.`}</EmptyState>}
      {entries.length > 0 && <MailLogTable entries={entries} onRetry={(id) => void retry(id)} />}
      {pages.hasNextPage && (
        <div>
          <Button onPress={() => void pages.fetchNextPage()} isPending={pages.isFetchingNextPage}>
            {t`Show older ones`}
          </Button>
        </div>
      )}
    </div>
  );
}
