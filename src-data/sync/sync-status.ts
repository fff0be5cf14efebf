import { PROTOCOL_VERSION } from '../../src-shared/protocol/version.ts';
import type { SyncStatus } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import { countCases } from '../cases/case-queries.ts';
import type { ReadDb } from '../db/database.ts';
import { countNumbersLeft } from '../outbox/number-pool.ts';
import { countOutbox } from '../outbox/outbox-queries.ts';
import { attentionItems } from './attention.ts';
import type { Connection } from './sync-loop.ts';
import { readSyncState } from './sync-state.ts';

/** Everything the Sync screen shows, from disk and from the state of the connection. */
export function syncStatus(db: ReadDb, connection: Connection, appVersion: string): SyncStatus {
  const state = readSyncState(db);
  const outbox = countOutbox(db);
  const catalogue = currentCatalogue(db);
  const attention = catalogue ? attentionItems(db, catalogue) : [];
  return {
    connection: connection.kind,
    stoppedBecause: connection.kind === 'stopped' ? connection.sentence : null,
    offlineSince: connection.kind === 'offline' || connection.kind === 'stopped' ? connection.since : null,
    lastPullAt: state.lastPullAt,
    waitingToSend: outbox.queued,
    sentNotConfirmed: outbox.sent,
    oldestWaitingAt: outbox.oldestAt as UtcMs | null, // safe: made_at is written as UtcMs
    numbersLeft: countNumbersLeft(db),
    clockSkewMs: state.lastPullAt === null ? null : state.clockOffsetMs,
    serverUrl: state.serverUrl,
    station: state.station,
    epoch: state.station === null ? null : state.epoch,
    rev: state.station === null ? null : state.cutRev,
    appVersion,
    protocolVersion: PROTOCOL_VERSION,
    lastBackupAt: state.serverBackupAt,
    caseCount: countCases(db),
    attention,
    unplug: unplugVerdict(outbox.queued, attention.length),
  };
}

function unplugVerdict(waiting: number, attention: number): SyncStatus['unplug'] {
  if (waiting > 0) {
    return {
      isSafe: false,
      sentence: `Keep this workstation: ${waiting} ${waiting === 1 ? 'entry is' : 'entries are'} on it alone and not yet at the server.`,
    };
  }
  if (attention > 0) {
    return {
      isSafe: false,
      sentence: `Keep this workstation: ${attention} ${attention === 1 ? 'entry needs' : 'entries need'} somebody’s decision first.`,
    };
  }
  return { isSafe: true, sentence: 'You can unplug this workstation: the server has everything that was entered here.' };
}
