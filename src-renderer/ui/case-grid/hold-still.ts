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

const NO_PADS = { padStart: 0, padEnd: 0 };

/** Keeps the cursor's row where it is on the glass while rows come and go around it, until the person moves. */
export function useHoldStill(scroller: RefObject<HTMLElement | null>, now: CursorRow): Pick<Placement, 'padStart' | 'padEnd'> {
  const [pads, setPads] = useState(NO_PADS);
  const before = useRef(now);
  const scrollAfterRender = useRef<number | null>(null);

  useLayoutEffect(() => {
    const last = before.current;
    before.current = now;
    const element = scroller.current;
    if (!element) return;
    if (last.listKey !== now.listKey) {
      element.scrollTop = 0;
      setPads(NO_PADS);
    } else if (last.cursorKey !== now.cursorKey) {
      if (pads.padStart > 0 || pads.padEnd > 0) setPads(NO_PADS);
    } else if (last.index !== now.index && now.cursorKey !== null) {
      const { rowHeight, rowCount } = now;
      const distance = (now.index - last.index) * rowHeight;
      const place = holdStill({ before: { scrollTop: element.scrollTop, ...pads }, distance, rowsHeight: rowCount * rowHeight, viewHeight: element.clientHeight });
      scrollAfterRender.current = place.scrollTop;
      setPads({ padStart: place.padStart, padEnd: place.padEnd });
    }
  });

  useLayoutEffect(() => {
    const scrollTop = scrollAfterRender.current;
    scrollAfterRender.current = null;
    if (scrollTop !== null && scroller.current) scroller.current.scrollTop = scrollTop;
  }, [pads, scroller]);
  return pads;
}
