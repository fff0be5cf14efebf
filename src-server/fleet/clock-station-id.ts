import { StationId } from '../../src-shared/util/ids.ts';
import type { Connection, Pool } from '../db/pool.ts';
import { readSetting, writeSetting } from '../db/server-setting.ts';

const SETTING = 'clockStation';

/** The station in whose name the city's servers say what the clock has brought; null before its first use. */
export async function clockStationId(connection: Connection | Pool): Promise<StationId | null> {
  const known = StationId.safeParse(await readSetting(connection, SETTING));
  return known.success ? known.data : null;
}

export async function keepClockStation(connection: Connection | Pool, station: StationId): Promise<void> {
  await writeSetting(connection, SETTING, station);
}
