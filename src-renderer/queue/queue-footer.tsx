import { t } from '../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { CaseCount } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { Action } from '../app/keymap/action.ts';
import { ActionButton } from '../app/keymap/action-button.tsx';
import { Button } from '../ui/button.tsx';
import { countWords } from './group-lines.ts';

interface QueueFooterProps {
  /** Null while it is being counted. */
  readonly count: CaseCount | null;
  /** False: the cases are still on their way here. */
  readonly isKnown: boolean;
  readonly selectedCount: number;
  /** What can be done to those that are selected. */
  readonly forMany: readonly Action[];
  /** What to know about cases that only the server holds; null: nothing. */
  readonly olderLine: string | null;
  readonly isLoadingMore: boolean;
  /** What was done last to cases of the list, which can be undone; null: nothing. */
  readonly undoable: { readonly sentence: string; readonly onUndo: () => void; readonly key: string } | null;
}

/** How many there are; read out when a search or another view changes it. */
export function QueueFooter({ count, isKnown, selectedCount, forMany, olderLine, isLoadingMore, undoable }: QueueFooterProps): ReactElement {
  return (
    <footer className="queue-footer">
      <span className="number" role="status" aria-label={t`Number of cases`}>
        {count === null ? '' : isKnown ? countWords(count) : <NotKnown />}
      </span>
      <span role="status" aria-label={t`Older cases`}>
        {olderLine}
      </span>
      {selectedCount > 0 && <span className="number">{t`${selectedCount} selected`}</span>}
      {selectedCount > 0 && (
        <span className="queue-for-many" role="group" aria-label={t`For all that are selected`}>
          {forMany.map((action) => (
            <ActionButton key={action.id} action={action} look="quiet" size="small" />
          ))}
        </span>
      )}
      {isLoadingMore && <span className="muted">{t`Loading more…`}</span>}
      {undoable !== null && (
        <span className="queue-undo">
          {undoable.sentence}{' '}
          <Button size="small" look="quiet" onPress={undoable.onUndo} keyHint={undoable.key}>
            {t`Undo`}
          </Button>
        </span>
      )}
    </footer>
  );
}

function NotKnown(): ReactElement {
  return (
    <>
      <span aria-hidden>…</span>
      <span className="visually-hidden">{t`not counted yet`}</span>
    </>
  );
}
