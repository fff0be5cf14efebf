import type { ReactElement } from 'react';
import { unreachable } from '../../../src-shared/util/unreachable.ts';
import { AdminScreen } from '../../admin/admin-screen.tsx';
import { CaseScreen } from '../../case/case-screen.tsx';
import { CommunityScreen } from '../../community/community-screen.tsx';
import { IntakeScreen, useReadyIntake } from '../../intake/intake-screen.tsx';
import { OverdueScreen } from '../../overdue/overdue-screen.tsx';
import { KnowledgeScreen } from '../../knowledge/knowledge-screen.tsx';
import { QueueScreen } from '../../queue/queue-screen.tsx';
import { ReportsScreen } from '../../reports/reports-screen.tsx';
import { SyncScreen } from '../../sync/sync-screen.tsx';
import type { Route } from '../routes.ts';

/** The only place that knows every screen. */
export function CurrentScreen({ route }: { readonly route: Route }): ReactElement {
  useReadyIntake();
  switch (route.screen) {
    case 'newCase':
      return <IntakeScreen />;
    case 'case':
      return <CaseScreen key={route.caseId} caseId={route.caseId} />;
    case 'queue':
      return <QueueScreen view={route.view ?? null} />;
    case 'knowledge':
      return <KnowledgeScreen key={`${route.guideCode ?? ''} ${route.tab ?? ''}`} guideCode={route.guideCode} tab={route.tab} />;
    case 'overdue':
      return <OverdueScreen />;
    case 'community':
      return <CommunityScreen neighborhoodCode={route.neighborhoodCode} />;
    case 'sync':
      return <SyncScreen />;
    case 'administration':
      return <AdminScreen place={route.place} />;
    case 'reports':
      return <ReportsScreen asked={route} />;
    default:
      return unreachable(route);
  }
}
