import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { inTransaction } from '../db/transaction.ts';
import { currentGrants, grantBuckets } from '../feed/grants.ts';
import { clockStationId, keepClockStation } from '../fleet/clock-station-id.ts';
import { type LocalStation, type LocalStationDeps, localStation, openLocalStation } from '../fleet/local-station.ts';

/**
 * The station in whose name the city’s servers say what the clock has brought, with a right to every sealed case. One for all
 * servers of a city: whoever uses it holds the lock of the job.
 */
export async function openClockStation(deps: LocalStationDeps, { departments }: Catalogue): Promise<LocalStation> {
  const codes = departments.map(({ code }) => code);
  const known = await clockStationId(deps.pool);
  if (known === null) {
    const opened = await openLocalStation(deps, 'Portreeve server', codes);
    await keepClockStation(deps.pool, opened.id);
    return opened;
  }
  const held = new Set((await currentGrants(deps.pool, known)).map(({ bucket }) => bucket));
  const missing = codes.map((code) => `sealed:${code}`).filter((bucket) => !held.has(bucket));
  if (missing.length > 0) await inTransaction(deps.pool, {}, (tx) => grantBuckets(tx, known, missing, deps.now()));
  return localStation(deps, known);
}
