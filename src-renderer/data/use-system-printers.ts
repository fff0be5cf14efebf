import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { SystemPrinter } from '../../src-shared/protocol/desktop-api.ts';
import { desktop } from './desktop.ts';
import { queries } from './queries.ts';

/** The computer's printers for documents, the default one first; null until they are known. The queue that receipts go to is none: it prints what it gets as it is. */
export function useSystemPrinters(): readonly SystemPrinter[] | null {
  const { data: settings } = useQuery(queries.printerSettings());
  const receiptQueue = settings?.target.kind === 'system' ? settings.target.queue : null;
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
  return useMemo(() => printers?.filter(({ name }) => name !== receiptQueue) ?? null, [printers, receiptQueue]);
}
