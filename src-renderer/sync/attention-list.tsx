import { t } from '../../src-shared/language/language.ts';
import { type ReactElement, type RefObject, useEffect, useRef, useState } from 'react';
import { AttentionAction, type AttentionItem } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { Action, Scope } from '../app/keymap/action.ts';
import { useActions } from '../app/keymap/use-actions.ts';
import { ErrorNote } from '../ui/note.tsx';
import { Panel } from '../ui/panel.tsx';
import { AttentionCard } from './attention-card.tsx';
import { ACTION_WORDS } from './attention-words.ts';
import { DropDialog } from './drop-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { useSettle } from './use-settle.ts';

const SCOPE: Scope = { id: 'sync.attention', title: t`Needs attention` };

/** What had no effect, until somebody has decided what becomes of each. The keys act on the marked one; settling it goes on to the next. */
export function AttentionList({ items }: { readonly items: readonly AttentionItem[] }): ReactElement {
  const [asking, setAsking] = useState<{ readonly action: 'drop' | 'handOver'; readonly item: AttentionItem } | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const { marked, mark, move, goOn } = useMarked(items, list);
  const { settle, problem } = useSettle(items.length, goOn);
  const decide = (item: AttentionItem, action: AttentionAction): void => {
    if (action === 'drop' || action === 'handOver') setAsking({ action, item });
    else settle({ item, action, to: null });
  };
  const close = (): void => setAsking(null);
  const toAction = (action: AttentionAction): Action => {
    const { label } = ACTION_WORDS[action];
    return { id: `attention.${action}`, label, run: () => marked && decide(marked, action), isEnabled: marked?.actions.includes(action) === true };
  };
  useActions(SCOPE, [
    ...AttentionAction.options.map(toAction),
    { id: 'attention.next', label: t`Next entry`, run: () => move(1), isEnabled: marked !== undefined, isKeyOnly: true, doesRepeat: true },
    { id: 'attention.previous', label: t`Previous entry`, run: () => move(-1), isEnabled: marked !== undefined, isKeyOnly: true, doesRepeat: true },
  ]);
  return (
    <Panel title={items.length === 0 ? t`Needs attention` : t`Needs attention (${items.length})`}>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      {items.length === 0 && <p className="muted">{t`Nothing. What the server refuses is shown here, with what was typed, until somebody decides.`}</p>}
      {/* Empty it is only where the focus stays when the last entry is settled: "list with no items" says nothing. */}
      <ul className="attention-list" role={items.length === 0 ? 'group' : undefined} aria-label={t`Needs attention`} tabIndex={-1} ref={list}>
        {items.map((item) => (
          <AttentionCard key={item.uid} item={item} isMarked={item === marked} onMark={() => mark(item.uid)} onDecide={(action) => decide(item, action)} />
        ))}
      </ul>
      {asking?.action === 'drop' && (
        <DropDialog
          item={asking.item}
          onClose={close}
          onDrop={() => {
            close();
            settle({ item: asking.item, action: 'drop', to: null });
          }}
        />
      )}
      {asking?.action === 'handOver' && (
        <HandOverDialog
          item={asking.item}
          onClose={close}
          onHandOver={(to) => {
            close();
            settle({ item: asking.item, action: 'handOver', to });
          }}
        />
      )}
    </Panel>
  );
}

interface Marked {
  readonly marked: AttentionItem | undefined;
  readonly mark: (uid: string) => void;
  readonly move: (step: number) => void;
  /** This one is about to go: the next one is marked, and gets the focus once the list has changed. */
  readonly goOn: (item: AttentionItem) => void;
}

function useMarked(items: readonly AttentionItem[], list: RefObject<HTMLUListElement | null>): Marked {
  const [uid, setUid] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<string | null>(null);
  const index = Math.max(0, items.findIndex((item) => item.uid === uid));
  const marked = items[index];
  const markedUid = marked?.uid;
  useEffect(() => {
    if (leaving === null || items.some((item) => item.uid === leaving)) return;
    setLeaving(null);
    // The entry went with its buttons: without this the focus would fall to the page.
    focusCard(list.current, markedUid);
  }, [leaving, items, markedUid, list]);
  return {
    marked,
    mark: setUid,
    move(step) {
      const next = items[Math.max(0, Math.min(index + step, items.length - 1))];
      setUid(next?.uid ?? null);
      focusCard(list.current, next?.uid);
    },
    goOn(item) {
      const at = items.findIndex((one) => one.uid === item.uid);
      setUid((items[at + 1] ?? items[at - 1])?.uid ?? null);
      setLeaving(item.uid);
    },
  };
}

/** The card of one entry, or the list itself when there is none. */
function focusCard(list: HTMLUListElement | null, uid: string | undefined): void {
  const card = [...(list?.children ?? [])].find((child) => child.getAttribute('data-uid') === uid);
  (card instanceof HTMLElement ? card : list)?.focus();
}
