import { type KeyboardEvent, useEffect, useRef } from 'react';
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
  /** The items for what is typed are still on their way: keys pressed already act on them when they come. */
  readonly isWaiting?: boolean;
  readonly onTake: (item: Item) => void;
  /** Escape, while no item is active. Without it Escape is left to the screen. */
  readonly onDismiss?: () => void;
}

/**
 * Picks from suggestions beside a text field, where the text itself is the usual answer: nothing is active until an arrow key is
 * pressed, so that Enter and Tab go on with what was typed.
 */
export function usePicking<Item extends { readonly id: string }>(options: PickingOptions<Item>): Picking {
  const { items, isShown, isWaiting = false, onTake, onDismiss } = options;
  const ids = items.map(({ id }) => id).join('\n');
  const [activeIndex, setActiveIndex] = useActiveIndex(`${isShown} ${ids}`, -1);
  const early = useRef<'down' | 'take' | null>(null);
  useEffect(() => {
    const pressed = early.current;
    if (isWaiting || pressed === null) return;
    early.current = null;
    const [first] = items;
    if (!first || !isShown) return;
    if (pressed === 'down') setActiveIndex(0);
    else onTake(first);
  });
  const isOpen = isShown && !isWaiting && items.length > 0;
  const active = items[activeIndex];

  function move(step: 1 | -1): void {
    // One place more than there are items: the text itself lies between the last and the first.
    const places = items.length + 1;
    setActiveIndex(((activeIndex + 1 + step + places) % places) - 1);
  }

  function onEarlyKey(event: KeyboardEvent<HTMLElement>): void {
    if (event.key === 'ArrowDown') early.current = 'down';
    else if (event.key === 'Enter' && early.current === 'down') early.current = 'take';
    else return;
    event.preventDefault();
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (isShown && isWaiting) return onEarlyKey(event);
    if (!isOpen) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
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
