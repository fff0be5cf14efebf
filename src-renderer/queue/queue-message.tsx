import type { ReactElement } from 'react';
import type { QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { askQueue } from './queue-store.ts';
import { EMPTY_WORDS, VIEW_LABELS } from './queue-words.ts';
import type { QueueRows } from './use-queue-rows.ts';

interface QueueMessageProps {
  readonly queue: QueueRows;
  readonly view: QueueView;
  readonly search: string;
}

/** What stands in the list's place while it has no row; nothing when it has. */
export function QueueMessage({ queue, view, search }: QueueMessageProps): ReactElement | null {
  if (queue.rows.length > 0) return null;
  return <div className="queue-message">{messageFor({ queue, view, search })}</div>;
}

function messageFor({ queue, view, search }: QueueMessageProps): ReactElement {
  if (queue.error) {
    return <ErrorNote actions={<Button onPress={queue.retry}>Try again</Button>}>{dataErrorSentence(queue.error)}</ErrorNote>;
  }
  if (queue.isLoading) return <p className="muted queue-loading">Loading cases…</p>;
  if (queue.isMistyped) return <EmptyState icon="search" title="No case can have that number">The last digit does not fit the others, so it was never given out. Ask for it again, digit by digit.</EmptyState>;
  if (search.trim() === '') return <EmptyState icon="list" title="No cases">{EMPTY_WORDS[view]}</EmptyState>;
  return (
    <EmptyState icon="search" title={`Nothing in “${VIEW_LABELS[view]}” fits that search`} action={view === 'all' ? undefined : <Button onPress={() => askQueue({ view: 'all' })}>Search all cases</Button>}>
      Check the spelling, or use fewer words.
    </EmptyState>
  );
}
