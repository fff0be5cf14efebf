import type { KeyboardEvent } from 'react';
import { useActiveIndex } from './use-active-index.ts';

export interface ComboBoxItem {
  readonly id: string;
  /** The words that stand in the field once the item is taken. */
  readonly label: string;
  /** A second, quieter line, such as the department that will do it. */
  readonly detail?: string;
}

interface ComboBoxKeys {
  readonly isOpen: boolean;
  readonly activeIndex: number;
  readonly setActiveIndex: (index: number) => void;
  readonly close: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

interface ComboBoxKeysOptions {
  readonly items: readonly ComboBoxItem[];
  readonly open: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  readonly onTake: (item: ComboBoxItem) => void;
  /** False while nothing is typed: then passing through the field with Tab takes nothing. */
  readonly takesOnTab: boolean;
}

/**
 * The keyboard of a combobox: the best match is always the active one, so that typing and `Enter` is enough.
 *
 * `Enter` and `Tab` take the active item (Tab also moves on), arrows move, `Escape` closes the list and, when it is closed, is left to
 * the screen.
 */
export function useComboBoxKeys({ items, open, setOpen, onTake, takesOnTab }: ComboBoxKeysOptions): ComboBoxKeys {
  const [activeIndex, setActiveIndex] = useActiveIndex(items.map(({ id }) => id).join('\n'), 0);
  const isOpen = open && items.length > 0;
  const active = items[activeIndex];
  const close = (): void => setOpen(false);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (isOpen) setActiveIndex(wrap(activeIndex + (event.key === 'ArrowDown' ? 1 : -1), items.length));
      else setOpen(true);
    } else if (isOpen && active && (event.key === 'Enter' || (event.key === 'Tab' && takesOnTab))) {
      if (event.key === 'Enter') event.preventDefault();
      onTake(active);
      close();
    } else if (isOpen && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation(); // the dialog around it stays
      close();
    }
  }
  return { isOpen, activeIndex, setActiveIndex, close, onKeyDown };
}

function wrap(index: number, count: number): number {
  return (index + count) % count;
}
