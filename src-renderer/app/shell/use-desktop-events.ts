import { t } from '../../../src-shared/language/language.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { DesktopEvent, DesktopLink, UpdateState } from '../../../src-shared/protocol/desktop-api.ts';
import { ReportMonth } from '../../../src-shared/reports/report-month.ts';
import { TrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { desktop } from '../../data/desktop.ts';
import { announce, showToast } from '../../ui/announce.tsx';
import { isDialogOpen } from '../keymap/listen-to-keys.ts';
import { actionRegistry } from '../keymap/registry.ts';
import { openCaseByNumber } from '../open-case-by-number.ts';
import { goTo } from '../routes.ts';

/** What the main process last said of updates. */
export const useUpdateState = create<{ readonly update: UpdateState }>(() => ({ update: { state: 'idle' } }));

/** Follows what the main process tells the page, for as long as somebody is signed in; what came before is told then. */
export function useDesktopEvents(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    function follow(link: DesktopLink): void {
      const number = link.kind === 'case' ? TrackingNumber.safeParse(link.trackingNumber) : null;
      if (link.kind === 'call') goTo({ screen: 'newCase', phone: link.phone });
      else if (link.kind === 'overdue') goTo({ screen: 'overdue' });
      else if (link.kind === 'report') goTo({ screen: 'reports', month: ReportMonth.parse(link.month), departmentCode: link.departmentCode });
      else if (number?.success === true) void openCaseByNumber(queryClient, number.data);
      else showToast(t`The link holds no tracking number that was ever given out.`);
    }
    return desktop().onEvent((event: DesktopEvent) => {
      if (event.kind === 'link') follow(event.link);
      if (event.kind === 'menuAction') actionRegistry.offered(event.id, isDialogOpen())?.run?.();
      if (event.kind === 'update') useUpdateState.setState({ update: event.update });
      if (event.kind === 'pageRecovered') showToast(t`The page was loaded again after a problem. Drafts are kept.`);
      if (event.kind === 'dataProcess' && event.state === 'restarting') announce(t`The records are being opened again.`);
    });
  }, [queryClient]);
}
