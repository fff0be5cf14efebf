import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { dataErrorSentence } from '../../data/data-error.ts';
import { officeCommands } from '../../data/office.ts';
import { queries } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useNow } from '../../ui/use-now.ts';
import { changeDraft } from '../admin-store.ts';
import { countOf } from '../draft/draft.ts';
import { type SentItem, withSentBack } from '../use-sent-changes.ts';

/** What was published from here and is not in the catalogue yet: on its way, waiting for the connection, or refused. */
export function SentList({ items }: { readonly items: readonly SentItem[] }): ReactElement | null {
  if (items.length === 0) return null;
  return (
    <ul className="admin-cards" aria-label={t`Published, on its way`}>
      {items.map((item) => (
        <SentCard key={item.sent.commandId} {...item} />
      ))}
    </ul>
  );
}

function SentCard({ sent, item }: SentItem): ReactElement {
  const { timeZone } = useCatalogue().city;
  const { data: status } = useQuery(queries.syncStatus());
  const [problem, setProblem] = useState<string | null>(null);
  const now = useNow();
  const count = countOf(sent);
  const what = count === 1 ? t`1 change, published ${exactMoment(sent.at, now, timeZone)}: “${sent.note}”` : t`${count} changes, published ${exactMoment(sent.at, now, timeZone)}: “${sent.note}”`;
  async function takeIn(): Promise<void> {
    try {
      if (item?.mayDismiss === true) await officeCommands.dismiss(sent.commandId);
      changeDraft((draft) => withSentBack(draft, sent));
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
  }
  const isOffline = status?.connection === 'offline';
  const mayTakeIn = item?.mayDismiss === true;
  return (
    <li>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      <Note
        tone={item?.state === 'refused' ? 'danger' : 'info'}
        actions={
          mayTakeIn && (
            <Button size="small" onPress={() => void takeIn()}>
              {t`Take the changes back here`}
            </Button>
          )
        }
      >
        <strong>{item?.state === 'refused' ? t`Not taken by the server. ` : isOffline ? t`Waits for the server. ` : t`On its way to the server. `}</strong>
        {item?.sentence ?? (isOffline ? t`It goes by itself when the connection is back; until then what was set before holds. ` : '')}
        <span className="muted-line">{what}</span>
      </Note>
    </li>
  );
}
