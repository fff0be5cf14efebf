import { z } from 'zod';
import { StationId } from '../../src-shared/util/ids.ts';
import type { Connection, Pool } from '../db/pool.ts';
import { readSetting, writeSetting } from '../db/server-setting.ts';

/** What the city's servers do in their own name: watch the clock and give notice, take answers of the survey page. */
export type OwnWork = 'clock' | 'survey';

const Ids = z.partialRecord(z.enum(['clock', 'survey']), StationId);
const SETTING = 'ownStations';

async function ownStationIds(connection: Connection | Pool): Promise<z.infer<typeof Ids>> {
  const known = Ids.safeParse(await readSetting(connection, SETTING));
  return known.success ? known.data : {};
}

/** Null before its first use. */
export async function ownStationId(connection: Connection | Pool, work: OwnWork): Promise<StationId | null> {
  return (await ownStationIds(connection))[work] ?? null;
}

/** All of them, once each. */
export async function ownStations(connection: Connection | Pool): Promise<readonly StationId[]> {
  return Object.values(await ownStationIds(connection));
}

/** Whether a station is the servers' own, which alone may say what no person gives. */
export async function isOwnStation(connection: Connection | Pool, station: string): Promise<boolean> {
  return (await ownStations(connection)).some((id) => id === station);
}

/** The caller holds the lock of this work. */
export async function keepOwnStation(connection: Connection | Pool, work: OwnWork, station: StationId): Promise<void> {
  await writeSetting(connection, SETTING, { ...(await ownStationIds(connection)), [work]: station });
}
