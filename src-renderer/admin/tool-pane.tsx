import type { ReactElement } from 'react';
import type { Section } from '../../src-shared/catalogue/sections.ts';
import { unreachable } from '../../src-shared/util/unreachable.ts';
import type { AdminPlace } from './admin-places.ts';
import { DelegationsPane } from './delegations/delegations-pane.tsx';
import { MailLogPane } from './mail-log/mail-log-pane.tsx';
import { ReviewPane } from './review/review-pane.tsx';
import { TransferPane } from './transfer/transfer-pane.tsx';
import { VersionsPane } from './versions/versions-pane.tsx';
import { WorkstationsPane } from './workstations/workstations-pane.tsx';

/** A place that is about the whole configuration, or about people. */
export function ToolPane({ place }: { readonly place: Exclude<AdminPlace, Section> }): ReactElement {
  switch (place) {
    case 'review':
      return <ReviewPane />;
    case 'delegations':
      return <DelegationsPane />;
    case 'versions':
      return <VersionsPane />;
    case 'transfer':
      return <TransferPane />;
    case 'workstations':
      return <WorkstationsPane />;
    case 'mailLog':
      return <MailLogPane />;
    default:
      return unreachable(place);
  }
}
