import type { ReactElement } from 'react';
import { caseCount } from '../ui/case-words.ts';

interface QueueFooterProps {
  /** Null while it is being counted. */
  readonly count: number | null;
  readonly selectedCount: number;
  /** What to know about cases that only the server holds; null: nothing. */
  readonly olderLine: string | null;
  readonly isLoadingMore: boolean;
}

/** How many there are; read out when a search or another view changes it. */
export function QueueFooter({ count, selectedCount, olderLine, isLoadingMore }: QueueFooterProps): ReactElement {
  return (
    <footer className="queue-footer">
      <span className="number" role="status" aria-label="Number of cases">
        {count === null ? '' : caseCount(count)}
      </span>
      <span role="status" aria-label="Older cases">
        {olderLine}
      </span>
      {selectedCount > 0 && <span className="number">{`${selectedCount} selected`}</span>}
      {isLoadingMore && <span className="muted">Loading more…</span>}
    </footer>
  );
}
