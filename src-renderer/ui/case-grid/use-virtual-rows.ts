import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { useHoldStill } from './hold-still.ts';

const ROWS_BEYOND_VIEW = 8;
/** The next page is fetched this many rows before its place is reached. */
const FETCH_AHEAD_ROWS = 40;

export interface VirtualRowsOptions {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly rowCount: number;
  readonly rowHeight: number;
  readonly listKey: string;
  readonly cursorKey: string | null;
  /** The row the person has put the cursor on. */
  readonly meantKey: string | null;
  /** -1 while there are no rows. */
  readonly cursorIndex: number;
  /** Stable while nothing changes. */
  readonly onNearEnd: () => void;
}

export interface VirtualRows {
  readonly items: readonly VirtualItem[];
  /** Of all rows together, in pixels. */
  readonly height: number;
  readonly scrollToRow: (index: number) => void;
}

/** Which rows are in the document: those in view, some around them, and always the cursor's, for assistive technology is told of it. */
export function useVirtualRows({ grid, rowCount, rowHeight, listKey, cursorKey, meantKey, cursorIndex, onNearEnd }: VirtualRowsOptions): VirtualRows {
  const { padStart, padEnd } = useHoldStill(grid, { listKey, cursorKey, meantKey, index: cursorIndex, rowCount, rowHeight });
  // oxlint-disable-next-line react/incompatible-library -- it speaks of React's compiler, which is not used here
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: ROWS_BEYOND_VIEW,
    paddingStart: padStart,
    paddingEnd: padEnd,
    scrollPaddingEnd: rowHeight, // the head, which is lower than a row, pushes all rows down
    rangeExtractor: (range) => withCursor(range, cursorIndex),
  });
  const isPlaced = useRef(false);
  const lastInView = virtualizer.range?.endIndex ?? 0;

  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer]);
  useEffect(() => {
    if (isPlaced.current || cursorIndex < 0) return;
    isPlaced.current = true; // once: back from a case, the list is where it was left
    if (cursorIndex > 0) virtualizer.scrollToIndex(cursorIndex, { align: 'center' }); // it lays the page out: not for the first row, at every start
  }, [cursorIndex, virtualizer]);
  useEffect(() => {
    if (rowCount > 0 && lastInView >= rowCount - FETCH_AHEAD_ROWS) onNearEnd();
  }, [lastInView, rowCount, onNearEnd]);

  // Rows are of one height: where one lies is known without asking the document, which would have to be laid out first. The empty space
  // that held a row still does not count: whoever moves gives it up.
  const scrollToRow = (index: number): void => {
    const view = { top: virtualizer.scrollOffset ?? 0, height: virtualizer.scrollRect?.height ?? 0 };
    const top = topToShow(view, index * rowHeight, rowHeight);
    if (top !== view.top) grid.current?.scrollTo({ top });
  };
  return { items: virtualizer.getVirtualItems(), height: virtualizer.getTotalSize(), scrollToRow };
}

/** How far to scroll so that a row is seen, by as little as may be. The head, which is no higher than a row, pushes all rows down. */
export function topToShow(view: { readonly top: number; readonly height: number }, rowTop: number, rowHeight: number): number {
  const least = rowTop + 2 * rowHeight - view.height;
  return Math.max(0, Math.min(Math.max(view.top, least), rowTop));
}

function withCursor(range: Range, cursorIndex: number): number[] {
  const inView = defaultRangeExtractor(range);
  if (cursorIndex < 0 || inView.includes(cursorIndex)) return inView;
  return [...inView, cursorIndex].toSorted((a, b) => a - b);
}
