import { t } from '../../src-shared/language/language.ts';
import { wholeNumber } from '../../src-shared/language/numbers.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { SyncStatus } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { desktop } from '../data/desktop.ts';
import { queries } from '../data/queries.ts';
import { exactMoment, relativeMoment } from '../../src-shared/util/moment.ts';
import { Panel } from '../ui/panel.tsx';
import { useNow } from '../ui/use-now.ts';
import { clockWords, isLeaseLow, leaseWords } from './sync-words.ts';

const MEGABYTE = 1024 ** 2;

function roomWords({ usedBytes, boundBytes }: SyncStatus['room']): string {
  return t`${wholeNumber(Math.ceil(usedBytes / MEGABYTE))} of at most ${wholeNumber(Math.floor(boundBytes / MEGABYTE))} MB`;
}

/** What IT asks for on the phone. */
export function StationPanel({ status }: { readonly status: SyncStatus }): ReactElement {
  const { timeZone } = useCatalogue().city;
  const now = useNow();
  const { data: cases } = useQuery(queries.caseCount());
  const moment = (at: UtcMs | null): string => (at === null ? t`none yet` : `${exactMoment(at, now, timeZone)}, ${relativeMoment(at, now, timeZone)}`);
  const count = (value: number): string => wholeNumber(value);
  const { app, electron, chrome } = desktop().versions;
  const facts: readonly (readonly [string, string])[] = [
    [t`Workstation`, `${desktop().stationName}${status.station === null ? '' : ` (${status.station})`}`],
    [t`Server`, status.serverUrl ?? t`none set`],
    [t`Last received from the server`, moment(status.lastPullAt)],
    [t`Tracking numbers left`, `${leaseWords(status.lease)}${isLeaseLow(status.lease) ? t` Connect soon to get more.` : ''}`],
    [t`Files waiting to be sent`, count(status.onlyHere.files)],
    [t`Receipts waiting for paper`, count(status.onlyHere.receipts)],
    [t`Cases on this workstation`, cases === undefined ? '' : count(cases)],
    [t`Room they take`, roomWords(status.room)],
    [t`Cases kept at the server only`, status.room.closedSince === null ? t`none` : t`those closed before ${exactMoment(status.room.closedSince, now, timeZone)}`],
    [t`This computer’s clock`, clockWords(status.clockSkewMs)],
    [t`Last backup at the server`, moment(status.lastBackupAt)],
    [t`Last copy on this workstation`, moment(status.localBackupAt)],
    [t`Sync position`, status.rev === null ? t`not enrolled yet` : t`epoch ${status.epoch ?? 0}, revision ${count(status.rev)}`],
    [t`Versions`, status.serverVersion === null ? t`workstation ${app}, server not known yet, protocol ${status.protocolVersion}` : t`workstation ${app}, server ${status.serverVersion}, protocol ${status.protocolVersion}`],
    [t`Built on`, t`Electron ${electron}, Chromium ${chrome}`],
  ];
  return (
    <Panel title={t`This workstation`}>
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
