import { t } from '../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { BoardTab } from '../../src-shared/protocol/data-rpc/overdue-views.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { Button } from '../ui/button.tsx';
import { caseCount } from '../ui/case-words.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { askBoard } from './overdue-store.ts';
import type { Board } from './use-board.ts';

const EMPTY: Record<BoardTab, { readonly title: string; readonly words: string }> = {
  overdue: { title: t`Nothing is overdue`, words: t`No promise is late.` },
  dueSoon: { title: t`Nothing is due soon`, words: t`No promise is near its date.` },
  wasOverdue: { title: t`Nothing was overdue`, words: t`No promise that was missed has been kept in the last 30 days.` },
};

export interface OverdueMessageProps {
  readonly board: Board;
  readonly tab: BoardTab;
  readonly departmentCode: string | null;
}

/** What stands in the list's place while it has no row; nothing when it has. */
export function OverdueMessage({ board, tab, departmentCode }: OverdueMessageProps): ReactElement | null {
  if (board.rows.length > 0) return null;
  return <div className="overdue-message">{messageFor({ board, tab, departmentCode })}</div>;
}

function messageFor({ board, tab, departmentCode }: OverdueMessageProps): ReactElement {
  if (board.error) return <ErrorNote actions={<Button onPress={board.retry}>{t`Try again`}</Button>}>{dataErrorSentence(board.error)}</ErrorNote>;
  if (board.isLoading) return <p className="muted overdue-loading">{t`Loading cases…`}</p>;
  const { title, words } = EMPTY[tab];
  const soon = tab === 'overdue' ? (board.counts?.dueSoon ?? 0) : 0;
  return (
    <EmptyState icon="check" title={title} action={wayOn(soon, departmentCode)}>
      {soon === 0 ? words : soon === 1 ? t`${words} 1 case is due soon.` : t`${words} ${caseCount(soon)} are due soon.`}
    </EmptyState>
  );
}

function wayOn(dueSoon: number, departmentCode: string | null): ReactElement | undefined {
  if (dueSoon > 0) return <Button onPress={() => askBoard({ tab: 'dueSoon' })}>{t`Show what is due soon`}</Button>;
  return departmentCode === null ? undefined : <Button onPress={() => askBoard({ departmentCode: null })}>{t`Show all departments`}</Button>;
}
