import { useEffect, useState } from 'react';
import type { SystemPrinter } from '../../src-shared/protocol/desktop-api.ts';
import { desktop } from './desktop.ts';

/** The computer's printers, the default one first; null until they are known. */
export function useSystemPrinters(): readonly SystemPrinter[] | null {
  const [printers, setPrinters] = useState<readonly SystemPrinter[] | null>(null);
  useEffect(() => {
    let isShown = true;
    void desktop()
      .print.listPrinters()
      .then((found) => isShown && setPrinters(found));
    return () => {
      isShown = false;
    };
  }, []);
  return printers;
}
