/** A workstation's records and sync, as `workstation.ts` puts them together, in a folder of its own; for the tests of getting ready. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase, openDatabase, type WriteDb } from '../../src-data/db/database.ts';
import { migrate } from '../../src-data/db/migrate.ts';
import { createGetReady, type GetReady } from '../../src-data/snapshot/get-ready.ts';
import { createSyncClient } from '../../src-data/sync/sync-client.ts';
import { createSyncLoop, type SyncLoop } from '../../src-data/sync/sync-loop.ts';
import { createSyncRound } from '../../src-data/sync/sync-round.ts';
import { httpTransport, type Transport } from '../../src-data/sync/transport.ts';

export interface OpenStation {
  readonly db: WriteDb;
  readonly getReady: GetReady;
  readonly loop: SyncLoop;
  close(): Promise<void>;
}

export interface FreshStation {
  readonly dataDir: string;
  readonly recordsPath: string;
  readonly gettingReadyFolder: string;
  /** What was logged: `event {details}`. */
  readonly events: string[];
  /** Opens the records and starts sync; a second time after `close`, as after a restart. */
  open(more?: { readonly transport?: Transport; readonly now?: () => number }): OpenStation;
  remove(): void;
}

export function freshStation(serverUrl: string): FreshStation {
  const dataDir = mkdtempSync(join(tmpdir(), 'portreeve-fresh-'));
  const recordsPath = join(dataDir, 'records.sqlite');
  const gettingReadyFolder = join(dataDir, 'getting-ready');
  const keys = new Map<string, string>();
  const events: string[] = [];
  const log = (event: string, details: object = {}): void => void events.push(`${event} ${JSON.stringify(details)}`);
  return {
    dataDir,
    recordsPath,
    gettingReadyFolder,
    events,
    open({ transport = httpTransport(serverUrl), now = Date.now } = {}) {
      const db = openDatabase(recordsPath);
      migrate(db);
      const client = createSyncClient({ transport, now });
      const quiet = (): void => undefined;
      const workerUrl = new URL('../../src-data/snapshot/prepare-file.ts', import.meta.url);
      const getReady = createGetReady({ db, client, transport, now, log, recordsPath, folder: gettingReadyFolder, workerUrl, onCatalogueChanged: quiet, onOfficeChanged: quiet, onTaken: quiet, onProgress: quiet, nudge: () => loop.nudge() });
      const identity = { stationName: 'Fresh', appVersion: 'test', enrolCode: null };
      const store = { load: async (station: string) => keys.get(station) ?? null, save: async (station: string, key: string) => void keys.set(station, key) };
      const round = createSyncRound({ db, client, getReady, now, log, keys: store, ...identity, onCasesChanged: quiet, onCatalogueChanged: quiet });
      const loop = createSyncLoop({ round, client, now, log, random: Math.random, onConnection: quiet });
      loop.start();
      return {
        db,
        getReady,
        loop,
        async close() {
          await Promise.all([getReady.stop(), loop.stop()]);
          closeDatabase(db);
        },
      };
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** Resolves when `isSo` says yes; asked 50 times a second. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}
