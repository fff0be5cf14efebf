import { type ReactElement, useRef, useState } from 'react';
import type { AttentionItem } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { Scope } from '../app/keymap/action.ts';
import { useActions } from '../app/keymap/use-actions.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { Panel } from '../ui/panel.tsx';
import { AttentionCard } from './attention-card.tsx';
import { useSettle } from './use-settle.ts';

const SCOPE: Scope = { id: 'sync.attention', title: 'Needs attention' };

/** What the server refused, until somebody has decided what becomes of each. The keys act on the marked one. */
export function AttentionList({ items }: { readonly items: readonly AttentionItem[] }): ReactElement {
  const [markedSeq, setMarkedSeq] = useState<number | null>(null);
  const [dropping, setDropping] = useState<AttentionItem | null>(null);
  const list = useRef<HTMLUListElement>(null);
  // The entry goes with its buttons: the focus stays in the list, and the keys act on the next one.
  const { settle, problem } = useSettle(() => list.current?.focus());
  const index = Math.max(0, items.findIndex(({ seq }) => seq === markedSeq));
  const marked = items[index];
  const isEnabled = marked !== undefined;
  const move = (step: number) => (): void => setMarkedSeq(items[Math.max(0, Math.min(index + step, items.length - 1))]?.seq ?? null);
  useActions(SCOPE, [
    { id: 'attention.doItAnyway', label: 'Do it anyway', keys: ['d'], run: () => marked && settle(marked, 'doItAnyway'), isEnabled },
    { id: 'attention.keepAsNote', label: 'Keep as a note', keys: ['n'], run: () => marked && settle(marked, 'keepAsNote'), isEnabled },
    { id: 'attention.drop', label: 'Drop', keys: ['x'], run: () => marked && setDropping(marked), isEnabled },
    { id: 'attention.next', label: 'Next entry', keys: ['j'], run: move(1), isEnabled, isKeyOnly: true, doesRepeat: true },
    { id: 'attention.previous', label: 'Previous entry', keys: ['k'], run: move(-1), isEnabled, isKeyOnly: true, doesRepeat: true },
  ]);
  return (
    <Panel title="Needs attention">
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      {items.length === 0 && <p className="muted">Nothing. What the server refuses is shown here, with what was typed, until somebody decides.</p>}
      <ul className="attention-list" aria-label="Needs attention" tabIndex={-1} ref={list}>
        {items.map((item) => (
          <AttentionCard key={item.seq} item={item} isMarked={item === marked} onMark={() => setMarkedSeq(item.seq)} onSettle={(action) => (action === 'drop' ? setDropping(item) : settle(item, action))} />
        ))}
      </ul>
      <DropDialog
        item={dropping}
        onClose={() => setDropping(null)}
        onDrop={(item) => {
          setDropping(null);
          settle(item, 'drop');
        }}
      />
    </Panel>
  );
}

interface DropDialogProps {
  readonly item: AttentionItem | null;
  readonly onClose: () => void;
  readonly onDrop: (item: AttentionItem) => void;
}

/** Dropping is the one choice that loses what was typed: it is asked once, and Enter says yes. */
function DropDialog({ item, onClose, onDrop }: DropDialogProps): ReactElement {
  return (
    <Dialog
      title="Drop this entry?"
      role="alertdialog"
      isOpen={item !== null}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Keep it</Button>
          <Button look="danger" autoFocus onPress={() => item && onDrop(item)}>
            Drop
          </Button>
        </>
      }
    >
      <p>What was typed is not kept on the case:</p>
      <blockquote className="attention-typed">{item?.typed}</blockquote>
    </Dialog>
  );
}
