import { useEffect } from 'react';
import { desktop } from '../data/desktop.ts';

const PRODUCT = 'Portreeve';

/**
 * Names the window after what is in front, for whoever hears it or picks it from a list of windows (WCAG 2.4.2). Null: somebody further
 * in names it. A practice window keeps its one title, which is a warning.
 */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    if (title === null || desktop().isPractice) return undefined;
    const before = document.title;
    document.title = `${title} · ${PRODUCT}`;
    return () => {
      document.title = before;
    };
  }, [title]);
}
