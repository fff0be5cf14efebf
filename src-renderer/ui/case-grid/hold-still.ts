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
  /** The row the cursor stands on. */
  readonly cursorKey: string | null;
  /** The row the person has put it on: differs from the other once that one has gone. */
  readonly meantKey: string | null;
  readonly index: number;
  readonly rowCount: number;
  readonly rowHeight: number;
}

/** What a change asks for: another list from its top; the person has moved, so that empty space is given up; or how far the cursor's row has moved, in rows. */
export function changeOf(before: CursorRow, after: CursorRow): 'restart' | 'release' | number {
  if (before.listKey !== after.listKey) return 'restart';
  const isFirst = before.cursorKey === null; // the first rows have come
  const hasMoved = before.cursorKey !== after.cursorKey && before.meantKey !== after.meantKey;
  return isFirst || hasMoved ? 'release' : after.cursorKey === null ? 0 : after.index - before.index;
}

type Pads = Pick<Placement, 'padStart' | 'padEnd'>;
const NO_PADS: Pads = { padStart: 0, padEnd: 0 };

/** Keeps the cursor's row where it is on the glass while rows come and go around it, until the person moves. */
export function useHoldStill(scroller: RefObject<HTMLElement | null>, row: CursorRow): Pads {
  const { listKey, cursorKey, meantKey, index, rowCount, rowHeight } = row;
  const [pads, setPads] = useState(NO_PADS);
  const last = useRef(row);
  const lastTop = useLastTop(scroller);
  /** Where to scroll once the list has this empty space. */
  const scrollWith = useRef<{ readonly top: number; readonly pads: Pads } | null>(null);

  useLayoutEffect(() => {
    const before = last.current;
    last.current = { listKey, cursorKey, meantKey, index, rowCount, rowHeight };
    const element = scroller.current;
    if (!element) return;
    const change = changeOf(before, last.current);
    if (change === 'restart') {
      element.scrollTo({ top: 0 });
      setPads(NO_PADS);
    } else if (change === 'release') {
      setPads((now) => (now.padStart === 0 && now.padEnd === 0 ? now : NO_PADS));
    } else if (change !== 0) {
      const place = holdStill({ before: { scrollTop: scrolledTo(element, lastTop.current), ...pads }, distance: change * rowHeight, rowsHeight: rowCount * rowHeight, viewHeight: element.clientHeight });
      const next = { padStart: place.padStart, padEnd: place.padEnd };
      scrollWith.current = { top: place.scrollTop, pads: next };
      setPads(next);
    }
  }, [scroller, lastTop, listKey, cursorKey, meantKey, index, rowCount, rowHeight, pads]);

  // Not before: a list that is too short to scroll would stay where it is.
  useLayoutEffect(() => {
    if (scrollWith.current?.pads !== pads) return;
    scroller.current?.scrollTo({ top: scrollWith.current.top });
    scrollWith.current = null;
  });
  return pads;
}

/** How far it was scrolled last, as long as rows had not gone. */
function useLastTop(scroller: RefObject<HTMLElement | null>): RefObject<number> {
  const top = useRef(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    const note = (): void => void (top.current = element?.scrollTop ?? 0);
    element?.addEventListener('scroll', note, { passive: true });
    return () => element?.removeEventListener('scroll', note);
  }, [scroller]);
  return top;
}

/** A list that has become shorter is at its end already, not where it was. */
function scrolledTo({ scrollTop, scrollHeight, clientHeight }: HTMLElement, before: number): number {
  const isAtEnd = scrollTop >= scrollHeight - clientHeight - 1;
  return isAtEnd ? Math.max(scrollTop, before) : scrollTop;
}
