/**
 * Office commands between this desk and the server: they go up after a round's pushes and before its pull, which brings what
 * they led to. A failure harms neither, and the next round tries again.
 */
import { MAX_OFFICE_BYTES, MAX_OFFICE_COMMANDS, type OfficeReply } from '../../src-shared/protocol/office.ts';
import { StationId } from '../../src-shared/util/ids.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import type { Identity, SyncClient } from '../sync/sync-client.ts';
import { readSyncState } from '../sync/sync-state.ts';
import { noteOfficeOutcome, waitingOffice } from './office-rows.ts';
import { showOffice } from './office-store.ts';

export interface OfficeExchange {
  /** One exchange, when something waits. Rejects only when the disk does. */
  run(identity: Identity): Promise<void>;
}

export interface OfficeExchangeOptions {
  readonly db: WriteDb;
  readonly client: Pick<SyncClient, 'office'>;
  readonly onOfficeChanged: () => void;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
}

type Sent = Parameters<SyncClient['office']>[1]['commands'];

export function createOfficeExchange({ db, client, onOfficeChanged, log }: OfficeExchangeOptions): OfficeExchange {
  async function run(identity: Identity): Promise<void> {
    const commands = nextCommands(db, identity.station);
    if (commands.length === 0) return;
    const { epoch } = readSyncState(db);
    const request = { station: StationId.parse(identity.station), commands };
    const reply = await client.office(identity, request).catch((error: unknown) => log('office not exchanged', { problem: String(error) }));
    if (reply?.kind !== 'ok') return;
    // Said to the station this was before, or by another life of the server than the one this disk knows: it is asked again.
    const now = readSyncState(db);
    if (now.station !== identity.station || now.epoch !== epoch || reply.value.epoch !== epoch) return;
    takeOutcomes(db, reply.value);
    onOfficeChanged();
  }

  return { run };
}

/** A refused command leaves what is shown; an accepted one stays on top until the pull brings its effect. */
function takeOutcomes(db: WriteDb, { outcomes }: OfficeReply): void {
  db.transaction(() => {
    for (const outcome of outcomes) noteOfficeOutcome(db, outcome);
    showOffice(db);
  });
}

/** As many as fit one request; at least one. They are sent in the name this workstation has now. */
function nextCommands(db: ReadDb, station: string): Sent {
  const fitting: Sent = [];
  let bytes = 0;
  for (const { command } of waitingOffice(db, MAX_OFFICE_COMMANDS)) {
    const sent = { ...command, station };
    bytes += Buffer.byteLength(JSON.stringify(sent));
    if (bytes > MAX_OFFICE_BYTES && fitting.length > 0) break;
    fitting.push(sent);
  }
  return fitting;
}
