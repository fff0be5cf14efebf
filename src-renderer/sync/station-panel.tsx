import type { ReactElement } from 'react';
import type { SyncStatus } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { SECOND_MS, type UtcMs } from '../../src-shared/util/time.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { desktop } from '../data/desktop.ts';
import { durationWords, exactMoment, relativeMoment } from '../ui/moment.ts';
import { Panel } from '../ui/panel.tsx';
import { useNow } from '../ui/use-now.ts';

/** Below this a clerk should know; the workstation still issues numbers of its own when they have run out. */
const FEW_NUMBERS = 25;
const MINUTE_OF_SKEW_MS = 60 * SECOND_MS;

/** What IT asks for on the phone. */
export function StationPanel({ status }: { readonly status: SyncStatus }): ReactElement {
  const { timeZone } = useCatalogue().city;
  const now = useNow();
  const moment = (at: UtcMs | null): string => (at === null ? 'never yet' : `${exactMoment(at, now, timeZone)}, ${relativeMoment(at, now, timeZone)}`);
  const count = (value: number): string => value.toLocaleString('en-US');
  const { app, electron, chrome } = desktop().versions;
  const facts: readonly (readonly [string, string])[] = [
    ['Workstation', `${desktop().stationName}${status.station === null ? '' : ` (${status.station})`}`],
    ['Server', status.serverUrl ?? 'none set'],
    ['Last received from the server', moment(status.lastPullAt)],
    ['Tracking numbers left', `${count(status.numbersLeft)}${status.numbersLeft < FEW_NUMBERS ? ': connect soon to get more' : ''}`],
    ['Cases on this workstation', count(status.caseCount)],
    ['Clock', skewWords(status.clockSkewMs)],
    ['Last backup at the server', moment(status.lastBackupAt)],
    ['Sync position', status.rev === null ? 'not enrolled yet' : `epoch ${status.epoch ?? 0}, revision ${count(status.rev)}, protocol ${status.protocolVersion}`],
    ['Version', `${app} (Electron ${electron}, Chromium ${chrome})`],
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

/** Positive: the server's clock is ahead of ours. */
function skewWords(skewMs: number | null): string {
  if (skewMs === null) return 'not compared yet';
  const size = Math.abs(skewMs);
  if (size < MINUTE_OF_SKEW_MS) return 'right, within a minute of the server';
  return `${durationWords(size)} ${skewMs > 0 ? 'behind' : 'ahead of'} the server: ask IT to set it`;
}
