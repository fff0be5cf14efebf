import { t } from '../../../src-shared/language/language.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import { FORM_LABELS } from '../../../src-shared/correspondence/message-template.ts';
import type { Fact } from '../../../src-shared/domain/fact.ts';
import type { MailLogEntry } from '../../../src-shared/protocol/mail-log.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { goTo } from '../../app/routes.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { showToast } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNow } from '../../ui/use-now.ts';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { LOG_STATES } from './told-state.ts';
import { useSentAbout } from './use-sent-about.ts';
import './told.css';

/** What the server has sent about this case, to citizens and to staff: when, to whom, and what came of it. */
export function MailLogDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const { roles } = useStaff();
  const { log, problem } = useSentAbout(current, null);
  const readsAll = roles.some((role) => role === 'administrator' || role === 'cityManager');
  const footer = (
    <>
      {readsAll && <Button onPress={() => goTo({ screen: 'administration', place: 'mailLog' })}>{t`Open the whole mail log`}</Button>}
      <Button onPress={onClose} keyHint="Esc" look="primary" autoFocus>
        {t`Close`}
      </Button>
    </>
  );
  return (
    <Dialog title={t`Mail log of this case`} isOpen onClose={onClose} size="large" footer={footer}>
      {problem !== null && <p className="muted">{problem}</p>}
      {problem === null && log?.length === 0 && <EmptyState title={t`Nothing was sent yet`}>{t`The server has sent no mail or text about this case.`}</EmptyState>}
      {log !== null && log.length > 0 && <Log entries={log} history={current.history} mayRetry={readsAll} />}
    </Dialog>
  );
}

interface LogProps {
  readonly entries: readonly MailLogEntry[];
  readonly history: readonly Fact[];
  readonly mayRetry: boolean;
}

function Log({ entries, history, mayRetry }: LogProps): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const when = (at: MailLogEntry['at']): string => exactMoment(at, now, catalogue.city.timeZone);
  return (
    <table className="told-log">
      <caption className="visually-hidden">{t`The newest first; addresses are shortened.`}</caption>
      <thead>
        <tr>
          <th scope="col">{t`When`}</th>
          <th scope="col">{t`What`}</th>
          <th scope="col">{t`As`}</th>
          <th scope="col">{t`To`}</th>
          <th scope="col">{t`What came of it`}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row" className="number">
              {when(entry.at)}
            </th>
            <td>{whatWords(entry, history)}</td>
            <td>{entry.method === 'push' ? t`App notification` : FORM_LABELS[entry.method]}</td>
            <td>{entry.staffId === null ? entry.to : `${staffName(catalogue, entry.staffId)} (${entry.to})`}</td>
            <td>
              {outcomeWords(entry, when)}
              {mayRetry && entry.mayRetry && entry.state !== 'waiting' && <SendAgain entry={entry} when={when(entry.at)} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Its subject, or how a text begins; what staff are told has no words on the case. */
function whatWords({ factId, staffId }: MailLogEntry, history: readonly Fact[]): string {
  const fact = history.find(({ id }) => id === factId);
  if (fact?.kind !== 'correspondenceSent') return staffId === null ? t`A message` : t`To staff`;
  return fact.subject === '' ? `${fact.body.slice(0, 60)}${fact.body.length > 60 ? ' …' : ''}` : fact.subject;
}

/** For whoever reads the whole mail log: they may have it tried at once. */
function SendAgain({ entry, when }: { readonly entry: MailLogEntry; readonly when: string }): ReactElement {
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  async function retry(): Promise<void> {
    const reply = await data.admin.retryMails({ ids: [entry.id] }, { context: { timeoutMs: 30_000 } }).catch((error: unknown) => ({ ok: false as const, sentence: dataErrorSentence(error) }));
    if (!reply.ok) return setProblem(reply.sentence);
    showToast(reply.outcomes[0]?.outcome === 'queued' ? t`It is sent again.` : t`It cannot be sent again now; the list says why.`);
    await queryClient.invalidateQueries({ queryKey: ['sentAbout'] });
  }
  return (
    <div>
      <Button size="small" label={t`Send again: to ${entry.to}, of ${when}`} onPress={() => void retry()}>
        {t`Send again`}
      </Button>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
    </div>
  );
}

/** `Sent Mon 23 Nov 14:05`, `Tried again soon, Mon 23 Nov 14:20, 3 tries so far. The mail server …` */
function outcomeWords({ state, sentAt, nextTryAt, tries, problem }: MailLogEntry, when: (at: MailLogEntry['at']) => string): string {
  const at = sentAt ?? (state === 'failed' ? nextTryAt : null);
  const tried = tries > 1 ? t`${tries} tries so far` : '';
  const happened = [LOG_STATES[state].label, at === null ? '' : when(at), tried].filter(Boolean).join(', ');
  return problem === null ? happened : `${happened}. ${problem}`;
}
