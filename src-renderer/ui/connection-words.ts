import type { SyncStatus } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { IconName } from './icon.tsx';
import { timeOfDay } from '../../src-shared/util/moment.ts';
import type { Tone } from './status-pill.tsx';

export interface ConnectionWords {
  readonly text: string;
  readonly tone: Tone;
  readonly icon: IconName;
}

/** `Online`, `Offline since 14:05`, `Connecting…` or `Sync has stopped`. */
export function connectionWords({ connection, offlineSince }: Pick<SyncStatus, 'connection' | 'offlineSince'>, timeZone: string): ConnectionWords {
  switch (connection) {
    case 'online':
      return { text: 'Online', tone: 'success', icon: 'online' };
    case 'offline':
      return { text: offlineSince === null ? 'Offline' : `Offline since ${timeOfDay(offlineSince, timeZone)}`, tone: 'warning', icon: 'offline' };
    case 'connecting':
      return { text: 'Connecting…', tone: 'neutral', icon: 'online' };
    case 'stopped':
      return { text: 'Sync has stopped', tone: 'danger', icon: 'warning' };
  }
}
