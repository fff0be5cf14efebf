import { t } from '../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { formatPiece, formatQuery, parseQuery } from '../../src-shared/queue-query/parse-query.ts';
import { queries } from '../data/queries.ts';
import type { QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { Action } from '../app/keymap/action.ts';
import { ActionButton } from '../app/keymap/action-button.tsx';
import { dataErrorSentence } from '../data/data-error.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { askQueue } from './queue-store.ts';
import { EMPTY_WORDS, VIEW_LABELS } from './queue-words.ts';
import type { QueueRows } from './use-queue-rows.ts';

interface QueueMessageProps {
  readonly queue: QueueRows;
  /** What to say while the cases are still on their way here; null: they are here. */
  readonly onTheirWay: string | null;
  readonly view: QueueView;
  /** Chips and text together. */
  readonly search: string;
  readonly searchAll: Action;
}

/** What stands in the list's place while it has no row; nothing when it has. */
export function QueueMessage(props: QueueMessageProps): ReactElement | null {
  if (props.queue.rows.length > 0) return null;
  return <div className="queue-message">{messageFor(props)}</div>;
}

function messageFor({ queue, onTheirWay, view, search, searchAll }: QueueMessageProps): ReactElement {
  if (queue.error) {
    return <ErrorNote actions={<Button onPress={queue.retry}>{t`Try again`}</Button>}>{dataErrorSentence(queue.error)}</ErrorNote>;
  }
  if (queue.isLoading) return <p className="muted queue-loading">{t`Loading cases…`}</p>;
  if (queue.isMistyped) return <EmptyState icon="search" title={t`No case can have that number`}>{t`The last digit does not fit the others, so it was never given out. Ask for it again, digit by digit.`}</EmptyState>;
  if (onTheirWay !== null) return <p className="muted queue-loading">{onTheirWay}</p>;
  if (search.trim() === '') return <EmptyState icon="list" title={t`No cases`}>{EMPTY_WORDS[view]}</EmptyState>;
  return <NothingFits view={view} search={search} searchAll={searchAll} />;
}

/** Which part of the question is in the way, where one is: taken out by a press. */
function NothingFits({ view, search, searchAll }: Omit<QueueMessageProps, 'queue' | 'onTheirWay'>): ReactElement {
  const { data: why } = useQuery(queries.whyEmpty({ view, search }));
  const removing = why?.removing ?? [];
  const without = (part: string): void => askQueue({ filters: formatQuery(parseQuery(search).filter((piece) => formatPiece(piece) !== part)), search: '' });
  const actions = (
    <>
      {removing.slice(0, 3).map((part) => (
        <Button key={part} onPress={() => without(part)}>
          {t`Without ${part}`}
        </Button>
      ))}
      {view !== 'all' && (removing.length === 0 || why?.isOfView === true) && <ActionButton action={searchAll} />}
    </>
  );
  return (
    <EmptyState icon="search" title={t`Nothing in “${VIEW_LABELS[view]}” fits that search`} action={actions}>
      {removing.length > 0 ? t`${removing.join(', ')}: without it there are cases.` : why?.isOfView === true ? t`Among all cases there are some.` : t`Check the spelling, or use fewer words.`}
    </EmptyState>
  );
}
