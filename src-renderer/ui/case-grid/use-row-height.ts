import { type RefObject, useLayoutEffect, useState } from 'react';

/** The height of the probe element in whole pixels, followed through zoom and density changes. */
export function useRowHeight(probe: RefObject<HTMLElement | null>, first: number): number {
  const [height, setHeight] = useState(first);
  useLayoutEffect(() => {
    const element = probe.current;
    if (!element) return;
    const measure = (): void => setHeight(Math.max(1, Math.round(element.offsetHeight)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [probe]);
  return height;
}
