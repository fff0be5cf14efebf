import type { KeyboardEvent } from 'react';
import { useActiveIndex } from './use-active-index.ts';

export interface Picking {
  /** The item the arrows stand on; -1 while they stand in the text. */
  readonly activeIndex: number;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

export interface PickingOptions<Item> {
  readonly items: readonly Item[];
  /** The items can be seen: only then can one be picked. */
  readonly isShown: boolean;
  readonly onTake: (item: Item) => void;
  /** Escape, while no item is active. Without it Escape is left to the screen. */
  readonly onDismiss?: () => void;
}

/**
 * Picks from suggestions beside a text field, where the text itself is the usual answer: nothing is active until an arrow key is
 * pressed, so that Enter and Tab go on with what was typed.
 */
export function usePicking<Item extends { readonly id: string }>({ items, isShown, onTake, onDismiss }: PickingOptions<Item>): Picking {
  const [activeIndex, setActiveIndex] = useActiveIndex(`${isShown} ${items.map(({ id }) => id).join('\n')}`, -1);
  const isOpen = isShown && items.length > 0;
  const active = items[activeIndex];

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (!isOpen || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      // One place more than there are items: the text itself lies between the last and the first.
      const places = items.length + 1;
      setActiveIndex(((activeIndex + 1 + (event.key === 'ArrowDown' ? 1 : -1) + places) % places) - 1);
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      setActiveIndex(-1);
      onTake(active);
    } else if (event.key === 'Escape' && (active || onDismiss)) {
      event.preventDefault();
      event.stopPropagation(); // the dialog around it stays
      if (active) setActiveIndex(-1);
      else onDismiss?.();
    }
  }
  return { activeIndex: isOpen ? activeIndex : -1, onKeyDown };
}
