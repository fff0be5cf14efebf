import type { ReactElement } from 'react';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import { FORM_LABELS } from '../../../src-shared/correspondence/message-template.ts';
import type { MailLogEntry } from '../../../src-shared/protocol/mail-log.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { goTo } from '../../app/routes.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
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
      {readsAll && <Button onPress={() => goTo({ screen: 'administration', place: 'mailLog' })}>Open the whole mail log</Button>}
      <Button onPress={onClose} keyHint="Esc" look="primary" autoFocus>
        Close
      </Button>
    </>
  );
  return (
    <Dialog title="Mail log of this case" isOpen onClose={onClose} size="large" footer={footer}>
      {problem !== null && <p className="muted">{problem}</p>}
      {log?.length === 0 && <EmptyState title="Nothing was sent yet">The server has sent no mail or text about this case.</EmptyState>}
      {log !== null && log.length > 0 && <Log entries={log} />}
    </Dialog>
  );
}

function Log({ entries }: { readonly entries: readonly MailLogEntry[] }): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const when = (at: MailLogEntry['at']): string => exactMoment(at, now, catalogue.city.timeZone);
  return (
    <table className="told-log">
      <caption className="visually-hidden">The newest first; addresses are shortened.</caption>
      <thead>
        <tr>
          <th scope="col">Given to the server’s mail</th>
          <th scope="col">As</th>
          <th scope="col">To</th>
          <th scope="col">What came of it</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row" className="number">
              {when(entry.at)}
            </th>
            <td>{entry.method === 'push' ? 'App notification' : FORM_LABELS[entry.method]}</td>
            <td>{entry.staffId === null ? entry.to : `${staffName(catalogue, entry.staffId)} (${entry.to})`}</td>
            <td>{outcomeWords(entry, when)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `Sent Mon 23 Nov 14:05`, `Tried again soon, Mon 23 Nov 14:20, 3 tries so far. The mail server …` */
function outcomeWords({ state, sentAt, nextTryAt, tries, problem }: MailLogEntry, when: (at: MailLogEntry['at']) => string): string {
  const at = sentAt ?? nextTryAt;
  const tried = tries > 1 ? `${tries} tries so far` : '';
  const happened = [LOG_STATES[state].label, at === null ? '' : when(at), tried].filter(Boolean).join(', ');
  return problem === null ? happened : `${happened}. ${problem}`;
}
