import { useEffect } from 'react';
import { desktop } from '../data/desktop.ts';

const reasons = new Map<symbol, string>();

/** Tells the main process what must not be interrupted, such as `The draft for 612-555-0142 is open`; null when nothing. */
export function useBusy(reason: string | null): void {
  useEffect(() => {
    if (reason === null) return;
    const key = Symbol(reason);
    reasons.set(key, reason);
    void desktop().setBusy([...reasons.values()]);
    return () => {
      reasons.delete(key);
      void desktop().setBusy([...reasons.values()]);
    };
  }, [reason]);
}
