import type { ReactElement } from 'react';
import type { SyncStatus } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { desktop } from '../data/desktop.ts';
import { exactMoment, relativeMoment } from '../../src-shared/util/moment.ts';
import { Panel } from '../ui/panel.tsx';
import { useNow } from '../ui/use-now.ts';
import { clockWords, isLeaseLow, leaseWords } from './sync-words.ts';

const MEGABYTE = 1024 ** 2;

function roomWords({ usedBytes, boundBytes }: SyncStatus['room']): string {
  return `${Math.ceil(usedBytes / MEGABYTE).toLocaleString('en-US')} of at most ${Math.floor(boundBytes / MEGABYTE).toLocaleString('en-US')} MB`;
}

/** What IT asks for on the phone. */
export function StationPanel({ status }: { readonly status: SyncStatus }): ReactElement {
  const { timeZone } = useCatalogue().city;
  const now = useNow();
  const moment = (at: UtcMs | null): string => (at === null ? 'none yet' : `${exactMoment(at, now, timeZone)}, ${relativeMoment(at, now, timeZone)}`);
  const count = (value: number): string => value.toLocaleString('en-US');
  const { app, electron, chrome } = desktop().versions;
  const facts: readonly (readonly [string, string])[] = [
    ['Workstation', `${desktop().stationName}${status.station === null ? '' : ` (${status.station})`}`],
    ['Server', status.serverUrl ?? 'none set'],
    ['Last received from the server', moment(status.lastPullAt)],
    ['Tracking numbers left', `${leaseWords(status.lease)}${isLeaseLow(status.lease) ? ' Connect soon to get more.' : ''}`],
    ['Files waiting to be sent', count(status.onlyHere.files)],
    ['Receipts waiting for paper', count(status.onlyHere.receipts)],
    ['Cases on this workstation', count(status.caseCount)],
    ['Room they take', roomWords(status.room)],
    ['Cases kept at the server only', status.room.closedSince === null ? 'none' : `those closed before ${exactMoment(status.room.closedSince, now, timeZone)}`],
    ['This computer’s clock', clockWords(status.clockSkewMs)],
    ['Last backup at the server', moment(status.lastBackupAt)],
    ['Last copy on this workstation', moment(status.localBackupAt)],
    ['Sync position', status.rev === null ? 'not enrolled yet' : `epoch ${status.epoch ?? 0}, revision ${count(status.rev)}`],
    ['Versions', `workstation ${app}, server ${status.serverVersion ?? 'not known yet'}, protocol ${status.protocolVersion}`],
    ['Built on', `Electron ${electron}, Chromium ${chrome}`],
  ];
  return (
    <Panel title="This workstation">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="number">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
