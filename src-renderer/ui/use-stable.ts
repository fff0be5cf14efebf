import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function at every render, which always does what the newest one says. For event handlers only: not to be called in render. */
export function useStable<Args extends readonly unknown[]>(handler: (...args: Args) => void): (...args: Args) => void {
  const newest = useRef(handler);
  useLayoutEffect(() => {
    newest.current = handler;
  });
  return useCallback((...args: Args) => newest.current(...args), []);
}
