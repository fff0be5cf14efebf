import { type CSSProperties, type KeyboardEvent, type ReactElement, type RefObject, useId, useMemo, useRef, useState } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { completeQuery, type Completion } from '../../../src-shared/queue-query/complete-query.ts';
import { formatPiece, parseQuery } from '../../../src-shared/queue-query/parse-query.ts';
import { resolveQuery } from '../../../src-shared/queue-query/resolve-query.ts';
import { problemSentence, tokenLabel } from '../../../src-shared/queue-query/token-words.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { announce } from '../../ui/announce.tsx';
import { Suggestions } from '../../ui/combo-box.tsx';
import { FieldFrame } from '../../ui/field-frame.tsx';
import { useNow } from '../../ui/use-now.ts';
import { usePicking } from '../../ui/use-picking.ts';
import { chipsOf, takeChips, withoutChip } from './take-chips.ts';
import { QueryChips } from './query-chips.tsx';
import './query-field.css';

export interface QueryFieldProps {
  readonly filters: string;
  readonly text: string;
  readonly onChange: (parts: { readonly filters: string; readonly search: string }) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Stands under the field instead of what is wrong with the filters. */
  readonly error: string | null;
  readonly keyHint: string;
  /** Enter, arrow down or Escape: the person goes on to the list. */
  readonly onDone: () => void;
}

const LONGEST = 500;

/** Words and filters in one field: a filter that is finished becomes a chip before the text. */
export function QueryField({ filters, text, onChange, inputRef, error, keyHint, onDone }: QueryFieldProps): ReactElement {
  const [catalogue, staff, now] = [useCatalogue(), useStaff(), useNow()];
  const listId = useId();
  const anchorName = `--${listId.replace(/[^a-zA-Z0-9-]/g, '')}`;
  const chipList = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState(false);
  const [caret, setCaret] = useState(text.length);
  const chips = useMemo(() => chipsOf(filters), [filters]);
  const { tokens } = useMemo(() => resolveQuery(chips, '', { catalogue, staffId: staff.id, departmentCodes: staff.departmentCodes, now }), [chips, catalogue, staff, now]);
  const offered = useMemo(() => completeQuery(text, Math.min(caret, text.length), catalogue), [text, caret, catalogue]);
  const items = offered.completions.map((completion) => ({ id: completion.text, label: completion.label, detail: completion.detail, completion }));

  const change = (parts: { readonly filters: string; readonly text: string }): void => onChange({ filters: parts.filters, search: parts.text });
  function take(completion: Completion): void {
    const head = `${text.slice(0, offered.from)}${completion.text}${completion.isWhole ? ' ' : ''}`;
    change(takeChips({ filters, text: head + text.slice(offered.to).trimStart() }, head.length));
    setCaret(head.length);
    setOpen(!completion.isWhole);
    inputRef.current?.focus();
  }
  const picking = usePicking({ items, isShown: open && items.length > 0, onTake: ({ completion }) => take(completion), onDismiss: () => setOpen(false) });
  function removeChip(index: number): void {
    const token = tokens[index];
    change({ filters: withoutChip(filters, index), text });
    if (token) announce(t`Filter removed: ${tokenLabel(token, catalogue)}`);
  }
  function editChip(index: number): void {
    const chip = chips[index];
    if (!chip) return;
    const moved = formatPiece(chip);
    change({ filters: withoutChip(filters, index), text: `${moved}${text === '' ? '' : ' '}${text}` });
    setCaret(moved.length);
    setOpen(true);
    inputRef.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    picking.onKeyDown(event);
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    const isAtStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0;
    if (event.key === 'Backspace' && isAtStart && chips.length > 0) removeChip(chips.length - 1);
    else if (event.key === 'ArrowLeft' && isAtStart && chips.length > 0) chipList.current?.querySelector<HTMLElement>('li:last-child button')?.focus();
    else if (event.key === 'Enter') {
      change(takeChips({ filters, text }, text.length, true));
      setOpen(false);
      onDone();
    } else if (event.key === 'ArrowDown') onDone();
    else if (event.key === 'Escape' && text !== '') change({ filters, text: '' });
    else if (event.key === 'Escape') onDone();
    else return;
    event.preventDefault();
  }
  return (
    <FieldFrame label={t`Search cases`} isLabelHidden keyHint={keyHint} error={error ?? problemOf(tokens)} description={hintFor(text)}>
      {(aria) => (
        <div className="query-field field-control">
          <QueryChips chips={tokens} listRef={chipList} onRemove={removeChip} onEdit={editChip} onLeave={() => inputRef.current?.focus()} />
          <input
            {...aria}
            className="query-input"
            style={{ anchorName } as CSSProperties /* safe: newer than React's list of properties */}
            ref={inputRef}
            type="search"
            aria-autocomplete="list"
            aria-controls={listId}
            aria-activedescendant={picking.activeIndex === -1 ? undefined : `${listId}-${picking.activeIndex}`}
            autoComplete="off"
            spellCheck={false}
            placeholder={filters === '' ? t`Words, a number, or dept:water` : ''}
            maxLength={Math.max(0, LONGEST - filters.length - 1)}
            value={text}
            onChange={(event) => {
              const { value, selectionStart } = event.currentTarget;
              const at = selectionStart ?? value.length;
              const taken = takeChips({ filters, text: value }, at);
              change(taken);
              setCaret(at - (value.length - taken.text.length));
              setOpen(true);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
          />
          <Suggestions id={listId} anchorName={anchorName} isShown={open && items.length > 0} items={items} activeIndex={picking.activeIndex} onTake={(item) => take(items.find(({ id }) => id === item.id)?.completion ?? offered.completions[0] ?? NOTHING)} />
        </div>
      )}
    </FieldFrame>
  );
}

const NOTHING: Completion = { text: '', label: '', detail: '', isWhole: true };

function problemOf(tokens: ReturnType<typeof resolveQuery>['tokens']): string | null {
  const sentences = tokens.flatMap(({ token, problem }) => (problem === null ? [] : [problemSentence(problem, token.key)])).filter((sentence) => sentence !== null);
  return sentences[0] ?? null;
}

/** A word that looks like a filter is searched for; that there is no such filter is said. */
function hintFor(text: string): string | undefined {
  for (const piece of parseQuery(text)) {
    const unknown = piece.kind === 'word' ? piece.unknownKey : undefined;
    if (unknown && unknown.closest !== null) return t`There is no filter “${unknown.name}”; it is searched for as a word. Did you mean ${unknown.closest}:?`;
  }
  return undefined;
}
