import type { Catalogue } from '../catalogue/catalogue.ts';
import { policyOfService } from '../catalogue/lookup.ts';
import { explainDue } from '../clock/explain-due.ts';
import type { UtcMs } from '../util/time.ts';

export interface Promises {
  readonly catalogueVersion: number;
  readonly respondBy: UtcMs | null;
  readonly resolveBy: UtcMs | null;
}

/** What the city promises for a service and a receipt time, under the catalogue at hand. */
export function promisesFor(serviceCode: string, receivedAt: UtcMs, catalogue: Catalogue): Promises {
  const { policy, calendar } = policyOfService(catalogue, serviceCode);
  const dates = explainDue(receivedAt, policy, calendar);
  return {
    catalogueVersion: catalogue.version,
    respondBy: dates.respond?.due ?? null,
    resolveBy: dates.resolve?.due ?? null,
  };
}
