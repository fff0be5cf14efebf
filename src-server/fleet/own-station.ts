import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { inTransaction } from '../db/transaction.ts';
import { currentGrants, grantBuckets } from '../feed/grants.ts';
import { type LocalStation, type LocalStationDeps, localStation, openLocalStation } from './local-station.ts';
import { keepOwnStation, ownStationId, type OwnWork } from './own-station-ids.ts';

const NAMES: Record<OwnWork, string> = { clock: 'Portreeve server', survey: 'Survey page' };

/**
 * The station in whose name the city's servers do this work, with a right to every sealed case; made at first use. One for all
 * servers of a city: whoever uses it holds a lock, the job's or one of its own.
 */
export async function openOwnStation(deps: LocalStationDeps, work: OwnWork, { departments }: Catalogue): Promise<LocalStation> {
  const codes = departments.map(({ code }) => code);
  const known = await ownStationId(deps.pool, work);
  if (known === null) {
    const opened = await openLocalStation(deps, NAMES[work], codes);
    await keepOwnStation(deps.pool, work, opened.id);
    return opened;
  }
  const held = new Set((await currentGrants(deps.pool, known)).map(({ bucket }) => bucket));
  const missing = codes.map((code) => `sealed:${code}`).filter((bucket) => !held.has(bucket));
  if (missing.length > 0) await inTransaction(deps.pool, {}, (tx) => grantBuckets(tx, known, missing, deps.now()));
  return localStation(deps, known);
}
