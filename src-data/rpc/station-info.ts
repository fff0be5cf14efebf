import { t } from '../../src-shared/language/language.ts';
import type { StationInfo } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { catalogueVersion } from '../cases/catalogue.ts';
import { readySentence } from '../snapshot/ready-progress.ts';
import { readSyncState } from '../sync/sync-state.ts';
import type { Workstation } from '../workstation.ts';

/** What the window shows before anybody has signed in. */
export function stationInfo(workstation: Workstation): StationInfo {
  const { station } = readSyncState(workstation.db);
  const isReady = station !== null && catalogueVersion(workstation.db) > 0;
  return {
    name: workstation.stationName,
    station,
    serverUrl: workstation.serverUrl,
    appVersion: workstation.appVersion,
    isReady,
    notReadyBecause: isReady ? null : waitingFor(workstation),
  };
}

function waitingFor(workstation: Workstation): string {
  const connection = workstation.connection();
  if (connection.kind === 'stopped') return connection.sentence;
  if (connection.kind === 'offline') {
    if (workstation.serverUrl === null) return t`The server does not answer. Check the network and the address; Portreeve tries again by itself.`;
    return t`The server at ${workstation.serverUrl} does not answer. Check the network and the address; Portreeve tries again by itself.`;
  }
  return readySentence(workstation.gettingReady()) ?? t`Fetching services, staff and tracking numbers from the server for the first time.`;
}
