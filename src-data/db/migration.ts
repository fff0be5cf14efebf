import type { WriteDb } from './database.ts';

/** One step of the schema. A released step never changes; the next one mends it. */
export interface Migration {
  /** 1, 2, 3 … without gaps; kept in `PRAGMA user_version`. */
  readonly version: number;
  readonly name: string;
  readonly up: (db: WriteDb) => void;
}
