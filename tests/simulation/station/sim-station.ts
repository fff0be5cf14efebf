/** A workstation in the simulation: the real records on real SQLite, the real rounds; it can die and its disk can be copied. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type WriteDb } from '../../../src-data/db/database.ts';
import { migrate } from '../../../src-data/db/migrate.ts';
import { createSyncClient } from '../../../src-data/sync/sync-client.ts';
import { createSyncRound, type SyncRound } from '../../../src-data/sync/sync-round.ts';
import type { Transport } from '../../../src-data/sync/transport.ts';
import type { StationStop } from '../story/event.ts';
import { olderClient } from './older-client.ts';
import { gatedDb, Killed, NoRoom } from './gated-db.ts';

/** A disk as it was at one moment, with the keys that were kept beside it. */
export interface DiskImage {
  readonly bytes: Buffer;
  readonly keys: ReadonlyMap<string, string>;
}

export interface SimStation {
  readonly name: string;
  /** It speaks the protocol of the version before. */
  readonly isOlder: boolean;
  db(): WriteDb;
  round(): SyncRound;
  /** Another one on the same records, as if the program had given up the first and it came back all the same. */
  secondRound(): SyncRound;
  now(): number;
  setClock(offsetMs: number): void;
  clockOffsetMs(): number;
  /** Stops at a later statement; null: no more. */
  stopAt(stop: StationStop | null): void;
  /** The next start, after a kill or of its own: everything in memory is gone. */
  restart(): void;
  takeImage(): void;
  image(): DiskImage | null;
  /** Puts an image in the disk's place. */
  putBack(image: DiskImage): void;
  /** How many times this computer's program was started: work of an earlier start is void. */
  starts(): number;
  dispose(): void;
}

export interface SimStationOptions {
  readonly name: string;
  readonly transport: Transport;
  /** The true time; the station's own clock may be wrong. */
  readonly now: () => number;
  readonly tell: (line: string) => void;
  readonly disk?: DiskImage;
  /** It speaks the protocol of the version before. */
  readonly isOlder?: boolean;
  /** A planted bug: other SQL instead. */
  readonly rewrite?: (sql: string) => string;
}

export function createSimStation(options: SimStationOptions): SimStation {
  const { name, transport, now, tell, disk, rewrite = (sql) => sql } = options;
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-sim-'));
  const file = join(folder, 'records.sqlite');
  const keyring = new Map(disk?.keys);
  let image: DiskImage | null = null;
  let offsetMs = 0;
  let stop: StationStop | null = null;
  let left = 0;
  let starts = 0;
  if (disk) writeFileSync(file, disk.bytes);
  let db = open();
  let round = newRound();

  function open(): WriteDb {
    starts += 1;
    stop = null;
    const opened = openDatabase(file);
    opened.raw.pragma('synchronous = OFF'); // a killed process loses nothing by it; power cuts are tested with real processes
    migrate(opened);
    return gatedDb(opened, { rewrite, onStatement });
  }

  function onStatement(): void {
    if (stop === null) return;
    left -= 1;
    if (left > 0) return;
    if (stop.how === 'killed') throw new Killed(name); // and every statement after it: nothing runs any more
    if (left === 0) throw new NoRoom();
  }

  function newRound(): SyncRound {
    const client = createSyncClient({ transport, now: () => now() + offsetMs });
    return createSyncRound({
      db,
      client: options.isOlder ? olderClient(client) : client,
      keys: {
        load: (station) => Promise.resolve(keyring.get(station) ?? null),
        save(station, pem) {
          keyring.set(station, pem);
          return Promise.resolve();
        },
      },
      stationName: name,
      appVersion: 'simulation',
      enrolCode: null,
      now: () => now() + offsetMs,
      onCasesChanged: () => undefined,
      onCatalogueChanged: () => undefined,
      log: (event) => tell(`    ${name}: ${event}`),
    });
  }

  function restart(): void {
    db.raw.close();
    db = open();
    round = newRound();
  }

  return {
    name,
    isOlder: options.isOlder === true,
    db: () => db,
    round: () => round,
    secondRound: newRound,
    now: () => now() + offsetMs,
    setClock(offset) {
      offsetMs = offset;
    },
    clockOffsetMs: () => offsetMs,
    stopAt(next) {
      stop = next;
      left = next?.nth ?? 0;
    },
    restart,
    takeImage() {
      image = { bytes: db.raw.serialize(), keys: new Map(keyring) };
    },
    image: () => image,
    putBack({ bytes, keys }) {
      db.raw.close();
      for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
      writeFileSync(file, bytes);
      for (const [station, pem] of keys) keyring.set(station, pem);
      db = open();
      round = newRound();
    },
    starts: () => starts,
    dispose() {
      db.raw.close();
      rmSync(folder, { recursive: true });
    },
  };
}
