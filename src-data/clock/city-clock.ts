/**
 * The city's time as far as this workstation can know it: what the server said last, and what has gone by here since.
 *
 * A computer whose clock is set wrong between two starts knows no better. So that a year that is only on its clock makes nothing
 * late, no more than two weeks count as gone by between two looks (docs/sync.md, Clocks); the server's next word puts it right.
 */
import { DAY_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { readSyncState } from '../sync/sync-state.ts';

/** A workstation is looked at every minute it runs: this is the longest it may have been switched off. */
const MOST_AWAY_MS = 14 * DAY_MS;

interface KeptTime {
  /** How far the city's time had come, and what this computer's clock said then. */
  readonly cityAt: number;
  readonly deskAt: number;
  /** The server's last word at that moment. */
  readonly heard: number;
}

const SQL = {
  read: 'SELECT city_at AS cityAt, desk_at AS deskAt, heard FROM city_clock WHERE one = 1',
  keep: `INSERT INTO city_clock (one, city_at, desk_at, heard) VALUES (1, :cityAt, :deskAt, :heard)
    ON CONFLICT (one) DO UPDATE SET city_at = excluded.city_at, desk_at = excluded.desk_at, heard = excluded.heard`,
} as const;

/** The city's time now. `deskNow`: this computer's clock (`steadyClock`). A workstation that has never had a server goes by its own. */
export function cityNow(db: ReadDb, deskNow: number): UtcMs {
  const { serverNow, lastPullAt, clockOffsetMs } = readSyncState(db);
  const kept = db.query<object, KeptTime>(SQL.read).get({});
  if (serverNow > 0 && serverNow !== kept?.heard) return utcMs(serverNow + gone(lastPullAt ?? deskNow, deskNow));
  if (!kept) return utcMs(deskNow + clockOffsetMs);
  return utcMs(Math.max(serverNow, kept.cityAt + gone(kept.deskAt, deskNow)));
}

/** Keeps how far it is. To be called every minute, and at start: a longer time without it counts as two weeks at most. */
export function keepCityTime(db: WriteDb, deskNow: number): UtcMs {
  const now = cityNow(db, deskNow);
  db.write<KeptTime>(SQL.keep).run({ cityAt: now, deskAt: Math.round(deskNow), heard: readSyncState(db).serverNow });
  return now;
}

function gone(from: number, to: number): number {
  return Math.max(0, Math.min(to - from, MOST_AWAY_MS));
}
