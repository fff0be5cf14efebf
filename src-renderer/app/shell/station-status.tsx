import { t } from '../../../src-shared/language/language.ts';
import { wholeNumber } from '../../../src-shared/language/numbers.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { SyncStatus } from '../../../src-shared/protocol/data-rpc/workstation-views.ts';
import { queries } from '../../data/queries.ts';
import { connectionWords } from '../../ui/connection-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { desktop } from '../../data/desktop.ts';
import { useRoute } from '../routes.ts';
import { useCatalogue } from '../workplace.tsx';
import { PrintStatus } from './print-status.tsx';
import { PersonMenu } from './person-menu.tsx';

/** At the foot of the navigation: is the city in reach, what waits, which machine this is, who works here. */
export function StationStatus(): ReactElement {
  const { screen } = useRoute();
  const { data: status } = useQuery(queries.syncStatus());
  return (
    <aside className="station" aria-label={t`Workstation`}>
      {/* The Sync screen says the same and more; once is enough. */}
      {desktop().isPractice ? <p className="muted">{t`Practice: nothing is sent`}</p> : screen !== 'sync' && status && <ConnectionLines status={status} />}
      <PrintStatus />
      <p className="station-name muted">{desktop().stationName}</p>
      <PersonMenu />
    </aside>
  );
}

function ConnectionLines({ status }: { readonly status: SyncStatus }): ReactElement {
  const { timeZone } = useCatalogue().city;
  const { text, tone, icon } = connectionWords(status, timeZone);
  return (
    <>
      <div className="station-connection" role="status" aria-label={t`Connection`} data-tone={tone}>
        <Icon name={icon} />
        <span>{text}</span>
      </div>
      <p className="station-waiting number muted">{t`${wholeNumber(status.waitingToSend)} waiting to send`}</p>
    </>
  );
}
