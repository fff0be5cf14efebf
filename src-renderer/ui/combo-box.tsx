import { t } from '../../src-shared/language/language.ts';
import { type CSSProperties, type KeyboardEvent, type ReactElement, type Ref, useEffect, useId, useRef, useState } from 'react';
import { type ComboBoxItem, useComboBoxKeys } from './combo-box-state.ts';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';
import './combo-box.css';

export type { ComboBoxItem } from './combo-box-state.ts';

export interface ComboBoxProps extends FieldFrameProps {
  /** What stands in the field; the owner keeps it, and finds `items` for it (at once or later). */
  readonly inputValue: string;
  readonly onInputChange: (text: string) => void;
  /** Best first. They may arrive late: the list shows what it has. */
  readonly items: readonly ComboBoxItem[];
  /** An item was taken by Enter, Tab or click. The owner sets `inputValue` to its label if that is wanted. */
  readonly onTake: (item: ComboBoxItem) => void;
  /** Said in the list's place while nothing matches, such as `No service sounds like that.` */
  readonly emptyText?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly placeholder?: string;
  readonly onBlur?: () => void;
  /** Called for keys that the open list does not use itself. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A text field with suggestions; free text stays allowed, so the owner decides what an unmatched text means. */
export function ComboBox(props: ComboBoxProps): ReactElement {
  const { items, inputValue, onTake } = props;
  const listId = useId();
  const anchorName = `--${listId.replace(/[^a-zA-Z0-9-]/g, '')}`;
  const [open, setOpen] = useState(false);
  const keys = useComboBoxKeys({ items, open, setOpen, onTake, takesOnTab: inputValue.trim() !== '' });
  const isEmptyShown = open && items.length === 0 && inputValue.trim() !== '' && props.emptyText !== undefined;
  const isShown = keys.isOpen || isEmptyShown;

  function take(item: ComboBoxItem): void {
    onTake(item);
    keys.close();
  }

  return (
    <FieldFrame {...props}>
      {(aria) => (
        <>
          <input
            {...aria}
            className="field-control"
            style={{ anchorName } as CSSProperties /* safe: newer than React's list of properties */}
            ref={props.inputRef ?? null}
            role="combobox"
            aria-expanded={keys.isOpen}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={keys.isOpen ? `${listId}-${keys.activeIndex}` : undefined}
            autoComplete="off"
            spellCheck={false}
            value={inputValue}
            placeholder={props.placeholder}
            onChange={(event) => {
              props.onInputChange(event.currentTarget.value);
              setOpen(true);
            }}
            onKeyDown={(event) => {
              keys.onKeyDown(event);
              if (!event.defaultPrevented) props.onKeyDown?.(event);
            }}
            onClick={() => setOpen(true)}
            onBlur={() => {
              setOpen(false);
              props.onBlur?.();
            }}
          />
          <Suggestions id={listId} anchorName={anchorName} isShown={isShown} items={items} activeIndex={keys.activeIndex} onTake={take} />
          {isEmptyShown && (
            <div className="field-description" role="status">
              {props.emptyText}
            </div>
          )}
        </>
      )}
    </FieldFrame>
  );
}

interface SuggestionsProps {
  readonly id: string;
  readonly anchorName: string;
  readonly isShown: boolean;
  readonly items: readonly ComboBoxItem[];
  readonly activeIndex: number;
  readonly onTake: (item: ComboBoxItem) => void;
}

/** The list, in the browser's top layer: no scrolling pane cuts it off. No item is active with an index of -1. */
export function Suggestions(props: SuggestionsProps): ReactElement {
  const { id, isShown, items, activeIndex } = props;
  const list = useRef<HTMLUListElement>(null);
  const isVisible = isShown && items.length > 0;
  useEffect(() => {
    if (isVisible) list.current?.showPopover();
    else list.current?.hidePopover();
  }, [isVisible]);
  useEffect(() => {
    list.current?.children[activeIndex]?.scrollIntoView({ block: 'nearest' });
  }, [activeIndex]);
  return (
    <ul
      id={id}
      className="combo-box-list"
      ref={list}
      popover="manual"
      role="listbox"
      aria-label={t`Suggestions`}
      style={{ positionAnchor: props.anchorName } as CSSProperties /* safe: newer than React's list of properties */}
    >
      {items.map((item, index) => (
        <li
          key={item.id}
          id={`${id}-${index}`}
          className="combo-box-item"
          role="option"
          aria-selected={index === activeIndex}
          onMouseDown={(event) => event.preventDefault() /* the field keeps the focus */}
          onClick={() => props.onTake(item)}
        >
          <span>{item.label}</span>
          {item.detail !== undefined && <span className="muted">{item.detail}</span>}
        </li>
      ))}
    </ul>
  );
}
