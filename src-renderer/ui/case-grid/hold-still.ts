import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

export interface Placement {
  readonly scrollTop: number;
  /** Empty space above the first and below the last row, in pixels: room to keep a row in its place at the ends of a list. */
  readonly padStart: number;
  readonly padEnd: number;
}

export interface Shift {
  readonly before: Placement;
  /** How far the row has moved in the list, in pixels; negative when rows above it have gone. */
  readonly distance: number;
  /** All rows together, after the change. */
  readonly rowsHeight: number;
  readonly viewHeight: number;
}

/** Where to scroll, and how much space to leave, so that the row is where it was on the glass. */
export function holdStill({ before, distance, rowsHeight, viewHeight }: Shift): Placement {
  const wanted = before.scrollTop - before.padStart + distance;
  const scrollTop = Math.max(0, wanted);
  const padStart = Math.max(0, -wanted);
  return { scrollTop, padStart, padEnd: Math.max(0, scrollTop + viewHeight - padStart - rowsHeight) };
}

export interface CursorRow {
  /** Changes with the list's question (view, search, sort): another list begins at its top. */
  readonly listKey: string;
  readonly cursorKey: string | null;
  readonly index: number;
  readonly rowCount: number;
  readonly rowHeight: number;
}

type Pads = Pick<Placement, 'padStart' | 'padEnd'>;
const NO_PADS: Pads = { padStart: 0, padEnd: 0 };

/** Keeps the cursor's row where it is on the glass while rows come and go around it, until the person moves. */
export function useHoldStill(scroller: RefObject<HTMLElement | null>, row: CursorRow): Pads {
  const { listKey, cursorKey, index, rowCount, rowHeight } = row;
  const [pads, setPads] = useState(NO_PADS);
  const last = useRef(row);
  const scrollAfterRender = useRef<number | null>(null);

  useLayoutEffect(() => {
    const before = last.current;
    last.current = { listKey, cursorKey, index, rowCount, rowHeight };
    const element = scroller.current;
    if (!element) return;
    if (before.listKey !== listKey) {
      element.scrollTo({ top: 0 });
      setPads(NO_PADS);
    } else if (before.cursorKey !== cursorKey) {
      setPads((now) => (now.padStart === 0 && now.padEnd === 0 ? now : NO_PADS));
    } else if (before.index !== index && cursorKey !== null) {
      const distance = (index - before.index) * rowHeight;
      const place = holdStill({ before: { scrollTop: element.scrollTop, ...pads }, distance, rowsHeight: rowCount * rowHeight, viewHeight: element.clientHeight });
      scrollAfterRender.current = place.scrollTop;
      setPads({ padStart: place.padStart, padEnd: place.padEnd });
    }
  }, [scroller, listKey, cursorKey, index, rowCount, rowHeight, pads]);

  // The list has its new height only once the padding is in place.
  useLayoutEffect(() => {
    if (scrollAfterRender.current !== null) scroller.current?.scrollTo({ top: scrollAfterRender.current });
    scrollAfterRender.current = null;
  });
  return pads;
}
