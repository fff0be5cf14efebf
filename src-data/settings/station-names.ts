/** The names of the city's workstations, so that a history says where something was done. They come with pulls; workstations are never deleted. */
import { z } from 'zod';
import type { PullHeader } from '../../src-shared/protocol/pull.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { readSetting, saveSetting } from './settings.ts';

const StationNames = z.record(z.string(), z.string());

/** By station id. Empty before the first pull, and with a server that does not tell. */
export function readStationNames(db: ReadDb): Readonly<Record<string, string>> {
  const stored = StationNames.safeParse(readSetting(db, 'stationNames'));
  return stored.success ? stored.data : {};
}

/** Takes over the list of a pull, which is always the whole one; nothing where there was none. */
export function noteStationNames(db: WriteDb, { stations }: Pick<PullHeader['h'], 'stations'>): void {
  if (stations !== undefined) saveSetting(db, 'stationNames', Object.fromEntries(stations.map(({ id, name }) => [id, name])));
}
