import { t } from '../../src-shared/language/language.ts';
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
      return { text: t`Online`, tone: 'success', icon: 'online' };
    case 'offline':
      return { text: offlineSince === null ? t`Offline` : t`Offline since ${timeOfDay(offlineSince, timeZone)}`, tone: 'warning', icon: 'offline' };
    case 'connecting':
      return { text: t`Connecting…`, tone: 'neutral', icon: 'online' };
    case 'stopped':
      return { text: t`Sync has stopped`, tone: 'danger', icon: 'warning' };
  }
}
