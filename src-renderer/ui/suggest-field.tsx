import { type CSSProperties, type KeyboardEvent, type ReactElement, type Ref, useId, useState } from 'react';
import { Suggestions } from './combo-box.tsx';
import type { ComboBoxItem } from './combo-box-state.ts';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';
import { usePicking } from './use-picking.ts';

export interface SuggestFieldProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly items: readonly ComboBoxItem[];
  /** The items for the present text are still on their way. */
  readonly isWaiting?: boolean;
  readonly onTake: (item: ComboBoxItem) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly onBlur?: () => void;
  /** Called for keys that the list does not use itself. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A text field that offers to complete what is typed. Unlike a combobox it takes nothing by itself: the arrows choose first. */
export function SuggestField(props: SuggestFieldProps): ReactElement {
  const { items, value, onTake } = props;
  const listId = useId();
  const anchorName = `--${listId.replace(/[^a-zA-Z0-9-]/g, '')}`;
  const [open, setOpen] = useState(false);
  const take = (item: ComboBoxItem): void => {
    setOpen(false);
    onTake(item);
  };
  const isShown = open && items.length > 0;
  const picking = usePicking({ items, isShown: open, isWaiting: props.isWaiting ?? false, onTake: take, onDismiss: () => setOpen(false) });
  return (
    <FieldFrame {...props}>
      {(aria) => (
        <>
          <input
            {...aria}
            className="field-control"
            style={{ anchorName } as CSSProperties /* safe: newer than React's list of properties */}
            ref={props.inputRef ?? null}
            type="text"
            aria-autocomplete="list"
            aria-controls={listId}
            aria-activedescendant={picking.activeIndex === -1 ? undefined : `${listId}-${picking.activeIndex}`}
            autoComplete="off"
            spellCheck={false}
            value={value}
            maxLength={props.maxLength}
            placeholder={props.placeholder}
            onChange={(event) => {
              props.onChange(event.currentTarget.value);
              setOpen(true);
            }}
            onKeyDown={(event) => {
              picking.onKeyDown(event);
              if (!event.defaultPrevented) props.onKeyDown?.(event);
            }}
            onBlur={() => {
              setOpen(false);
              props.onBlur?.();
            }}
          />
          <Suggestions id={listId} anchorName={anchorName} isShown={isShown} items={items} activeIndex={picking.activeIndex} onTake={take} />
        </>
      )}
    </FieldFrame>
  );
}
