/** A workstation in the simulation: the real records on real SQLite, the real rounds; it can die and its disk can be copied. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type WriteDb } from '../../src-data/db/database.ts';
import { migrate } from '../../src-data/db/migrate.ts';
import { createSyncClient } from '../../src-data/sync/sync-client.ts';
import { createSyncRound, type SyncRound } from '../../src-data/sync/sync-round.ts';
import type { Transport } from '../../src-data/sync/transport.ts';

/** The process was killed at a statement: nothing after it ran, an open transaction is gone. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

export interface SimStation {
  readonly name: string;
  db(): WriteDb;
  round(): SyncRound;
  /** Dies at the `statements`-th statement from now. */
  killAfter(statements: number): void;
  /** The next start, after a kill or of its own: everything in memory is gone. */
  restart(): void;
  takeImage(): void;
  /** Puts the last image back. False when none was taken. */
  putImageBack(): boolean;
  dispose(): void;
}

export interface SimStationOptions {
  readonly name: string;
  readonly transport: Transport;
  readonly now: () => number;
  readonly tell: (line: string) => void;
}

export function createSimStation({ name, transport, now, tell }: SimStationOptions): SimStation {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-sim-'));
  const file = join(folder, 'records.sqlite');
  let image: Buffer | null = null;
  const keyring = new Map<string, string>();
  let left: number | null = null;
  let db = open();
  let round = newRound();

  function open(): WriteDb {
    const opened = openDatabase(file);
    migrate(opened);
    return killable(opened, () => {
      if (left === null) return;
      left -= 1;
      if (left <= 0) throw new Killed(`${name} was killed`);
    });
  }

  function newRound(): SyncRound {
    return createSyncRound({
      db,
      client: createSyncClient({ transport, now }),
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
      now,
      onCasesChanged: () => undefined,
      onCatalogueChanged: () => undefined,
      log: (event) => tell(`  ${name}: ${event}`),
    });
  }

  function restart(): void {
    left = null;
    db.raw.close();
    db = open();
    round = newRound();
  }

  return {
    name,
    db: () => db,
    round: () => round,
    killAfter(statements) {
      left = statements;
    },
    restart,
    takeImage() {
      image = db.raw.serialize();
    },
    putImageBack() {
      if (image === null) return false;
      db.raw.close();
      for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
      writeFileSync(file, image);
      db = open();
      round = newRound();
      left = null;
      return true;
    },
    dispose() {
      db.raw.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The same database, with `onStatement` called before every statement that is run. */
function killable(db: WriteDb, onStatement: () => void): WriteDb {
  const guard = <T extends object>(statement: T): T =>
    new Proxy(statement, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          onStatement();
          return value.apply(target, args) as unknown;
        };
      },
    });
  return { ...db, query: (sql: string) => guard(db.query(sql)), write: (sql: string) => guard(db.write(sql)) } as WriteDb; // safe: same methods, guarded
}
