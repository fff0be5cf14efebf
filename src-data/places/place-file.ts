/**
 * The gazetteer on this disk: a SQLite file of its own beside the records, made from the city's file and never changed. So a new one
 * takes the old one's place whole, backups of the records do not carry it, and a million addresses are as quick as a thousand.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { GazetteerLandmark, GazetteerLine, GazetteerStreet } from '../../src-shared/places/gazetteer.ts';
import { gazetteerLines } from '../../src-shared/places/gazetteer.ts';
import type { NumberedPoint } from '../../src-shared/places/ground.ts';
import { pointsOf } from './address-queries.ts';
import { closeDatabase, finishDatabaseFile, openDatabase, type ReadDb, type WriteDb } from '../db/database.ts';

/** Raised when the tables below change: an older file is made anew. */
const FORMAT = 1;

const SCHEMA = `
  CREATE TABLE street (
    street_key INTEGER PRIMARY KEY, label TEXT NOT NULL, before TEXT NOT NULL, core TEXT NOT NULL, type TEXT NOT NULL, after TEXT NOT NULL
  ) STRICT;
  CREATE TABLE address (
    address_key INTEGER PRIMARY KEY, street_key INTEGER NOT NULL, number INTEGER NOT NULL, fraction TEXT NOT NULL, unit TEXT NOT NULL,
    zip TEXT NOT NULL, status TEXT NOT NULL, latitude REAL, longitude REAL
  ) STRICT;
  CREATE TABLE landmark (name TEXT NOT NULL, other_names TEXT NOT NULL, address TEXT NOT NULL, latitude REAL, longitude REAL) STRICT;
`;
/** Made when all is in: faster, and the file is in order. */
const INDEXES = `
  CREATE INDEX address_by_number ON address (street_key, number, fraction, unit);
  CREATE INDEX address_by_ground ON address (latitude, longitude, street_key, number) WHERE latitude IS NOT NULL;
  PRAGMA user_version = ${FORMAT};
`;
const SQL = {
  street: 'INSERT INTO street (street_key, label, before, core, type, after) VALUES (:key, :label, :before, :core, :type, :after)',
  address: `INSERT INTO address (street_key, number, fraction, unit, zip, status, latitude, longitude)
    VALUES (:street, :number, :fraction, :unit, :zip, :status, :latitude, :longitude)`,
  landmark: 'INSERT INTO landmark (name, other_names, address, latitude, longitude) VALUES (:name, :otherNames, :address, :latitude, :longitude)',
  streets: 'SELECT street_key AS key, label, before, core, type, after FROM street ORDER BY street_key',
  landmarks: 'SELECT name, other_names AS otherNames, address, latitude, longitude FROM landmark ORDER BY rowid',
} as const;

const STREETS_KEPT = 100;
/** Rows between two breaths of the process that answers the windows. */
const ROWS_AT_ONCE = 2_000;

export type KnownStreet = GazetteerStreet & { readonly key: number };

export interface PlaceFile {
  readonly db: ReadDb;
  /** All streets, in memory: there are few, however many addresses stand on them. */
  readonly streets: readonly KnownStreet[];
  readonly landmarks: readonly GazetteerLandmark[];
  /** Where everything on a street stands; those asked for last are kept, for a crossing is typed letter by letter. */
  pointsOf(street: number): readonly NumberedPoint[];
  close(): void;
}

/** Makes the file at `path` from the text of a gazetteer, letting others have their turn meanwhile. Throws when the text is none. */
export async function makePlaceFile(text: string, path: string): Promise<void> {
  const beside = `${path}.making`;
  for (const left of [beside, `${beside}-wal`, `${beside}-shm`]) rmSync(left, { force: true });
  const db = openDatabase(beside);
  try {
    db.exec(SCHEMA);
    const lines = gazetteerLines(text);
    for (let key = { street: 0 }, isDone = false; !isDone; await setImmediate()) {
      isDone = db.transaction(() => takeSome(db, lines, key));
    }
    db.exec(INDEXES);
  } catch (error) {
    closeDatabase(db);
    rmSync(beside, { force: true });
    throw error;
  }
  finishDatabaseFile(db);
  renameSync(beside, path);
}

/** True when nothing is left. */
function takeSome(db: WriteDb, lines: Generator<GazetteerLine>, key: { street: number }): boolean {
  for (let count = 0; count < ROWS_AT_ONCE; count += 1) {
    const next = lines.next();
    if (next.done === true) return true;
    takeLine(db, next.value, key);
  }
  return false;
}

function takeLine(db: WriteDb, line: GazetteerLine, key: { street: number }): void {
  if (line.kind === 'street') {
    key.street += 1;
    db.write(SQL.street).run({ ...line.street, key: key.street, core: line.street.core.join(' ') });
  } else if (line.kind === 'address') {
    db.write(SQL.address).run({ ...line.address, street: key.street });
  } else {
    db.write(SQL.landmark).run({ ...line.landmark, otherNames: JSON.stringify(line.landmark.otherNames) });
  }
}

/** Null when there is none at `path`, or one of an earlier format. */
export function openPlaceFile(path: string): PlaceFile | null {
  if (!existsSync(path)) return null;
  const db = openDatabase(path);
  if (db.raw.pragma('user_version', { simple: true }) !== FORMAT) {
    closeDatabase(db);
    return null;
  }
  const streets = db.query<object, Omit<KnownStreet, 'core'> & { core: string }>(SQL.streets).all({});
  const landmarks = db.query<object, Omit<GazetteerLandmark, 'otherNames'> & { otherNames: string }>(SQL.landmarks).all({});
  const points = new Map<number, readonly NumberedPoint[]>();
  return {
    db,
    pointsOf(street) {
      const known = points.get(street) ?? pointsOf(db, street);
      if (points.size >= STREETS_KEPT) points.clear();
      points.set(street, known);
      return known;
    },
    streets: streets.map((street) => ({ ...street, core: street.core.split(' ') })),
    landmarks: landmarks.map((landmark) => ({ ...landmark, otherNames: JSON.parse(landmark.otherNames) as string[] })), // safe: written above
    close: () => closeDatabase(db),
  };
}
