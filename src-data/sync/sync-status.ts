import { hasCases } from '../cases/case-queries.ts';
import { PROTOCOL_VERSION } from '../../src-shared/protocol/version.ts';
import type { SyncStatus } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import type { ReadDb } from '../db/database.ts';
import { recordsRoom } from '../horizon/records-room.ts';
import { countOffice } from '../office/office-rows.ts';
import { countOutbox } from '../outbox/outbox-queries.ts';
import { type ReadyProgress, readySentence } from '../snapshot/ready-progress.ts';
import { currentSession } from '../session/session.ts';
import { attentionItems } from './attention.ts';
import { attentionRules } from './attention-exchange.ts';
import { numberLease, onlyHere, unplugVerdict } from './only-here.ts';
import type { Connection } from './sync-loop.ts';
import { readSyncState } from './sync-state.ts';

/** What the status needs that is not in the records. */
export interface StatusDesk {
  readonly connection: () => Connection;
  readonly appVersion: string;
  readonly gettingReady: () => ReadyProgress | null;
  readonly now: () => UtcMs;
  /** When the verified copy of the records was written; null: there is none. */
  readonly lastCopiedAt: () => UtcMs | null;
}

const SQL = {
  waiting: `SELECT type, count(*) AS count, min(made_at) AS oldestAt FROM outbox WHERE state = 'queued' GROUP BY type
    UNION ALL SELECT command ->> '$.type', count(*), min(made_at) FROM office_command WHERE state = 'waiting' GROUP BY 1 ORDER BY count DESC, type`,
} as const;

/** Everything the Sync screen shows, from disk and from the state of the connection. */
export function syncStatus(db: ReadDb, desk: StatusDesk): SyncStatus {
  const connection = desk.connection();
  const state = readSyncState(db);
  const outbox = countOutbox(db);
  const office = countOffice(db);
  const catalogue = currentCatalogue(db);
  const here = onlyHere(db);
  return {
    connection: connection.kind,
    stoppedBecause: connection.kind === 'stopped' ? connection.sentence : null,
    offlineSince: connection.kind === 'offline' || connection.kind === 'stopped' ? connection.since : null,
    lastPullAt: state.lastPullAt,
    waitingToSend: outbox.queued + office.waiting,
    waitingByKind: db.query<object, SyncStatus['waitingByKind'][number]>(SQL.waiting).all({}),
    sentNotConfirmed: outbox.sent + office.sent,
    oldestWaitingAt: earlier(outbox.oldestAt as UtcMs | null, office.oldestAt), // safe: made_at is written as UtcMs
    lease: numberLease(db, desk.now()),
    clockSkewMs: state.lastPullAt === null ? null : state.clockOffsetMs,
    serverUrl: state.serverUrl,
    station: state.station,
    epoch: state.station === null ? null : state.epoch,
    rev: state.station === null ? null : state.cutRev,
    appVersion: desk.appVersion,
    protocolVersion: PROTOCOL_VERSION,
    serverVersion: attentionRules(db).serverVersion,
    lastBackupAt: state.serverBackupAt,
    localBackupAt: desk.lastCopiedAt(),
    hasCases: hasCases(db),
    gettingReady: readySentence(desk.gettingReady()),
    room: recordsRoom(db),
    attention: catalogue ? attentionItems(db, { catalogue, staffId: currentSession(db).staff?.id ?? null, now: desk.now() }) : [],
    onlyHere: here,
    unplug: unplugVerdict(here),
  };
}

function earlier(one: UtcMs | null, other: UtcMs | null): UtcMs | null {
  return one === null || (other !== null && other < one) ? other : one;
}
