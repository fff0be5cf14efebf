import type { KeyboardEvent } from 'react';

export type GridMove =
  | { readonly kind: 'move'; readonly to: number; readonly extendsRange: boolean }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'open' }
  /** Arrow to the left and to the right: a group is folded up or open. */
  | { readonly kind: 'fold' }
  | { readonly kind: 'unfold' }
  | { readonly kind: 'leave' };

export interface GridPlace {
  readonly index: number;
  readonly rowCount: number;
  readonly rowsPerPage: number;
}

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** What a key means in a list of cases; null when it is none of the list's. */
export function readGridKey(event: Key, { index, rowCount, rowsPerPage }: GridPlace): GridMove | null {
  if (event.altKey || event.metaKey) return null;
  const targets: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + rowsPerPage,
    PageUp: index - rowsPerPage,
    Home: 0,
    End: rowCount - 1,
  };
  if (!event.ctrlKey) Object.assign(targets, { j: index + 1, J: index + 1, k: index - 1, K: index - 1 });
  const to = targets[event.key];
  if (to !== undefined) return { kind: 'move', to: Math.max(0, Math.min(to, rowCount - 1)), extendsRange: event.shiftKey };
  if (event.ctrlKey) return null;
  if (event.key === ' ') return { kind: 'toggle' };
  if (event.key === 'Enter') return { kind: 'open' };
  if (event.key === 'Escape') return { kind: 'leave' };
  if (event.key === 'ArrowLeft') return { kind: 'fold' };
  if (event.key === 'ArrowRight') return { kind: 'unfold' };
  return null;
}
