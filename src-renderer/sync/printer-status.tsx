import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t } from '../../src-shared/language/language.ts';
import type { PrinterStatusView } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { data } from '../data/data-client.ts';
import { StatusPill, type Tone } from '../ui/status-pill.tsx';

const ASKED_EVERY_MS = 4_000;

const PILLS: Record<Exclude<PrinterStatusView['kind'], 'none'>, { readonly label: string; readonly tone: Tone }> = {
  busy: { label: t`Printing`, tone: 'info' },
  silent: { label: t`Not known`, tone: 'neutral' },
  ready: { label: t`Ready`, tone: 'success' },
  nearEnd: { label: t`Paper near its end`, tone: 'warning' },
  problem: { label: t`Not ready`, tone: 'danger' },
};

/** How the printer says it is, asked again and again while somebody looks. */
export function PrinterStatus(): ReactElement | null {
  const { data: status } = useQuery({
    queryKey: ['spool', 'status'],
    queryFn: ({ signal }) => data.receipts.printerStatus(undefined, { signal }),
    refetchInterval: ASKED_EVERY_MS,
  });
  if (!status || status.kind === 'none') return null;
  const { label, tone } = PILLS[status.kind];
  const says = status.sentence !== null && status.kind !== 'ready' && status.kind !== 'busy' ? status.sentence : null;
  return (
    <div className="printer-status" role="status" aria-label={t`Receipt printer`}>
      <StatusPill tone={tone} label={label} />
      {says !== null && <span>{says}</span>}
    </div>
  );
}
